import type { FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { FootageInput } from '../checkedOrder.ts';
import type { BroughtModels } from '../generation/broughtModels.ts';
import type { ReadSettings } from '../wishes/readSettings.ts';

/** Footage of the shown performer. */
export interface DonorInput extends Pick<FootageInput, 'path' | 'name' | 'sha256' | 'film'> {
  /** Who in it is the shown performer, as it was said; `null` where it was not. */
  readonly person: string | null;
}

/** A head that shall get another face. */
export interface WantedHead {
  /** The performer whose head it is, as it was said. */
  readonly replaced: string;
  /** Footage of the shown performer, at least one; the film itself may be it. */
  readonly donors: readonly DonorInput[];
}

/** What a replacement is made from: everything was read and checked, nothing is optional any more. */
export interface CheckedReplacement extends CheckedFilm {
  /** At least one. */
  readonly heads: readonly WantedHead[];
  /** The frames that are rendered. */
  readonly stretch: FrameSpan;
  /** Only in these shots; `null`: in all. */
  readonly shots: readonly number[] | null;
  readonly settings: ReplaceSettings;
  /** Networks that make the faces, or restore them; left out: they are taken from the footage as they are. */
  readonly generators?: BroughtModels;
  /** What people want of the faces, from a settings file; left out where they gave none. */
  readonly wanted?: ReadSettings;
}

/** How a replacement is made. */
export interface ReplaceSettings {
  readonly draft: boolean;
  readonly lossless: boolean;
  /** Whether pictures in which no face is new are copied, not coded anew. */
  readonly splice?: boolean;
  /** How much of a face is the shown performer's, 1 wholly. */
  readonly strength: number;
}
