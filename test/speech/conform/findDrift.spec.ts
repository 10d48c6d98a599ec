import { expect, test } from 'vitest';
import type { Line } from '@mondwerk/film';
import { findDrift, type LineAlignment } from '@mondwerk/speech';

interface Voice {
  readonly early: (time: number, line: number) => number;
  readonly voice: number;
  readonly count?: number;
  readonly confidence?: number;
  readonly timed?: boolean;
}

const film = 120;

/** Lines of two seconds every three, heard earlier than the script says by what `early` tells. */
function look({ early, voice, count = 40, confidence = 0.9, timed = true }: Voice) {
  const starts = Array.from({ length: count }, (_, line) => 0.6 + (line * film) / count);
  const lines: Line[] = starts.map((start, index) => ({
    index,
    text: 'said',
    ...(timed ? { span: { start, end: start + 2 } } : {}),
  }));
  const alignments: LineAlignment[] = starts.map((start, line) => {
    const heard = start - early(start, line);
    return { line, span: { start: heard, end: heard + 2 }, confidence, fits: true };
  });
  return findDrift(lines, alignments, { voice, film });
}

/** Steady, but not even, between -size and size. */
const jitter = (size: number, line: number): number => size * Math.sin(line * 12.9898);

test.each<[string, Voice, number]>([
  ['pauses that were shortened', { early: (_, line) => 0.022 * line, voice: 119.12 }, 0.88],
  ['a script that starts before the sound', { early: (t) => 0.007 * t - 0.12, voice: 119.2 }, 0.84],
  ['times that are a little off', { early: (t, line) => 0.005 * t + jitter(0.05, line), voice: 119.4 }, 0.6],
  ['a voice that runs behind', { early: (t) => -0.005 * t, voice: 120.6 }, -0.6],
  [
    'a fifth of the lines anywhere',
    { early: (t, l) => 0.005 * t + (l % 5 ? 0 : jitter(1, l)), voice: 119.4 },
    0.6,
  ],
  ['a pull-down, and six lines', { early: (t) => 0.002 * t, voice: 119.7, count: 6 }, 0.24],
])('believed: %s', (_, voice, atEnd) => {
  const drift = look(voice);
  expect(drift?.atEnd).toBeCloseTo(atEnd, 1);
  expect(drift?.slope).toBeCloseTo(atEnd / film, 3);
});

test.each<[string, Voice]>([
  ['no drift', { early: (_, line) => jitter(0.05, line), voice: 120 }],
  ['a script that is early everywhere', { early: () => -0.3, voice: 120 }],
  ['a voice that only ends sooner', { early: () => 0, voice: 119 }],
  ['a drift that a length of the voice does not show', { early: (t) => 0.007 * t, voice: 120 }],
  ['a drift in the other direction than the length', { early: (t) => 0.002 * t, voice: 120.05 }],
  ['a voice that is much shorter than the drift', { early: (t) => 0.002 * t, voice: 115 }],
  ['a change nobody sees', { early: (t) => 0.001 * t, voice: 119.88 }],
  ['lines all over the place', { early: (t, line) => 0.007 * t + jitter(0.4, line), voice: 119.16 }],
  ['five lines', { early: (t) => 0.007 * t, voice: 119.16, count: 5 }],
  ['unsure lines', { early: (t) => 0.007 * t, voice: 119.16, confidence: 0.3 }],
  ['a script without times', { early: (t) => 0.007 * t, voice: 119.16, timed: false }],
])('not believed: %s', (_, voice) => {
  expect(look(voice)).toBeUndefined();
});
