import type { TimeSpan } from '@mondwerk/film';
import type { LineMouth } from '#lib/api/planLines.ts';
import type { FrameTimes, Peaks } from '#lib/film/index.ts';
import type { Sound } from './sounds.ts';
import type { View } from './view.ts';

/** All that is drawn of a line. */
export interface Scene {
  readonly view: View;
  readonly times: FrameTimes;
  /** Where the line is said. */
  readonly line: TimeSpan;
  readonly peaks: Peaks | undefined;
  readonly sounds: readonly Sound[];
  readonly mouths: LineMouth['mouths'];
  /** What each mouth would do with what is not saved; `null` where that is nothing else. */
  readonly estimates: readonly (readonly number[] | null)[];
  /** The number of the sound that is edited. */
  readonly chosen: number | null;
  /** How people call the reasons why a mouth stays as it was. */
  readonly reasonOf: (reason: string) => string;
}

/** Heights in pixels, from the top: the ruler, the voice, its words, room for the sounds, which lie over the canvas. */
export const BANDS = { ruler: 16, voice: 40, words: 16, sounds: 44, margin: 8 } as const;

/** Where the sounds lie. */
export const SOUNDS_TOP = BANDS.ruler + BANDS.voice + BANDS.words;

const COLOURS = ['ground', 'panel', 'line', 'edge', 'text', 'dim', 'faint', 'accent', 'warn'] as const;

/** The colours and letters of a drawing. */
export interface Theme extends Readonly<Record<(typeof COLOURS)[number], string>> {
  readonly mono: string;
  readonly sans: string;
}

/** Reads the tokens of globals.css that hold at an element. */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(COLOURS.map((name) => [name, token(`--color-${name}`)]));
  return {
    ...(colours as Record<(typeof COLOURS)[number], string>),
    mono: token('--font-mono') || 'monospace',
    sans: token('--font-sans') || 'sans-serif',
  };
}
