import { followLoudness } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { shapeShot, type Shaping, type ShotCues } from '../shapeShot.ts';
import { byShot, shotPiece, type ByShot } from '../shotPieces.ts';
import type { CastWishes } from '../wishes/castWishes.ts';
import { lineWishesIn } from '../wishes/motionWishes.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import type { PhoneLevels } from './hearLoudness.ts';
import { learnMotionOnce, type SeenPerformers } from './learnMotion.ts';

export type { ShotCues } from '../shapeShot.ts';

/** What the motion is made from. */
export interface Voices extends SeenPerformers {
  readonly speech: Artifact<Speech>;
  readonly dubbed: readonly DubbedTrack[];
  /** How loud the sounds are, `null` where mouths do not follow that. */
  readonly levels: Artifact<PhoneLevels> | null;
  /** What people want of the mouths, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
}

/**
 * Turns the voice into mouth shapes for each dubbed track, as people want them; whatever the performer does not say is
 * silence.
 */
export async function cueMouthsOnce(
  run: Run,
  checked: CheckedOrder,
  voices: Voices,
): Promise<Artifact<ByShot<ShotCues>>> {
  const { speech, atlases, dubbed } = voices;
  const { film, lineSettings, strengths } = checked;
  const { lines } = checked.script;
  const marked = lines.filter(({ marks }) => marks !== undefined && marks.length > 0);
  const motions = await learnMotionOnce(run, checked, voices);
  const { levels, wishes } = voices;
  const tracksOfShot = Map.groupBy(dubbed, ({ shot }) => shot.index);
  const wishedIn = new Map(
    [...tracksOfShot].map(([shot, tracks]) => [shot, wishes === null ? [] : lineWishesIn(wishes, tracks)]),
  );
  const wished = [...wishedIn].filter(([, lines]) => lines.length > 0);
  const inputs = {
    speech: speech.key,
    motions: motions.key,
    dubbed,
    ...(lineSettings.length > 0 && { lineSettings }),
    ...(wished.length > 0 && { wished }),
    ...(strengths.size > 0 && { strengths: [...strengths] }),
    ...(marked.length > 0 && { marks: marked.map(({ index, marks }) => ({ index, marks })) }),
    loudness: levels && [levels.key, voices.cast.key],
  };
  const { key, pieces, value } = await makePiecesOnce(
    run,
    { stage: 'cueMouths', inputs, rooms: ['film', 'phonetics', 'face', 'lipsync'] },
    { unit: 'shots', total: tracksOfShot.size },
    async (folder, meter) => {
      const { phones } = speech.value;
      const shaping: Shaping = {
        ...{ film, lines, lineSettings, strengths, phones },
        ...{ atlases: atlases.value, motions: motions.value, loudness: loudnessOf(voices) },
      };
      const shots: number[] = [];
      for (const [shot, tracks] of tracksOfShot) {
        run.signal.throwIfAborted();
        const own = [...lineSettings, ...wishedIn.get(shot)!];
        await folder.save(shotPiece(shot), shapeShot(tracks, { ...shaping, lineSettings: own }));
        shots.push(shot);
        meter.reach(shots.length);
      }
      return shots;
    },
  );
  return { key, value: byShot<ShotCues>(pieces, value) };
}

/** How every performer follows the loudness of the voice in all that they say in the film. */
export function loudnessOf({ speech, cast, levels }: Voices): Shaping['loudness'] {
  if (levels === null) return new Map();
  const sounds = Map.groupBy(
    speech.value.phones.map((phone, at) => ({ phone, level: levels.value[at] ?? undefined })),
    ({ phone }) => phone.line,
  );
  const spoken = Map.groupBy(cast.value.spoken, ({ performer }) => performer);
  return new Map(
    [...spoken].flatMap(([performer, own]) => {
      if (performer === null) return [];
      const lines = [...new Set(own.map(({ line }) => line))];
      return [[performer, followLoudness(lines.flatMap((line) => sounds.get(line) ?? []))] as const];
    }),
  );
}
