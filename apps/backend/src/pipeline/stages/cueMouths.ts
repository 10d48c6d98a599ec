import { middleOf, type FilmClock, type FrameSpan, type MouthCue } from '@mondwerk/film';
import {
  adaptPrior,
  cueMouths,
  enforceCues,
  loadPrior,
  measureMouth,
  predictMotion,
  scaleTo,
  type Atlas,
  type MotionPrior,
  type WantedTrack,
} from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import { phonesSaidIn } from '../casting/phonesSaidBy.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { byShot, shotPiece, type ByShot } from '../shotPieces.ts';
import { joinMotions, seeMotion } from '../seenMotion.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import { tracksOf } from './buildAtlas.ts';
import type { Cast } from './castPerformers.ts';
import type { Faces } from './trackFaces.ts';

/** What the mouths of one shot shall do: cues as reviewers name them, and the motion of every dubbed track. */
export interface ShotCues {
  readonly cues: readonly MouthCue[];
  readonly wanted: readonly { readonly performer: string; readonly track: WantedTrack }[];
}

/** The original dialogue: what is said when, and by whom. */
export interface Original {
  readonly speech: Artifact<Speech>;
  readonly cast: Artifact<Cast>;
}

/** What the motion is made from. */
export interface Voices {
  readonly speech: Artifact<Speech>;
  readonly original: Original | null;
  readonly faces: Artifact<Faces>;
  readonly cast: Artifact<Cast>;
  readonly atlases: Artifact<readonly Atlas[]>;
  readonly dubbed: readonly DubbedTrack[];
}

/** Turns the voice into mouth shapes for each dubbed track; whatever the performer does not say is silence. */
export async function cueMouthsOnce(
  run: Run,
  checked: CheckedFilm,
  voices: Voices,
): Promise<Artifact<ByShot<ShotCues>>> {
  const { speech, original, atlases, dubbed } = voices;
  const inputs = {
    speech: speech.key,
    original: original && [original.speech.key, original.cast.key],
    atlases: atlases.key,
    dubbed,
  };
  const tracksOfShot = Map.groupBy(dubbed, ({ shot }) => shot.index);
  const { key, pieces, value } = await makePiecesOnce(
    run,
    { stage: 'cueMouths', inputs, rooms: ['film', 'phonetics', 'face', 'lipsync'] },
    { unit: 'shots', total: tracksOfShot.size },
    async (folder, meter) => {
      const priors = await priorsFor(atlases.value, run, checked, voices);
      const shots: number[] = [];
      for (const [shot, tracks] of tracksOfShot) {
        run.signal.throwIfAborted();
        await folder.save(shotPiece(shot), shapeShot(tracks, priors, checked, speech.value));
        shots.push(shot);
        meter.reach(shots.length);
      }
      return shots;
    },
  );
  return { key, value: byShot<ShotCues>(pieces, value) };
}

interface ReadyPerformer {
  readonly atlas: Atlas;
  readonly prior: MotionPrior;
}

async function priorsFor(
  atlases: readonly Atlas[],
  run: Run,
  checked: CheckedFilm,
  voices: Voices,
): Promise<ReadyPerformer[]> {
  const ready: ReadyPerformer[] = [];
  for (const atlas of atlases) ready.push({ atlas, prior: await priorFor(atlas, run, checked, voices) });
  return ready;
}

function shapeShot(
  tracks: readonly DubbedTrack[],
  performers: readonly ReadyPerformer[],
  checked: CheckedFilm,
  speech: Speech,
): ShotCues {
  const shaped = performers.flatMap(({ atlas, prior }) =>
    tracks
      .filter(({ performer }) => performer === atlas.performer)
      .map((track) => shapeTrack(track, atlas, prior, checked, speech)),
  );
  return {
    cues: distinct(shaped.flatMap(({ cues }) => cues)),
    wanted: shaped.map(({ performer, wanted }) => ({ performer, track: wanted })),
  };
}

/** Two tracks of one performer in a shot say the same lines. */
const distinct = (cues: readonly MouthCue[]): MouthCue[] => [
  ...new Map(cues.map((cue) => [`${cue.line} ${cue.shape} ${cue.span.start}`, cue])).values(),
];

/** How this performer moves: the prior scaled to the mouth, and drawn to how it was seen to say the original lines. */
async function priorFor(
  atlas: Atlas,
  run: Run,
  { film }: CheckedFilm,
  { original, faces, cast }: Voices,
): Promise<MotionPrior> {
  const performer = cast.value.performers.find(({ id }) => id === atlas.performer)!;
  const seen = await seeMotion(atlas, tracksOf(performer, faces.value, run.signal), film.clock);
  const scaled = scaleTo(
    loadPrior(),
    measureMouth(joinMotions(seen.map(({ motion }) => motion)), atlas.rest),
  );
  if (original === null) return scaled;
  const examples = seen.flatMap(({ shot, times, motion }) => {
    const lines = original.cast.value.spoken.filter(
      (spoken) => spoken.shot === shot && spoken.performer === atlas.performer && spoken.doubt === null,
    );
    if (lines.length === 0 || motion.frames === 0) return [];
    const phones = phonesSaidIn(
      lines.map(({ line }) => line),
      original.speech.value.phones,
    );
    return [{ phones, times, motion }];
  });
  return adaptPrior(scaled, examples);
}

function shapeTrack(
  track: DubbedTrack,
  atlas: Atlas,
  prior: MotionPrior,
  { film }: CheckedFilm,
  { phones }: Speech,
): { readonly performer: string; readonly wanted: WantedTrack; readonly cues: readonly MouthCue[] } {
  const said = phonesSaidIn(track.lines, phones);
  const cues = cueMouths(said);
  const times = middlesOf(film.clock, track.span);
  const frameLength = film.rate.den / film.rate.num;
  const motion = enforceCues(predictMotion(prior, said, times), cues, times, frameLength, atlas.rest);
  return {
    performer: track.performer,
    wanted: wantedOf(track, motion.displacement),
    cues: cues.filter(({ line }) => line >= 0),
  };
}

const middlesOf = (clock: FilmClock, { start, end }: FrameSpan): Float64Array =>
  Float64Array.from({ length: end - start }, (_, at) => middleOf(clock, start + at));

/** A track that begins or ends inside its shot shows the old mouth beyond, so the new one must come and go softly. */
const wantedOf = ({ track, span, shot }: DubbedTrack, displacement: Float32Array): WantedTrack => ({
  track,
  span,
  displacement,
  easeEnds: { first: span.start > shot.frames.start, last: span.end < shot.frames.end },
});
