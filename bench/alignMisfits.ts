import type { Line } from '@mondwerk/film';
import { SOUND_RATE } from '@mondwerk/speech';
import type { SpokenCase } from './alignCase.ts';

/** A case in which some lines do not fit. */
export interface Misfit {
  readonly name: string;
  readonly spoken: SpokenCase;
  readonly lines: readonly Line[];
  /** Positions of the lines that have to be reported. */
  readonly wrong: ReadonlySet<number>;
}

/** Every n-th line is spoilt. */
export const everyNth = (count: number, nth: number): ReadonlySet<number> =>
  new Set(Array.from({ length: count }, (_, at) => at).filter((at) => at % nth === nth - 2));

/** Some lines get the text of something that nobody says. */
export function swapTexts(spoken: SpokenCase, wrong: ReadonlySet<number>): Misfit {
  const { otherTexts } = spoken;
  const lines = spoken.lines.map((line, at) =>
    wrong.has(at) ? { ...line, text: otherTexts[at % otherTexts.length] } : line,
  );
  return { name: 'wrong text', spoken, lines, wrong };
}

/** Some lines are not in the sound: nothing but a little noise. */
export function silenceLines(spoken: SpokenCase, wrong: ReadonlySet<number>): Misfit {
  const samples = spoken.samples.slice();
  for (const at of wrong) {
    const { start, end } = spoken.lines[at].span!;
    const [from, to] = [start - 0.15, end + 0.15].map((time) => Math.round(time * SOUND_RATE));
    for (let i = Math.max(0, from); i < Math.min(samples.length, to); i++)
      samples[i] = 0.001 * Math.sin(i * i);
  }
  return { name: 'not said', spoken: { ...spoken, samples }, lines: spoken.lines, wrong };
}

/** Some lines are not in the script. */
export const dropLines = (spoken: SpokenCase, dropped: ReadonlySet<number>): Misfit => ({
  name: 'not written',
  spoken,
  lines: spoken.lines.filter((_, at) => !dropped.has(at)),
  wrong: new Set(),
});

/** Some lines are said twice. */
export function repeatLines(spoken: SpokenCase, twice: ReadonlySet<number>): Misfit {
  const parts: Float32Array[] = [];
  const moved: number[] = [];
  let from = 0;
  spoken.lines.forEach(({ span }, at) => {
    const next = spoken.lines[at + 1]?.span!.start ?? span!.end + 0.6;
    const to = Math.round(((span!.end + next) / 2) * SOUND_RATE);
    moved.push(parts.reduce((sum, { length }) => sum + length, 0) / SOUND_RATE - from / SOUND_RATE);
    const part = spoken.samples.subarray(from, to);
    parts.push(...(twice.has(at) ? [part, part] : [part]));
    from = to;
  });
  const samples = Float32Array.from(parts.flatMap((part) => [...part]));
  const lines = spoken.lines.map((line, at) => ({
    ...line,
    span: { start: line.span!.start + moved[at], end: line.span!.end + moved[at] },
  }));
  return {
    name: 'said twice',
    spoken: {
      ...spoken,
      samples,
      // Either of the two is right.
      compare: (at, phones) => {
        const length = twice.has(at) ? lengthOf(spoken, at) : 0;
        const tries = [0, length].map((later) =>
          spoken.compare(at, phones).map((each) => ({ ...each, real: each.real + moved[at] + later })),
        );
        const [first, second] = tries.map((list) =>
          list.reduce((sum, { found, real }) => sum + Math.abs(found - real), 0),
        );
        return first <= second ? tries[0] : tries[1];
      },
    },
    lines,
    wrong: new Set(),
  };

  function lengthOf({ lines: all }: SpokenCase, at: number): number {
    const edge = (i: number): number => {
      if (i < 0) return 0;
      const next = all[i + 1]?.span!.start ?? all[i].span!.end + 0.6;
      return Math.round(((all[i].span!.end + next) / 2) * SOUND_RATE) / SOUND_RATE;
    };
    return edge(at) - edge(at - 1);
  }
}
