import { describe, expect, test } from 'vitest';
import { SILENCE, type Phone } from '@mondwerk/film';
import { conformPhones, piecesOf, type Drift, type VoicePiece } from '@mondwerk/speech';

/** Lines as [start, end]; silence between and round them, none where they touch. */
function phonesOf(lines: readonly (readonly [number, number])[], seconds: number): Phone[] {
  const phones: Phone[] = [];
  const add = (ipa: string, start: number, end: number, line: number): void => {
    if (end > start) phones.push({ ipa, span: { start, end }, confidence: 0.8, line });
  };
  lines.forEach(([start, end], line) => {
    add(SILENCE, lines[line - 1]?.[1] ?? 0, start, -1);
    add('a', start, (start + end) / 2, line);
    add('m', (start + end) / 2, end, line);
  });
  add(SILENCE, lines.at(-1)?.[1] ?? 0, seconds, -1);
  return phones;
}

const drifting = (slope: number, film: number): Drift => ({
  slope,
  atEnd: slope * film,
  residual: 0,
  lines: 9,
});
/** The shift that a slope asks for at a time of the voice. */
const shiftAt = (time: number, slope: number): number => (time * slope) / (1 - slope);

interface Case {
  readonly lines: readonly (readonly [number, number])[];
  readonly slope: number;
  readonly voice: number;
  readonly film: number;
}

const cases: readonly (readonly [string, Case, number])[] = [
  [
    'pauses grow',
    {
      lines: [
        [1, 3],
        [4, 6],
        [7, 9],
      ],
      slope: 0.1,
      voice: 10,
      film: 11,
    },
    4,
  ],
  [
    'pauses shrink',
    {
      lines: [
        [1, 3],
        [4, 6],
        [7, 9],
      ],
      slope: -0.05,
      voice: 10,
      film: 9.5,
    },
    4,
  ],
  [
    'lines without a pause between stay together',
    {
      lines: [
        [1, 3],
        [3, 6],
        [7, 9],
      ],
      slope: 0.1,
      voice: 10,
      film: 11,
    },
    3,
  ],
  [
    'a line at the very beginning is not cut',
    {
      lines: [
        [0, 2],
        [3, 5],
      ],
      slope: 0.1,
      voice: 6,
      film: 6.6,
    },
    2,
  ],
  [
    'nothing moves',
    {
      lines: [
        [1, 3],
        [4, 6],
      ],
      slope: 0,
      voice: 7,
      film: 7,
    },
    1,
  ],
  [
    'pauses too short to shrink as asked',
    {
      lines: [
        [1, 3],
        [3.1, 6],
        [6.05, 9],
      ],
      slope: -0.1,
      voice: 10,
      film: 9.1,
    },
    4,
  ],
];

describe.each(cases)('%s', (_, { lines, slope, voice, film }, count) => {
  const phones = phonesOf(lines, Math.max(voice, film));
  const pieces = piecesOf(drifting(slope, film), phones, { voice, film });
  const moved = conformPhones(phones, pieces, film);

  test('pieces are in order, cut no speech and never overlap', () => {
    expect(pieces).toHaveLength(count);
    pieces.slice(1).forEach((piece, i) => {
      const before: VoicePiece = pieces[i];
      expect(piece.from).toBeGreaterThanOrEqual(before.to);
      expect(piece.at).toBeGreaterThanOrEqual(before.at + before.to - before.from - 1e-9);
      for (const [start, end] of lines)
        for (const cut of [before.to, piece.from]) expect(cut <= start || cut >= end).toBe(true);
    });
  });

  test('phones cover the film without gaps, as long as they were, and where the script has them', () => {
    expect(moved[0].span.start).toBe(0);
    expect(moved.at(-1)!.span.end).toBe(film);
    moved.slice(1).forEach(({ span }, i) => expect(span.start).toBeCloseTo(moved[i].span.end, 9));
    const spoken = (all: readonly Phone[]): Phone[] => all.filter(({ ipa }) => ipa !== SILENCE);
    expect(spoken(moved)).toHaveLength(spoken(phones).length);
    spoken(moved).forEach(({ span }, i) => {
      const before = spoken(phones)[i].span;
      expect(span.end - span.start).toBeCloseTo(before.end - before.start, 9);
    });
    const first = spoken(moved).find(({ line }) => line === lines.length - 1)!;
    const paused = lines.every(([start], i) => i === 0 || start - lines[i - 1][1] > 0.5);
    const [start] = lines[lines.length - 1];
    if (paused) expect(first.span.start).toBeCloseTo(start + shiftAt(start, slope), 9);
  });
});

test('phones end with the film, also where the voice goes on', () => {
  const moved = conformPhones(
    phonesOf(
      [
        [1, 3],
        [4, 6],
      ],
      7,
    ),
    [{ from: 0, to: 7, at: 0 }],
    5,
  );
  expect(moved.at(-1)!.span).toEqual({ start: 4, end: 5 });
});

test('a voice that is shorter than the film has silence behind', () => {
  const moved = conformPhones(phonesOf([[1, 3]], 3), [{ from: 0, to: 3, at: 0 }], 5);
  expect(moved.at(-1)).toMatchObject({ ipa: SILENCE, span: { start: 3, end: 5 }, line: -1 });
});
