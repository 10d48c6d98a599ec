import type { EntityManager } from 'typeorm';
import type { ReplaceOrder } from '../pipeline/orders.ts';
import { rows } from '../queue/rows.ts';
import type { PerformersOfShots } from './plannedPerformers.ts';

/** Whether an order puts one performer's face on another one's head. */
export const replacesFaces = (order: object): order is ReplaceOrder =>
  'replaced' in order && 'shown' in order;

interface Owned {
  readonly mark: string;
  readonly shot: number;
  readonly performer: string;
}

/**
 * Whose faces a replacement touches in some shots: whoever is replaced and whoever is shown, as the order names them, in
 * every one, whatever its settings leave alone; and those whose face tracks they are now.
 */
export async function performersInReplacement(
  tx: EntityManager,
  { dub, order }: { readonly dub: string; readonly order: ReplaceOrder },
  shots: readonly number[],
): Promise<PerformersOfShots> {
  const { replaced, shown } = order;
  const tracks = await rows<Owned>(
    tx,
    `SELECT mark, shot, performer FROM face_tracks track
     JOIN dubs ON dubs.source = track.source AND dubs.id = $1 WHERE mark = ANY ($2)`,
    [dub, [...replaced.tracks, ...(shown.tracks ?? [])]],
  );
  const donors = new Set(shown.tracks ?? []);
  const shownNow = tracks.filter(({ mark }) => donors.has(mark)).map(({ performer }) => performer);
  const heads = Map.groupBy(tracks, ({ shot }) => shot);
  return new Map(
    shots.map((shot) => {
      const here = heads.get(shot)?.filter(({ mark }) => !donors.has(mark)) ?? [];
      const now = here.map(({ performer }) => performer);
      return [shot, [...new Set([replaced.id, shown.id, ...now, ...shownNow])]];
    }),
  );
}
