import { pairFaces, type FacePair, type PlannedFace } from '@mondwerk/faceswap';
import type { Shot } from '@mondwerk/film';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { PlannedFromSources } from '../stages/gatherSources.ts';
import type { LearnedFaces } from '../stages/learnFaces.ts';
import { ENOUGH } from '../usualCuts.ts';
import type { PictureWishes } from '../wishes/pictureWishes.ts';
import type { Donor, ReplacedFilm } from './openDonors.ts';

/** A head, and the tracks in which it is seen. */
export interface Head {
  /** The mean head: 468 × 3 in eye distances. */
  readonly reference: Float32Array;
  readonly tracks: readonly Pick<TrackSummary, 'id' | 'shot'>[];
}

/** A head that gets another face, and how the one lies on the other. */
export interface ReplacedHead extends Head {
  readonly performer: string;
  readonly pair: FacePair;
}

/** All that a worker needs to know to render the faces of one shot. */
export interface FaceSheet {
  readonly shot: Shot;
  readonly plan: readonly PlannedFace[];
  readonly heads: readonly ReplacedHead[];
  /** How people want its new faces laid in; left out where they want nothing. */
  readonly pictures?: PictureWishes;
}

/** The head that is replaced, with its tracks in the film. */
export const replacedHead = (
  { faces, replaced }: Pick<ReplacedFilm, 'faces' | 'replaced'>,
  learned: LearnedFaces,
): ReplacedHead => ({
  performer: replaced.id,
  reference: learned.replaced.reference,
  pair: pairFaces(learned.replaced, learned.shown),
  tracks: tracksIn(faces.value.tracks, replaced.tracks),
});

/** The head whose face is shown, with its tracks in all donor footage. */
export const shownHead = (donors: readonly Donor[], { shown: { reference } }: LearnedFaces): Head => ({
  reference,
  tracks: donors.flatMap(({ tracks, shown }) => tracksIn(tracks, shown.tracks)),
});

const tracksIn = (tracks: readonly TrackSummary[], names: readonly string[]): Head['tracks'] =>
  tracks.filter(({ id }) => names.includes(id)).map(({ id, shot }) => ({ id, shot }));

/** A head in one shot. */
export const inShot = <T extends Head>(head: T, shot: number): T => ({
  ...head,
  tracks: head.tracks.filter((track) => track.shot === shot),
});

/**
 * What has to be cut out for a plan: the faces of the shown performer that it takes, and some of each head as it is, from
 * which it is learned what is in front of it.
 */
export const cutOutsFor = (plan: readonly PlannedFace[]): PlannedFromSources[] => [
  ...plan.map(({ frame, faces, mouths, eyes }) => ({ frame, sources: [...faces, ...mouths, ...eyes] })),
  ...[...Map.groupBy(plan, ({ track }) => track)].flatMap(([track, faces]) => usualOf(track, faces)),
];

function usualOf(track: string, faces: readonly PlannedFace[]): PlannedFromSources[] {
  const own = faces.filter(({ strength }) => strength > 0);
  const count = Math.min(ENOUGH, own.length);
  return Array.from({ length: count }, (_, i) => own[Math.floor(((i + 0.5) * own.length) / count)]).map(
    ({ frame }) => ({ frame, sources: [{ track, frame }] }),
  );
}
