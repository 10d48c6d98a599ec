import { contains, type FrameSpan } from '@mondwerk/film';
import { USUAL_PICTURE, type DrawnMask, type PictureSettings } from '@mondwerk/compositing';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CastWishes } from './castWishes.ts';
import { maskAt } from './maskAt.ts';
import { pictureOf } from './wish.ts';
import { holdsIn, runsOf, wishAt } from './wishAt.ts';
import type { MovingMask } from './wishes.ts';

/** What is wanted of the pictures of some mouths: plain data, so that it can be kept with their plan. */
export interface PictureWishes {
  /** Where a track's mouth is laid in other than usual. */
  readonly looks: readonly {
    readonly track: string;
    readonly frames: FrameSpan;
    readonly settings: PictureSettings;
  }[];
  readonly masks: readonly TrackMask[];
}

/** A mask over the mouth of one track. */
export interface TrackMask extends Pick<MovingMask, 'shows' | 'feather' | 'keys'> {
  readonly track: string;
  readonly frames: FrameSpan;
}

/** Nothing is wanted other than usual. */
export const USUAL_PICTURES: PictureWishes = { looks: [], masks: [] };

/** So many frames on either side are averaged, so that no setting jumps inside a shot. */
const EASE = 2;

/** What is wanted of the pictures of some tracks. */
export function pictureWishesOf(wishes: CastWishes, tracks: readonly DubbedTrack[]): PictureWishes {
  return {
    looks: tracks.flatMap((track) => looksOf(wishes, track)),
    masks: tracks.flatMap((track) =>
      wishes.masks.flatMap((mask) =>
        mask.performer === null || mask.performer === track.performer ? masksOf(mask, track) : [],
      ),
    ),
  };
}

function looksOf(wishes: CastWishes, { performer, track, shot, span }: DubbedTrack): PictureWishes['looks'] {
  const settings = Array.from({ length: span.end - span.start }, (_, at) =>
    pictureOf(wishAt(wishes, { performer, shot: shot.index, frame: span.start + at })),
  );
  return runsOf(span, (frame) => average(settings, frame - span.start))
    .filter(({ value }) => FIELDS.some((field) => value[field] !== USUAL_PICTURE[field]))
    .map(({ frames, value }) => ({ track, frames, settings: value }));
}

const FIELDS = Object.keys(USUAL_PICTURE) as (keyof PictureSettings)[];

function average(settings: readonly PictureSettings[], at: number): PictureSettings {
  const near = settings.slice(Math.max(0, at - EASE), at + EASE + 1);
  const mean = (field: keyof PictureSettings): number =>
    near.every((each) => each[field] === near[0][field])
      ? near[0][field]
      : near.reduce((sum, each) => sum + each[field], 0) / near.length;
  return Object.fromEntries(FIELDS.map((field) => [field, mean(field)])) as unknown as PictureSettings;
}

const masksOf = (
  { where, shows, feather, keys }: MovingMask,
  { track, shot, span }: DubbedTrack,
): TrackMask[] =>
  runsOf(span, (frame) => holdsIn(where, shot.index, frame))
    .filter(({ value }) => value)
    .map(({ frames }) => ({ track, frames, shows, feather, keys }));

/** What is wanted of one mouth in one frame, as its renderer is told. */
export interface MouthWish {
  readonly settings?: PictureSettings;
  readonly masks?: readonly DrawnMask[];
}

/** What is wanted of the mouth of a track in a frame; empty where all is as usual. */
export function mouthWish({ looks, masks }: PictureWishes, track: string, frame: number): MouthWish {
  const look = looks.find((each) => each.track === track && contains(each.frames, frame));
  const own = masks.filter((mask) => mask.track === track && contains(mask.frames, frame));
  return {
    ...(look && { settings: look.settings }),
    ...(own.length > 0 && { masks: own.map((mask) => maskAt(mask, frame)) }),
  };
}
