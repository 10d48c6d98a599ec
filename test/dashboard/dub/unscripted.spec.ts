import { describe, expect, it } from 'vitest';
import { unscriptedSpeech } from '../../../apps/dashboard/components/dub/unscripted.ts';

/** Ten seconds of peaks, loud where it says so. */
function peaks(loud: readonly (readonly [from: number, to: number])[], level = 80) {
  const pairs = new Int8Array(2 * 1000);
  for (const [from, to] of loud) {
    for (let at = from * 100; at < to * 100; at++) [pairs[2 * at], pairs[2 * at + 1]] = [-level, level];
  }
  return { pairs, perSecond: 100 };
}

describe('speech that no line says', () => {
  const lines = [{ start: 1, end: 3 }];

  it('is found where the voice is as loud as in the lines', () => {
    expect(
      unscriptedSpeech(
        peaks([
          [1, 3],
          [5, 6.5],
        ]),
        lines,
      ),
    ).toEqual([{ start: 5, end: 6.5 }]);
  });

  it('is one piece across a short pause', () => {
    const found = unscriptedSpeech(
      peaks([
        [1, 3],
        [5, 5.5],
        [5.8, 6.5],
      ]),
      lines,
    );
    expect(found).toEqual([{ start: 5, end: 6.5 }]);
  });

  it('is neither a breath, nor the end of a line, nor the noise of a room', () => {
    const loud = peaks([
      [1, 3.2],
      [5, 5.3],
    ]);
    for (let at = 700; at < 900; at++) loud.pairs[2 * at + 1] = 12;
    expect(unscriptedSpeech(loud, lines)).toEqual([]);
  });

  it('is not looked for where no line is heard', () => {
    expect(unscriptedSpeech(peaks([[5, 7]]), [])).toEqual([]);
  });
});
