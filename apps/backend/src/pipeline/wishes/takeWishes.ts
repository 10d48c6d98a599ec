import type { FilmClock, Line, Shot } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import { z } from 'zod';
import { castWishes, type CastWishes, type Scene } from './castWishes.ts';
import { refusalFor } from './faults.ts';
import { placeWishes } from './placeWishes.ts';
import { maskFields } from './settingsFile.ts';
import { pictureWishFields, planWishFields } from './wish.ts';

const takeWish = z.strictObject({
  ...pictureWishFields,
  ...planWishFields,
  leave: z.boolean().optional().describe('Leave the mouth as it was.'),
});

/** How the new mouths of a take are laid in, as in the settings file of the command line: lines before performers before all. */
export const takePicture = z.strictObject({
  all: takeWish.optional(),
  performers: z.record(z.string().min(1).max(200), takeWish).optional().describe('By performer.'),
  lines: z
    .array(takeWish.extend({ line: z.int().min(0).describe('Its number in the script, from 0.') }))
    .max(1000)
    .optional(),
});

/** Polygons over the mouths of a take. */
export const takeMasks = z.array(z.strictObject(maskFields)).max(100);

/** What is wanted of the pictures of a take. */
export interface TakeWishes {
  readonly picture?: z.infer<typeof takePicture> | undefined;
  readonly masks?: z.infer<typeof takeMasks> | undefined;
}

/** Whether anything is wanted. */
export const wantsPictures = ({ picture = {}, masks = [] }: TakeWishes): boolean =>
  masks.length > 0 ||
  Object.values(picture).some((part) => part !== undefined && Object.keys(part).length > 0);

/** What a take is drawn up from. */
export interface TakeScene extends Pick<Scene, 'performers' | 'spoken' | 'shots'> {
  readonly film: Pick<Film, 'rate' | 'width' | 'height'> & { readonly clock: FilmClock };
  readonly lines: readonly Line[];
  readonly shot: Shot;
}

/** Brings what is wanted of a take onto its shot. @throws Refusal `settings-wrong` that names what is wrong. */
export function wishesOfTake({ picture = {}, masks = [] }: TakeWishes, scene: TakeScene): CastWishes {
  const said = {
    version: 1 as const,
    ...picture,
    masks: masks.map((mask) => ({ ...mask, shot: scene.shot.index })),
  };
  const name = `The settings of shot ${scene.shot.index + 1}`;
  const { wishes, faults } = placeWishes(said, scene);
  if (faults.length > 0) throw refusalFor(name, faults);
  return castWishes(wishes, { ...scene, partly: false }, name);
}
