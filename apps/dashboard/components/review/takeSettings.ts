import type { FrameSpan } from '@mondwerk/film';
import type { Take, TakeChanges } from '#lib/api/takes.ts';

/** How a take shall be made, in the units in which people think. */
export interface SettingsForm {
  /** Frames by which the mouths come later; negative: earlier. */
  readonly delay: number;
  /** How far the mouths open, in percent. */
  readonly opening: number;
  readonly untouched: readonly FrameSpan[];
  readonly leaveAlone: readonly string[];
}

/** Seconds by which mouths can be moved at most. */
const MOST_DELAY = 0.5;

/** How far mouths can open, in percent. */
export const OPENINGS = { least: 50, most: 150, step: 5 } as const;

/** Frames by which mouths can be moved at most. */
export const mostDelay = (rate: number): number => Math.floor(MOST_DELAY * rate);

/** The settings of a take as people change them. */
export const formOf = ({ settings }: Pick<Take, 'settings'>, rate: number): SettingsForm => ({
  delay: Math.round(settings.delay * rate),
  opening: Math.round(settings.opening * 100),
  untouched: settings.untouched,
  leaveAlone: settings.leaveAlone,
});

/** What shall be different from how a take was made; what is the same is left out. */
export function changesFrom(
  before: SettingsForm,
  { delay, opening, untouched, leaveAlone }: SettingsForm,
  rate: number,
): TakeChanges {
  return {
    ...(delay !== before.delay && { delay: Math.max(-MOST_DELAY, Math.min(MOST_DELAY, delay / rate)) }),
    ...(opening !== before.opening && { opening: opening / 100 }),
    ...(untouched !== before.untouched && { untouched: [...untouched] }),
    ...(leaveAlone !== before.leaveAlone && { leaveAlone: [...leaveAlone] }),
  };
}

/** Spans with one more, those that touch put together. */
export function withSpan(spans: readonly FrameSpan[], span: FrameSpan): FrameSpan[] {
  const all = [...spans, span].sort((a, b) => a.start - b.start);
  return all.reduce<FrameSpan[]>((joined, { start, end }) => {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) return [...joined, { start, end }];
    return [...joined.slice(0, -1), { start: last.start, end: Math.max(last.end, end) }];
  }, []);
}

/** How settings are said. */
export interface SettingsWords {
  readonly delay: (frames: number) => string;
  readonly opening: (percent: number) => string;
  readonly untouched: (spans: number) => string;
  readonly leaveAlone: (performers: number) => string;
}

/** What is special about how a take was made. */
export function settingsInWords(settings: Take['settings'], rate: number, words: SettingsWords): string[] {
  const { delay, opening, untouched, leaveAlone } = formOf({ settings }, rate);
  return [
    ...(delay === 0 ? [] : [words.delay(delay)]),
    ...(opening === 100 ? [] : [words.opening(opening)]),
    ...(untouched.length === 0 ? [] : [words.untouched(untouched.length)]),
    ...(leaveAlone.length === 0 ? [] : [words.leaveAlone(leaveAlone.length)]),
  ];
}
