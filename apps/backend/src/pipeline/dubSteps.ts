import { lengthOf } from '@mondwerk/film';
import type { Atlas } from '@mondwerk/lipsync';
import { dubbedTracks, type DubbedTrack } from './casting/dubbedTracks.ts';
import type { CheckedOrder } from './checkedOrder.ts';
import type { Footage } from './footage/openFootage.ts';
import { sparedLines } from './lines/spareLines.ts';
import { headsOf, type PerformerHead } from './performerHeads.ts';
import type { Online } from './online/pictureSizes.ts';
import type { Run } from './run.ts';
import type { ByShot } from './shotPieces.ts';
import type { Speech } from './stages/alignSpeech.ts';
import type { VoiceSpeech } from './stages/alignVoices.ts';
import { buildAtlasesOnce } from './stages/buildAtlas.ts';
import { castPerformersOnce, type Cast, type DecidedCast } from './stages/castPerformers.ts';
import { cueMouthsOnce, type ShotCues } from './stages/cueMouths.ts';
import { hearLoudnessOnce, type PhoneLevels } from './stages/hearLoudness.ts';
import { judgeLinesOnce, type JudgedMouths } from './stages/judgeLines.ts';
import type { Original } from './stages/learnMotion.ts';
import { planLinesOnce, type Plan } from './stages/planLines.ts';
import type { Faces } from './stages/trackFaces.ts';
import { castWishes, type CastWishes } from './wishes/castWishes.ts';
import { withoutLeftTracks } from './wishes/motionWishes.ts';
import { NO_WISHES } from './wishes/wishes.ts';
import type { Artifact } from './workFolder.ts';

/** What a dub's cast is found from. */
export interface HeardDub {
  readonly faces: Artifact<Faces>;
  readonly speech: Artifact<VoiceSpeech>;
  readonly originalSpeech: Artifact<Speech> | null;
}

/** A dub of which it is known who says what, and which tracks get new mouths. */
export interface CastDub extends HeardDub {
  readonly cast: Artifact<Cast>;
  readonly original: Original | null;
  readonly dubbed: readonly DubbedTrack[];
  /** What people want of the mouths, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
}

/** Finds out who says what, in the dub and in the original. */
export async function castDub(
  run: Run,
  order: CheckedOrder,
  heard: HeardDub,
  decided: DecidedCast,
): Promise<CastDub> {
  const { faces, speech, originalSpeech } = heard;
  const { lines } = order.script;
  const unheard = new Set(
    speech.value.lines.flatMap(({ line, problem }) => (problem === 'not-heard' ? [line] : [])),
  );
  const missing = lines.filter(({ index }) => unheard.has(index));
  const cast = await castPerformersOnce(run, order, faces, { speech, lines, missing }, decided);
  const original = originalSpeech && {
    speech: originalSpeech,
    cast: await castPerformersOnce(
      run,
      order,
      faces,
      { speech: originalSpeech, lines: order.original!.lines, missing: [] },
      // People speak of the dub's lines; its characters are those of the original.
      { ...decided, casting: { ...decided.casting, lines: [] } },
    ),
  };
  const dubbed = dubbedTracks({ ...cast.value, ...faces.value }, order.stretch);
  return { ...heard, cast, original, dubbed, wishes: wishesOf(order, faces.value, cast.value) };
}

/** @throws Refusal `settings-wrong` for wishes about shots and people that there are not. */
function wishesOf(order: CheckedOrder, { shots }: Faces, { performers, spoken }: Cast): CastWishes | null {
  const { wanted, settings, script, film, stretch } = order;
  if (wanted === undefined && settings.strength === 1) return null;
  const partly = lengthOf(stretch) < film.clock.times.length;
  return castWishes(
    wanted?.wishes ?? NO_WISHES,
    { ...{ shots, performers, spoken, partly }, lines: script.lines, strength: settings.strength },
    wanted?.name ?? '',
  );
}

/** A dub of which it is known what its performers' mouths can do. */
export interface LearnedDub extends CastDub {
  /** Other footage in which performers were looked for. */
  readonly footage: readonly Footage[];
  readonly atlases: Artifact<readonly Atlas[]>;
  readonly heads: readonly PerformerHead[];
}

/** Learns what the mouths of those who speak can do. */
export async function learnMouths(
  run: Run,
  dub: CastDub,
  footage: readonly Footage[] = [],
  online: Online | null = null,
): Promise<LearnedDub> {
  const { faces, cast, dubbed } = dub;
  const atlases = await buildAtlasesOnce(run, faces, cast, dubbed, footage, online);
  const heads = headsOf(atlases.value, cast.value.performers, faces.value.tracks, footage);
  return { ...dub, footage, atlases, heads };
}

/** A dub of which it is known what every mouth shall do. */
export interface CuedDub extends LearnedDub {
  /** How loud the sounds are, `null` where mouths do not follow that. */
  readonly levels: Artifact<PhoneLevels> | null;
  readonly cues: Artifact<ByShot<ShotCues>>;
}

/** Finds out what every mouth shall do that is not left as it was. */
export async function cueDub(run: Run, order: CheckedOrder, dub: LearnedDub): Promise<CuedDub> {
  const levels = order.settings.followLoudness ? await hearLoudnessOnce(run, order, dub.speech) : null;
  const unleft = withoutLeft(dub.dubbed, order);
  const dubbed = dub.wishes === null ? unleft : withoutLeftTracks(dub.wishes, unleft);
  const touched = { ...dub, levels, dubbed };
  return { ...touched, cues: await cueMouthsOnce(run, order, touched) };
}

/** A mouth that people want left as it was in every line that it says in a shot is not touched there. */
const withoutLeft = (
  dubbed: readonly DubbedTrack[],
  { lineSettings }: Pick<CheckedOrder, 'lineSettings'>,
): DubbedTrack[] => {
  const left = new Set(lineSettings.flatMap(({ line, leave }) => (leave ? [line] : [])));
  return dubbed.filter(({ lines }) => !lines.every((line) => left.has(line)));
};

/** A dub that can be rendered. */
export interface PlannedDub extends CuedDub {
  /** How visibly the old mouths say something else, line by line. */
  readonly judged: Artifact<readonly JudgedMouths[]>;
  /** The lines whose mouths are left because they nearly say them. */
  readonly spared: ReadonlySet<number>;
  readonly plan: Artifact<Plan>;
}

/** Chooses the frames that every mouth is taken from. */
export async function planDub(run: Run, order: CheckedOrder, dub: CuedDub): Promise<PlannedDub> {
  const judged = await judgeLinesOnce(run, order, dub);
  const spared = sparedLines(judged.value, order, dub.wishes);
  const plan = await planLinesOnce(run, order, dub, spared);
  return { ...dub, judged, spared, plan };
}
