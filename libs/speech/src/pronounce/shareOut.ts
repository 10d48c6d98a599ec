import { articulationOf } from '@mondwerk/phonetics';

const unmatched = 0.7;

/**
 * Which written word each sound of a connected line belongs to, by the cheapest edit path from the words' sounds
 * when said alone (Wagner and Fischer 1974). Sounds that only connected speech has go to the word before them.
 */
export function shareOut(spoken: readonly string[], alone: readonly (readonly string[])[]): string[][] {
  const expected = alone.flatMap((phones, word) => phones.map((ipa) => ({ ipa, word })));
  const shares: string[][] = alone.map(() => []);
  if (expected.length === 0) {
    shares[0]?.push(...spoken);
    return shares;
  }
  const moves = cheapestMoves(
    spoken,
    expected.map(({ ipa }) => ipa),
  );
  let [i, j] = [spoken.length, expected.length];
  while (i > 0) {
    const move = moves[i][j];
    if (move !== Move.extra) j--;
    if (move === Move.missing) continue;
    i--;
    const at = move === Move.extra ? Math.max(0, j - 1) : j;
    shares[expected[at].word].unshift(spoken[i]);
  }
  return shares;
}

const Move = { match: 0, extra: 1, missing: 2 } as const;

function cheapestMoves(spoken: readonly string[], expected: readonly string[]): Uint8Array[] {
  const moves = Array.from({ length: spoken.length + 1 }, () => new Uint8Array(expected.length + 1));
  let above = Float64Array.from({ length: expected.length + 1 }, (_, j) => j * unmatched);
  moves[0].fill(Move.missing);
  for (let i = 1; i <= spoken.length; i++) {
    const costs = new Float64Array(expected.length + 1);
    costs[0] = i * unmatched;
    moves[i][0] = Move.extra;
    for (let j = 1; j <= expected.length; j++) {
      const options = [
        above[j - 1] + distance(spoken[i - 1], expected[j - 1]),
        above[j] + unmatched,
        costs[j - 1] + unmatched,
      ];
      costs[j] = Math.min(...options);
      moves[i][j] = options.indexOf(costs[j]);
    }
    above = costs;
  }
  return moves;
}

const known = new Map<string, number>();

/** 0 for equal sounds, up to 1 for sounds that have nothing in common. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  const key = `${a} ${b}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const [x, y] = [articulationOf(a), articulationOf(b)];
  let sum = 0;
  for (let at = 0; at < x.length; at++) sum += Math.abs(x[at] - y[at]);
  const far = Math.min(1, 0.1 + sum / 6);
  known.set(key, far);
  return far;
}
