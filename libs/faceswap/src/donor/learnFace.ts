import type { ReadTracks } from '@mondwerk/film';
import type { FaceAtlas } from './faceAtlas.ts';

/** Where a performer is seen: in the film itself, in donor footage told by its numbers, or in both. */
export interface SeenIn {
  readonly film?: ReadTracks;
  readonly footage?: ReadonlyMap<number, ReadTracks>;
}

/**
 * Gathers what a performer's face was seen doing. `scaleOf` tells how much larger the pictures of the film, or of each footage,
 * are that will be rendered than those that were tracked. @throws Refusal `no-face` when the performer is seen nowhere.
 */
export async function learnFace(
  performer: string,
  seen: SeenIn,
  scaleOf: (footage: number | undefined) => number = () => 1,
): Promise<FaceAtlas> {
  await Promise.resolve();
  throw new Error(`not learned yet: ${performer} ${String(scaleOf(undefined))} ${Object.keys(seen).join()}`);
}
