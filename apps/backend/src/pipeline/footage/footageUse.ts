import { perSecond } from '@mondwerk/film';
import { speechSeen, type PlannedMouth, type SpeechSeen } from '@mondwerk/lipsync';
import type { CheckedOrder } from '../checkedOrder.ts';
import type { PlannedDub } from '../dubSteps.ts';
import type { FoundPerson } from './matchPeople.ts';
import type { Footage } from './openFootage.ts';

/** How much of somebody's speaking mouth there is to take from. */
export interface PerformerSpeech extends SpeechSeen {
  readonly performer: string;
  /** The characters whose lines they say. */
  readonly characters: readonly string[];
  /** Seconds of the film in which the mouth is seen well. */
  readonly seconds: number;
}

/** How much of the speaking mouths of those who are dubbed was seen. */
export function performersSpeech(
  { film, script }: Pick<CheckedOrder, 'film' | 'script'>,
  { atlases, cast }: Pick<PlannedDub, 'atlases' | 'cast'>,
): PerformerSpeech[] {
  const characterOf = new Map(script.lines.map(({ index, character }) => [index, character]));
  return atlases.value.map((atlas) => {
    const { performer } = atlas;
    const lines = cast.value.spoken.filter((spoken) => spoken.performer === performer);
    const characters = [...new Set(lines.flatMap(({ line }) => characterOf.get(line) ?? []))];
    const seen = speechSeen(atlas);
    return { performer, characters, seconds: seen.frames / perSecond(film.rate), ...seen };
  });
}

/** What was taken from one piece of other footage. */
export interface FootageUse {
  readonly file: string;
  readonly sha256: string;
  readonly people: readonly (FoundPerson & {
    /** Seconds on the screen there. */
    readonly seconds: number;
    /** New mouths that were made from it, and different frames of it that they were made from. */
    readonly mouths: number;
    readonly frames: number;
  })[];
}

/** What a plan takes from other footage, file by file. */
export const footageUse = (footage: readonly Footage[], plan: readonly PlannedMouth[]): FootageUse[] => {
  const used = usedFrames(plan);
  return footage.map(({ input, people, tracks }) => ({
    ...{ file: input.name, sha256: input.sha256 },
    people: people.map((person) => {
      const own = tracks.filter(({ id }) => person.tracks.includes(id));
      const frames = own.flatMap(({ id }) => used.get(id) ?? []);
      return {
        ...person,
        seconds: own.reduce((sum, track) => sum + track.frames, 0) / perSecond(input.film.rate),
        mouths: frames.length,
        frames: new Set(frames).size,
      };
    }),
  }));
};

/** The frames of each track from which new mouths are made, one for each mouth. */
function usedFrames(plan: readonly PlannedMouth[]): Map<string, number[]> {
  const used = new Map<string, number[]>();
  for (const { strength, sources } of plan) {
    if (strength === 0 || sources.length === 0) continue;
    const { track, frame } = sources.reduce((a, b) => (b.weight > a.weight ? b : a));
    used.set(track, [...(used.get(track) ?? []), frame]);
  }
  return used;
}
