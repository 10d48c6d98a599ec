import {
  adaptPrior,
  loadPrior,
  measureMouth,
  scaleTo,
  type Atlas,
  type MotionPrior,
  type MouthMeasures,
} from '@mondwerk/lipsync';
import { phonesSaidIn } from '../casting/phonesSaidBy.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { seenIn, type Footage } from '../footage/openFootage.ts';
import { makeOnce, type Run } from '../run.ts';
import { joinMotions, seeMotion, type SeenMotion } from '../seenMotion.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import { tracksOf } from './buildAtlas.ts';
import type { Cast } from './castPerformers.ts';
import type { Faces } from './trackFaces.ts';

/** The original dialogue: what is said when, and by whom. */
export interface Original {
  readonly speech: Artifact<Speech>;
  readonly cast: Artifact<Cast>;
}

/** What is known of performers and of what they say in the original. */
export interface SeenPerformers {
  readonly original: Original | null;
  readonly faces: Artifact<Faces>;
  readonly cast: Artifact<Cast>;
  readonly atlases: Artifact<readonly Atlas[]>;
  /** Other footage of the performers, from which their atlases were learned, too. */
  readonly footage?: readonly Footage[];
}

/** How one performer's mouth moves. */
export interface PerformerMotion {
  readonly performer: string;
  readonly prior: MotionPrior;
}

/** Learns how the mouth of every performer who has an atlas moves: it takes a look at all their tracks. */
export async function learnMotionOnce(
  run: Run,
  checked: CheckedFilm,
  seen: SeenPerformers,
): Promise<Artifact<readonly PerformerMotion[]>> {
  const { original, atlases } = seen;
  const inputs = {
    atlases: atlases.key,
    original: original && [original.speech.key, original.cast.key],
  };
  return makeOnce(
    run,
    { stage: 'learnMotion', inputs, rooms: ['film', 'phonetics', 'face', 'lipsync'] },
    { unit: 'performers', total: atlases.value.length },
    async (meter) => {
      const learned: PerformerMotion[] = [];
      for (const atlas of atlases.value) {
        const prior = await priorFor(atlas, run, checked, seen);
        meter.reach(learned.push({ performer: atlas.performer, prior }));
      }
      return learned;
    },
  );
}

/** How this performer moves: the prior scaled to the mouth, and drawn to how it was seen to say the original lines. */
async function priorFor(
  atlas: Atlas,
  run: Run,
  { film }: CheckedFilm,
  { original, faces, cast, footage = [] }: SeenPerformers,
): Promise<MotionPrior> {
  const performer = cast.value.performers.find(({ id }) => id === atlas.performer)!;
  const seen = await seeMotion(atlas, tracksOf(performer, faces.value, run.signal), film.clock);
  const measured = [measureSeen(seen, atlas)];
  for (const each of footage) {
    const own = seenIn(each, performer.id);
    if (own.tracks.length === 0) continue;
    const elsewhere = await seeMotion(atlas, tracksOf(own, each, run.signal), each.input.film.clock);
    measured.push(measureSeen(elsewhere, atlas));
  }
  // Where the mouth opens widest its owner speaks; a mouth that is silent in the film tells nothing of that.
  const widest = measured.reduce((a, b) => (b.opening > a.opening ? b : a));
  const scaled = scaleTo(loadPrior(), widest);
  if (original === null) return scaled;
  const examples = seen.flatMap(({ shot, times, motion }) => {
    const lines = original.cast.value.spoken.filter(
      (spoken) => spoken.shot === shot && spoken.performer === atlas.performer && spoken.doubt === null,
    );
    if (lines.length === 0 || motion.frames === 0) return [];
    const phones = phonesSaidIn(
      lines.map(({ line }) => line),
      original.speech.value.phones,
      film.clock.end,
    );
    return [{ phones, times, motion }];
  });
  return adaptPrior(scaled, examples);
}

const measureSeen = (seen: readonly SeenMotion[], { rest }: Atlas): MouthMeasures =>
  measureMouth(joinMotions(seen.map(({ motion }) => motion)), rest);
