import { crop, type Picture } from '@mondwerk/film';
import {
  HIDDEN,
  mouthBox,
  openRenderers,
  PASS_SENTENCES,
  wantedMesh,
  type PlannedMouth,
  type Renderers,
} from '@mondwerk/lipsync';
import type { Film } from '@mondwerk/media';
import type { PerformerHead } from './performerHeads.ts';
import type { LipGeneration } from './generation/lipGeneration.ts';
import { leftPatch, NOWHERE, type FrameRenderer, type NewPatch, type PatchResult } from './renderedFrame.ts';
import { SourceIndex } from './sourceIndex.ts';
import { UsualCuts } from './usualCuts.ts';
import type { Sources } from './stages/gatherSources.ts';
import type { SteadyShots } from './steadyShots.ts';
import { mouthWish, USUAL_PICTURES, type PictureWishes } from './wishes/pictureWishes.ts';

/** What a plan needs to become pictures. */
export interface PlannedFilm {
  readonly film: Film;
  readonly plan: readonly PlannedMouth[];
  readonly heads: readonly PerformerHead[];
  readonly sources: Sources;
  readonly steady: SteadyShots;
  /** How people want the new mouths laid in; as usual when left out. */
  readonly pictures?: PictureWishes;
  /** A network that makes the mouths; left out: they are the performers' own. */
  readonly lips?: LipGeneration;
}

/** Starts the threads that carry out a plan. */
export function openMouthRenderer(planned: PlannedFilm, workers: number): FrameRenderer {
  const index = new SourceIndex(planned.sources.index, planned.sources.names);
  const threads = openRenderers(workers, {
    sourceFile: planned.sources.cutouts,
    format: planned.film.format,
    fullRange: planned.film.colour.range === 'pc',
  });
  const byFrame = Map.groupBy(planned.plan, ({ frame }) => frame);
  const headOf = new Map(planned.heads.flatMap((head) => head.tracks.map(({ id }) => [id, head] as const)));
  const cuts = new UsualCuts(index, headOf);
  return {
    render: (frame, picture) =>
      Promise.all(
        (byFrame.get(frame) ?? []).map((mouth) =>
          renderOne({ planned, headOf, index, cuts, threads }, mouth, picture),
        ),
      ),
    close: async () => {
      await threads.close();
      await planned.lips?.close();
      index.close();
    },
  };
}

interface Workshop {
  readonly planned: PlannedFilm;
  readonly headOf: ReadonlyMap<string, PerformerHead>;
  readonly index: SourceIndex;
  readonly cuts: UsualCuts;
  readonly threads: Renderers;
}

/** What is told of a mouth that is left as it was without being looked at. */
export const leftMouth = ({ track, frame, reason }: PlannedMouth): PatchResult => ({
  ...{ track, frame, box: NOWHERE },
  passed: PASS_SENTENCES[reason ?? 'not seen'],
});

async function renderOne(
  { planned, headOf, index, cuts, threads }: Workshop,
  mouth: PlannedMouth,
  picture: Picture,
): Promise<NewPatch> {
  const { track, frame, strength } = mouth;
  const head = headOf.get(track);
  const face = await planned.steady.at(track, frame);
  if (strength === 0 || head === undefined || face === undefined) {
    return leftPatch(mouth, PASS_SENTENCES[mouth.reason ?? 'not seen']);
  }
  const sources = index.recordsOf(mouth.sources);
  const { lips } = planned;
  if (sources.length === 0 && lips === undefined) return leftPatch(mouth, PASS_SENTENCES['not seen']);
  const { seen, wanted, eyeDistance } = wantedMesh(head, face, mouth);
  const made = await lips?.make(picture, seen, frame);
  if (lips !== undefined && made === undefined) return leftPatch(mouth, PASS_SENTENCES['not seen']);
  const box = mouthBox([seen, wanted], eyeDistance, picture);
  const plate = crop(picture, box);
  const wish = mouthWish(planned.pictures ?? USUAL_PICTURES, track, frame);
  const job = {
    plate,
    box,
    seen,
    wanted,
    eyeDistance,
    strength,
    sources,
    // It is trusted to have opened the mouth as the voice has it, which is what the plan wants.
    ...(made && { made: { ...made, mesh: wanted } }),
    usualCuts: cuts.of(track),
    ...wish,
  };
  const rendered = await threads.render(job);
  const { hidden } = rendered;
  if (hidden >= HIDDEN) return leftPatch(mouth, PASS_SENTENCES.hidden, box);
  return {
    track,
    frame,
    box,
    passed: null,
    ...(hidden > 0 && { inFront: hidden }),
    picture: rendered.picture,
  };
}
