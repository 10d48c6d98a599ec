import { quantile, type Line, type Phone } from '@mondwerk/film';
import { alignSpeech, checkLanguage, phonemise, SOUND_RATE, type SpeechAlignment } from '@mondwerk/speech';
import type { Comparison, SpokenCase } from './alignCase.ts';
import type { Misfit } from './alignMisfits.ts';
import { processorSeconds } from './processorSeconds.ts';

/** How some aligned lines compare with their truth. */
export interface Measured {
  readonly comparisons: readonly Comparison[];
  /** How many wrong lines there were and were reported, and how many right ones there were and were reported. */
  readonly wrong: number;
  readonly caught: number;
  readonly right: number;
  readonly accused: number;
  /** Of sound, and of a processor. */
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** A case in which every line fits. */
export const asItIs = (spoken: SpokenCase): Misfit => ({
  ...{ name: spoken.name, spoken, lines: spoken.lines },
  wrong: new Set<number>(),
});

/** Aligns a case; of lines that do fit their instants are compared. */
export async function measure(misfit: Misfit, timed: boolean): Promise<Measured> {
  const { spoken, wrong } = misfit;
  const lines = timed ? misfit.lines : misfit.lines.map(({ index, text }): Line => ({ index, text }));
  const said = await phonemise(lines, await checkLanguage(spoken.language));
  const before = processorSeconds();
  const aligned = await alignSpeech([spoken.samples], lines, said);
  return compare(misfit, aligned, spoken.samples.length / SOUND_RATE, processorSeconds() - before, wrong);
}

/** Compares what was found with the truth. */
export function compare(
  { spoken, lines }: Misfit,
  { phones, lines: found }: SpeechAlignment,
  seconds: number,
  used: number,
  wrong: ReadonlySet<number> = new Set(),
): Measured {
  const own = Map.groupBy(phones, ({ line }): number => line);
  const reported = found.filter(({ fits }) => !fits).map(({ line }) => line);
  const right = lines.filter(({ index }) => !wrong.has(index));
  return {
    comparisons: right.flatMap(({ index }) =>
      spoken.compare(index, (own.get(index) ?? []) as readonly Phone[]),
    ),
    wrong: wrong.size,
    caught: reported.filter((line) => wrong.has(line)).length,
    right: right.length,
    accused: reported.filter((line) => !wrong.has(line)).length,
    ...{ seconds, processorSeconds: used },
  };
}

/** Several measurements as one. */
export function together(all: readonly Measured[]): Measured {
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    comparisons: all.flatMap(({ comparisons }) => comparisons),
    ...{ wrong: sum(({ wrong }) => wrong), caught: sum(({ caught }) => caught) },
    ...{ right: sum(({ right }) => right), accused: sum(({ accused }) => accused) },
    ...{ seconds: sum(({ seconds }) => seconds), processorSeconds: sum((one) => one.processorSeconds) },
  };
}

/** How far each instant is from the truth, in seconds. */
export const errorsOf = ({ comparisons }: Pick<Measured, 'comparisons'>): number[] =>
  comparisons.map(({ found, real }) => Math.abs(found - real));

/** A quantile of some seconds in milliseconds, right-aligned. */
export const milliseconds = (values: readonly number[], share: number): string =>
  (values.length === 0 ? '-' : (quantile(values, share) * 1000).toFixed(0)).padStart(4);

/** How often a bad one of two phones, one bad and one good, has the lower confidence. */
export function areaUnderCurve(
  judged: readonly { readonly bad: boolean; readonly confidence: number }[],
): number {
  const good = judged.filter(({ bad }) => !bad);
  const bad = judged.filter((each) => each.bad);
  const wins = bad.reduce(
    (sum, { confidence }) =>
      sum +
      good.reduce(
        (won, other) => won + (other.confidence > confidence ? 1 : other.confidence === confidence ? 0.5 : 0),
        0,
      ),
    0,
  );
  return wins / (bad.length * good.length);
}
