import { perSecond } from '@mondwerk/film';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { CuedDub } from '../dubSteps.ts';
import { judgeLine, type CuedShot, type Judging } from '../lines/judgeLine.ts';
import type { MismatchReason } from '../lines/lineCodes.ts';
import { paceOf } from '../lines/mismatch.ts';
import { seenMouths } from '../lines/seenMouths.ts';
import { to4 } from '../lines/to4.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

/** How visibly the old mouths say something else than a line; `null` where no mouth can be compared. */
export interface JudgedMouths {
  readonly line: number;
  readonly mismatch: { readonly score: number; readonly reason: MismatchReason } | null;
}

/** Compares the old mouths with what every line of the script needs, in the order of the script. */
export async function judgeLinesOnce(
  run: Run,
  { film, script }: CheckedOrder,
  { cues, cast, atlases }: CuedDub,
): Promise<Artifact<readonly JudgedMouths[]>> {
  const lines = script.lines.map(({ index }) => index);
  const inputs = { cues: cues.key, cast: cast.key, atlases: atlases.key, lines };
  return makeOnce(
    run,
    { stage: 'judgeLines', inputs, rooms: ['film', 'face', 'lipsync'] },
    { unit: 'lines', total: lines.length },
    async (meter) => {
      const seen = new Map(atlases.value.map((atlas) => [atlas.performer, seenMouths(atlas)]));
      const judging: Judging = { film, seen, pace: paceOf(perSecond(film.rate)) };
      const spoken = Map.groupBy(cast.value.spoken, ({ line }) => line);
      const read = cuedShots(cues.value);
      const judged: JudgedMouths[] = [];
      for (const line of lines) {
        run.signal.throwIfAborted();
        const shots: CuedShot[] = [];
        for (const said of spoken.get(line) ?? []) shots.push({ said, cues: await read(said.shot) });
        const found = judgeLine(line, shots, judging);
        const mismatch = found && { score: to4(found.score), reason: found.reason };
        meter.reach(judged.push({ line, mismatch }));
      }
      return judged;
    },
  );
}

/** Reads what was cued for a shot; neighbouring lines share theirs, so the last one stays at hand. */
function cuedShots(cues: CuedDub['cues']['value']): (shot: number) => Promise<CuedShot['cues']> {
  let held: { readonly shot: number; readonly cues: CuedShot['cues'] } = { shot: -1, cues: undefined };
  return async (shot) => {
    if (held.shot !== shot) held = { shot, cues: await cues.read(shot) };
    return held.cues;
  };
}
