import { matrixOf, type PictureSource } from '@mondwerk/compositing';
import type { ColourTags, Picture } from '@mondwerk/film';
import {
  melSpectrum,
  openGenerator,
  performLips,
  SOUND_RATE,
  soundWindow,
  type BroughtModel,
} from '@mondwerk/generators';
import { readSound, type Film } from '@mondwerk/media';
import type { HeardSound } from '../stages/mixStems.ts';

/** A network at work on the mouths of a film. */
export interface LipGeneration {
  /** The face in a frame (468 × (x, y)) saying what the voice says there; `undefined` where it lies outside the frame. */
  make(picture: Picture, mesh: Float32Array, frame: number): Promise<PictureSource | undefined>;
  close(): Promise<void>;
}

/** Lips that somebody wants made, and the voice that they shall say. */
export interface WantedLips {
  readonly model: BroughtModel;
  /** What is to be heard of the dub, from the film's beginning. */
  readonly voice: HeardSound;
}

/** Opens lips. @throws Refusal as `openGenerator`. */
export async function openLipGeneration({ model, voice }: WantedLips, film: Film): Promise<LipGeneration> {
  const colour: ColourTags = { ...film.colour, matrix: matrixOf(film, film.colour) };
  const spectrum = melSpectrum(await readSound(voice.path, SOUND_RATE));
  const lips = await openGenerator(model);
  return {
    make: (plate, mesh, frame) => {
      const box = { left: 0, top: 0, right: plate.width, bottom: plate.height };
      return performLips(
        lips,
        { plate, box, mesh, colour },
        soundWindow(spectrum, lips, film.clock.times[frame]),
      );
    },
    close: lips.close,
  };
}
