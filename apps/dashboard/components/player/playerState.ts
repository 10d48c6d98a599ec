import type { FrameSpan } from '@mondwerk/film';

/** How the film and the dub are laid beside each other. */
export const VIEW_MODES = ['original', 'dub', 'wipe', 'side', 'difference'] as const;

/** How the film and the dub are laid beside each other. */
export type ViewMode = (typeof VIEW_MODES)[number];

/** What is shown. */
export interface View {
  readonly mode: ViewMode;
  /** Where the dub begins when it is wiped over the original: a share of the picture's width. */
  readonly wipe: number;
}

/** A part of the picture that fills the screen: its middle in shares of the picture, and how many times larger it is. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The sounds that can be heard with a film. */
export type SoundName = 'original' | 'dub';

/** What is heard. */
export type Sound = SoundName | 'none';

/** A take, as far as a player needs it. */
export interface PlayedTake {
  /** Where its pictures are: exactly its frames. */
  readonly preview: string;
  /** Which frames of the film they are. */
  readonly frames: FrameSpan;
}

/** All that a player tells. A new one each time something changes. */
export interface PlayerState {
  /** The frame under the playhead. */
  readonly frame: number;
  /** The frame whose pictures are on the screen; `null` before the first one. */
  readonly shown: number | null;
  readonly playing: boolean;
  /** 1 as filmed; negative: backwards; 0 while it stands still. */
  readonly speed: number;
  readonly loop: FrameSpan | null;
  /** Whether the loop is played over and over. */
  readonly looping: boolean;
  readonly view: View;
  readonly sound: Sound;
  /** Which sounds there are. */
  readonly sounds: Readonly<Record<SoundName, boolean>>;
  /** 0 silent, 1 as it is. */
  readonly volume: number;
  /** `null` for the whole picture. */
  readonly zoom: Zoom | null;
  /** Whether what shall be shown is still being read. */
  readonly buffering: boolean;
  /** Why pictures cannot be read. */
  readonly error: unknown;
  /** Width and height of the pictures, once one was read. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** How a player begins. */
export const AT_FIRST: PlayerState = {
  frame: 0,
  shown: null,
  playing: false,
  speed: 0,
  loop: null,
  looping: true,
  view: { mode: 'dub', wipe: 0.5 },
  sound: 'original',
  sounds: { original: true, dub: false },
  volume: 1,
  zoom: null,
  buffering: true,
  error: null,
  picture: null,
};
