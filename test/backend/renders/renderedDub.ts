import type { RenderOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import type { Client } from '../client.ts';
import type { Told } from '../toldStages.ts';

const SUM = 'b'.repeat(64);

/** Records consent of performers to everything that rendering does. */
export async function recordConsent(client: Client, performers: readonly string[]): Promise<void> {
  for (const performer of performers) {
    await client.post(`/performers/${performer}/rights`, {
      ...{ kind: 'consent', extent: 'mouth', languages: null, territories: null },
      ...{ validFrom: '2020-01-01', validTo: null, signer: 'They themselves', signedOn: '2020-01-01' },
    });
  }
}

/** What the stages of a render tell; some shots fail. */
export function renderingOf(failing: readonly number[] = []): Told {
  return {
    gatherSources: () => ({ cutouts: 1, bytes: 1 }),
    renderMouths: ({ shot, order }) => {
      if (failing.includes(shot!)) return new Error('the disk is full');
      const { take } = (order as RenderOrder).shots.find((each) => each.shot === shot)!;
      const frames = { start: 0, end: 10 };
      const part = { key: `titles/x/take-${shot}-${take}.mkv`, sha256: SUM, frames };
      return {
        take: { shot: shot!, take, frames, parts: [part] },
        preview: { key: `titles/x/take-${shot}-${take}.mp4`, sha256: SUM, bytes: 5 },
        ...{ rendered: 10, passed: 0, untouchedEqual: true, bytes: 10 },
      };
    },
    inspect: () => ({
      report: { key: 'titles/x/report.json', sha256: SUM, bytes: 5 },
      lips: { checked: 0, reached: 0, flags: [] },
      untouchedEqual: true,
    }),
  };
}
