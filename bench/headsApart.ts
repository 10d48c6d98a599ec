import { correlation } from '../tools/judgeMotion.ts';
import { meanLength, rounded, withoutMeans } from './judgeByShot.ts';
import { readMeasured, type MeasuredFrame } from './measuredFilm.ts';

type Pair = readonly [truth: MeasuredFrame, other: MeasuredFrame];
type Point = readonly [number, number];

/** Lips that are nearer than this, in eye distances, count as closed. */
const CLOSED = 0.02;

/** As in the tool: points that speech hardly moves, and the rims of the lips. */
const STABLE = [33, 133, 263, 362, 168, 6, 197, 195, 5, 4, 1, 2, 98, 327];
const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 78, 191, 80, 81,
  82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
];

/**
 * The independent tool's figures with each sentence's mean taken out: it lays heads over each other without turning
 * them, so that two recordings of one mouth differ by their heads too. That part is told by itself, from frames in which
 * the lips of both are closed.
 */
export function headsApart(
  files: Readonly<Record<'truth' | 'out', string>>,
  sentence: number,
): Record<string, number> {
  const [truth, out] = [readMeasured(files.truth), readMeasured(files.out)];
  const pairs = truth.frames.map((frame, at) => [frame, out.frames[at]] as const);
  const seen = pairs.map((_, at) => at).filter((at) => pairs[at].every(({ ok }) => ok === 1));
  const groups = seen.map((at) => Math.floor(at / sentence));
  const follow = (feature: keyof MeasuredFrame['f']): number => {
    const values = ([0, 1] as const).map((side) =>
      withoutMeans(
        seen.map((at) => pairs[at][side].f[feature]),
        groups,
      ),
    );
    return rounded(correlation(values[0], values[1]));
  };
  const offsets = seen.map((at) => offsetsOf(pairs[at], truth.idx));
  const apart = offsets[0].map((_, k) => offsets.map((row) => row[k]));
  const closed = seen.flatMap((at, place) => (pairs[at].every(({ f }) => f.ap3 < CLOSED) ? [place] : []));
  return {
    'aperture r': follow('ap3'),
    'lip height r': follow('outer'),
    'jaw r': follow('jaw'),
    'width r': follow('width'),
    'LMD %': rounded(100 * meanLength(apart.map((values) => withoutMeans(values, groups)))),
    'LMD % of closed lips, by heads alone': rounded(
      100 * meanLength(apart.map((values) => closed.map((place) => values[place]))),
    ),
  };
}

/** How far each point of the lips is off after the heads are laid over each other, x and y in turns. */
function offsetsOf([truth, other]: Pair, idx: readonly number[]): number[] {
  const of = ({ p }: MeasuredFrame, point: number): Point => {
    const at = 3 * idx.indexOf(point);
    return [p[at], p[at + 1]];
  };
  const lay = similarity(
    STABLE.map((point) => of(other, point)),
    STABLE.map((point) => of(truth, point)),
  );
  return LIPS.flatMap((point) => {
    const [laid, wanted] = [lay(of(other, point)), of(truth, point)];
    return [(laid[0] - wanted[0]) / truth.iod2, (laid[1] - wanted[1]) / truth.iod2];
  });
}

/** The turn, size and shift that bring some points nearest to others. */
function similarity(from: readonly Point[], to: readonly Point[]): (point: Point) => Point {
  const middle = (points: readonly Point[], axis: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [ax, ay, bx, by] = [middle(from, 0), middle(from, 1), middle(to, 0), middle(to, 1)];
  let [along, across, size] = [0, 0, 0];
  from.forEach(([fx, fy], at) => {
    const [x, y, u, v] = [fx - ax, fy - ay, to[at][0] - bx, to[at][1] - by];
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
  });
  const [a, b] = [along / size, across / size];
  return ([x, y]) => [a * (x - ax) - b * (y - ay) + bx, b * (x - ax) + a * (y - ay) + by];
}
