import type { Browser, Page } from 'playwright-core';
import type { FrameSpan } from '@mondwerk/film';
import { TAKES, type FilmName } from './numberedFilms.ts';

/** What the canvas shows: the number of the frame, and whether the picture is of a take. */
export interface Seen {
  readonly number: number;
  readonly take: boolean;
}

/** A piece of sound that was handed to the sound card. */
export interface Handed {
  /** The instant of the sound card at which it is heard. */
  readonly when: number;
  readonly rate: number;
  /** The instant at which the first loud sample in it is heard, if one is. */
  readonly beep: number | null;
}

/** What was seen of playing. */
export interface Watched {
  /** After each paint: which frame is said to be shown, and which is. */
  readonly paints: readonly { readonly shown: number; readonly seen: Seen }[];
  /** At each new frame: the instant of the sound card, as it is heard. */
  readonly ticks: readonly { readonly frame: number; readonly heard: number }[];
}

/** The player's own acts and state, as far as tests use them. */
export interface BenchPlayer {
  readonly state: {
    readonly frame: number;
    readonly shown: number | null;
    readonly playing: boolean;
    readonly error: unknown;
  };
  readonly times: { readonly count: number; readonly clock: { readonly times: Float64Array } };
  readonly held: number;
  seek(frame: number): void;
  step(frames: number): void;
  play(speed?: number): void;
  loop(span: FrameSpan | null): void;
  setView(view: {
    readonly mode?: 'original' | 'dub' | 'wipe' | 'side' | 'difference';
    readonly wipe?: number;
  }): void;
  setSound(sound: 'original' | 'dub' | 'none'): void;
  setTakes(takes: readonly { readonly frames: FrameSpan; readonly preview: string }[]): void;
  setAgainst(takes: readonly { readonly frames: FrameSpan; readonly preview: string }[]): void;
  close(): void;
}

/** What the page has for those who test it. */
export interface Bench {
  readonly player: BenchPlayer;
  readonly open: (film: FilmName, takes: readonly FrameSpan[]) => Promise<void>;
  /** A player of a film that is not there. */
  readonly openMissing: () => BenchPlayer;
  /** Looks at a part of the canvas: 0 is its left edge, 1 its right one. */
  readonly seen: (from?: number, to?: number) => Seen;
  /** Waits until a frame is on the canvas. */
  readonly arrived: (frame: number) => Promise<Seen>;
  /** Watches while it plays, until it stops or `until` holds. */
  readonly watch: (until?: () => boolean) => Promise<Watched>;
  readonly later: () => Promise<void>;
  readonly handed: Handed[];
  readonly contexts: { readonly state: string }[];
  /** Decoders, and pictures for the screen, that are there. */
  readonly alive: { decoders: number; pictures: number };
}

/** In the page. */
declare const window: Bench;

/** Opens a page with a player of one of the numbered films. */
export async function openBench(browser: Browser, url: string, film: FilmName): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('document.title === "Ready"');
  await page.evaluate(([name, takes]) => window.open(name, takes), [film, TAKES] as const);
  return page;
}
