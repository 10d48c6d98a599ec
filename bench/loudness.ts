import { apertureOfMouth } from '@mondwerk/lipsync';
import { seenMouths } from '../apps/backend/src/pipeline/lines/seenMouths.ts';
import { readAllShots } from '../apps/backend/src/pipeline/shotPieces.ts';
import { ownVoice, withPlan, type GridPlan } from './gridVoice.ts';

console.log(
  'GRID said by itself: the opening that is wanted against the one that was filmed, while a line is said',
);
const own = await ownVoice();
const rows: Record<string, Record<string, string | number>> = {};
for (const learned of [false, true]) {
  for (const followLoudness of [false, true]) {
    const name = `${followLoudness ? 'following' : 'not following'}, ${learned ? 'with' : 'without'} --film-script`;
    rows[name] = await withPlan(own, { learned, followLoudness }, compare);
  }
}
console.table(rows);

async function compare({ planned }: GridPlan): Promise<Record<string, string | number>> {
  const { atlases, cast, cues } = planned;
  const mouths = seenMouths(atlases.value[0]);
  const { rest } = mouths;
  const said = Map.groupBy(cast.value.spoken, ({ shot }) => shot);
  const shots = await readAllShots(cues.value);
  const pairs = cues.value.shots.flatMap((shot, at) =>
    shots[at].wanted.flatMap(({ track: { track, span, displacement } }) =>
      [...mouths.of(track).values()].flatMap(({ frame, aperture }): [number, number][] => {
        const inLine = said.get(shot)?.some(({ frames }) => frame >= frames.start && frame < frames.end);
        if (!inLine || frame < span.start || frame >= span.end) return [];
        const from = (frame - span.start) * rest.length;
        return [[apertureOfMouth(rest.map((value, k) => value + displacement[from + k])), aperture]];
      }),
    ),
  );
  const square = (of: (pair: [number, number]) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [a, b] = [square(([wanted]) => wanted), square(([, seen]) => seen)];
  const together = square(([wanted, seen]) => (wanted - a) * (seen - b));
  const r = together / Math.sqrt(square(([w]) => (w - a) ** 2) * square(([, s]) => (s - b) ** 2));
  const error = Math.sqrt(square(([wanted, seen]) => (wanted - seen) ** 2));
  return { frames: pairs.length, r: r.toFixed(4), 'rms error': error.toFixed(5) };
}
