import { cutFace, type PlannedFace } from '@mondwerk/faceswap';
import type { FrameSpan } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { cutOutsFor } from '../replacement/faceSheet.ts';
import type { Run } from '../run.ts';
import type { SteadyShots } from '../steadyShots.ts';
import type { Artifact } from '../workFolder.ts';
import { gatherSourcesOnce, type Gathered, type Sources } from './gatherSources.ts';

/** Whose faces are gathered: a plan, by its key, and the frames of it that are rendered. */
export interface FaceNeeds {
  readonly key: string;
  readonly stretch: FrameSpan;
  /** Asked only when nobody has gathered them yet. */
  readonly open: () => Promise<OpenedFacePlan>;
}

/** A plan, in portions, the faces of all its sources, and the donor footage by its numbers. */
export interface OpenedFacePlan {
  readonly plan: Iterable<readonly PlannedFace[]> | AsyncIterable<readonly PlannedFace[]>;
  readonly steady: SteadyShots;
  readonly footage: ReadonlyMap<number, Film>;
}

const FACES: Gathered = {
  stage: 'gatherFaces',
  rooms: ['film', 'media', 'compositing', 'face', 'faceswap'],
  cut: cutFace,
};

/** Cuts the faces that a plan needs out of their frames, in one more pass through each film that has some. */
export const gatherFacesOnce = (
  run: Run,
  checked: CheckedFilm,
  { key, stretch, open }: FaceNeeds,
): Promise<Artifact<Sources>> =>
  gatherSourcesOnce(
    run,
    checked,
    {
      ...{ key, stretch },
      open: async () => {
        const { plan, ...seen } = await open();
        return { ...seen, plan: cutOuts(plan) };
      },
    },
    FACES,
  );

async function* cutOuts(plan: OpenedFacePlan['plan']): AsyncGenerator<ReturnType<typeof cutOutsFor>> {
  for await (const faces of plan) yield cutOutsFor(faces);
}
