import type { Token } from '../words/joinTokens.ts';

/** What the process is told first. */
export interface OpenMessage {
  readonly model: string;
  readonly threads: number;
}

/** A piece of sound to be understood: 16-bit samples of `SOUND_RATE`. */
export interface HearMessage {
  readonly samples: Uint8Array;
  /** As Whisper calls it; `auto`: recognise it. */
  readonly language: string;
}

/** What a piece of sound was understood as, in seconds of the piece. */
export interface Understood {
  readonly language: string;
  readonly tokens: readonly Token[];
}

/** What the process answers. */
export type Answer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'understood'; readonly understood: Understood }
  | { readonly kind: 'failed'; readonly message: string };
