import {
  FACE_SENTENCES,
  faceBox,
  HIDDEN_FACE,
  openFaceRenderers,
  wantedFace,
  type FaceRenderers,
  type PlannedFace,
} from '@mondwerk/faceswap';
import { crop, type Picture } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { FaceGeneration } from './generation/faceGeneration.ts';
import { leftPatch, type FrameRenderer, type NewPatch } from './renderedFrame.ts';
import type { ReplacedHead } from './replacement/faceSheet.ts';
import { SourceIndex } from './sourceIndex.ts';
import type { Sources } from './stages/gatherSources.ts';
import type { SteadyShots } from './steadyShots.ts';
import { UsualCuts } from './usualCuts.ts';
import { mouthWish, USUAL_PICTURES, type PictureWishes } from './wishes/pictureWishes.ts';

/** What a plan of faces needs to become pictures. */
export interface PlannedFaces {
  readonly film: Film;
  readonly plan: readonly PlannedFace[];
  readonly heads: readonly ReplacedHead[];
  readonly sources: Sources;
  readonly steady: SteadyShots;
  /** How people want the new faces laid in; as usual when left out. */
  readonly pictures?: PictureWishes;
  /** Networks that make the faces, or restore their detail; left out: faces are taken from footage as they are. */
  readonly generation?: FaceGeneration;
}

interface Workshop {
  readonly planned: PlannedFaces;
  readonly headOf: ReadonlyMap<string, ReplacedHead>;
  readonly index: SourceIndex;
  readonly cuts: UsualCuts;
  readonly threads: FaceRenderers;
}

/** Starts the threads that carry out a plan of faces. */
export function openFaceRenderer(planned: PlannedFaces, workers: number): FrameRenderer {
  const index = new SourceIndex(planned.sources.index, planned.sources.names);
  const threads = openFaceRenderers(workers, {
    sourceFile: planned.sources.cutouts,
    format: planned.film.format,
    fullRange: planned.film.colour.range === 'pc',
  });
  const byFrame = Map.groupBy(planned.plan, ({ frame }) => frame);
  const headOf = new Map(planned.heads.flatMap((head) => head.tracks.map(({ id }) => [id, head] as const)));
  const workshop = { planned, headOf, index, cuts: new UsualCuts(index, headOf), threads };
  return {
    render: (frame, picture) =>
      Promise.all((byFrame.get(frame) ?? []).map((face) => renderOne(workshop, face, picture))),
    close: async () => {
      await threads.close();
      await planned.generation?.close();
      index.close();
    },
  };
}

async function renderOne(
  { planned, headOf, index, cuts, threads }: Workshop,
  face: PlannedFace,
  picture: Picture,
): Promise<NewPatch> {
  const { track, frame, strength } = face;
  const head = headOf.get(track);
  const steady = await planned.steady.at(track, frame);
  if (strength === 0 || head === undefined || steady === undefined) return leftFace(face);
  const { generation } = planned;
  const faces = index.recordsOf(face.faces);
  if (faces.length === 0 && !generation?.makes) return leftPatch(face, FACE_SENTENCES['not seen']);
  const { seen, wanted: like, eyeDistance } = wantedFace(head.pair, steady, face);
  // A network keeps the shape of the head that it is given.
  const wanted = generation?.makes ? seen : like;
  const box = faceBox([seen, wanted], eyeDistance, picture);
  const plate = crop(picture, box);
  const made = generation?.makes ? await generation.make({ plate, box, mesh: seen }) : undefined;
  if (generation?.makes && made === undefined) return leftPatch(face, FACE_SENTENCES['not seen']);
  const rendered = await threads.render({
    ...{ plate, box, seen, wanted, eyeDistance, strength, faces, ...(made && { made }) },
    ...{ mouths: index.recordsOf(face.mouths), eyes: index.recordsOf(face.eyes) },
    usualCuts: cuts.of(track),
    ...mouthWish(planned.pictures ?? USUAL_PICTURES, track, frame),
  });
  const { hidden } = rendered;
  if (hidden >= HIDDEN_FACE) return leftPatch(face, FACE_SENTENCES.hidden, box);
  const restored = await generation?.restore({ plate: rendered.picture, box, mesh: wanted }, strength);
  const done = restored ?? rendered.picture;
  return { track, frame, box, passed: null, ...(hidden > 0 && { inFront: hidden }), picture: done };
}

/** What is told of a face that is left as it was without being looked at. */
export const leftFace = (face: PlannedFace): NewPatch =>
  leftPatch(face, FACE_SENTENCES[face.reason ?? 'not seen']);
