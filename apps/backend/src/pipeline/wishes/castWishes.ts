import { overlaps, type Line, type Performer, type Shot } from '@mondwerk/film';
import type { SpokenLine } from '../casting/castLines.ts';
import { plainName } from '../dubVoices.ts';
import { refusalFor, type Fault } from './faults.ts';
import type { MovingMask, Wishes } from './wishes.ts';

/** What is known of a film once it was looked at. */
export interface Scene {
  readonly shots: readonly Shot[];
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
  readonly lines: readonly Line[];
  /** Whether only a part of the film was looked at: somebody who is not found may be elsewhere in it. */
  readonly partly: boolean;
  /** How far all mouths move, 1 as predicted; what is wanted of single ones is times that. */
  readonly strength?: number;
}

/** Wishes whose performers are those of the film, and who says what meanwhile. */
export interface CastWishes extends Wishes {
  /** How far all mouths move, times what is wanted of them. */
  readonly strength: number;
  readonly spoken: readonly SpokenLine[];
}

/**
 * Finds out whom wishes are about, once it is known who is in the film. `name` is the file's.
 * @throws Refusal `settings-wrong` for shots and performers that there are not.
 */
export function castWishes(wishes: Wishes, scene: Scene, name: string): CastWishes {
  const faults: Fault[] = [];
  const findPerformer = (said: string, place: string): string | undefined => {
    const found = performerOf(said, scene);
    if (found === undefined && !scene.partly && !isCharacter(said, scene)) {
      faults.push({ place, says: `is ${JSON.stringify(said)}, whom nobody knows: ${whoIsThere(scene)}` });
    }
    return found;
  };
  const performers = wishes.performers.flatMap(({ performer: said, wish }) => {
    const performer = findPerformer(said, `performers.${said}`);
    return performer === undefined ? [] : [{ performer, said, wish }];
  });
  performers.forEach(({ performer, said }, at) => {
    const before = performers.slice(0, at).find((other) => other.performer === performer);
    if (before !== undefined)
      faults.push({
        place: `performers.${said}`,
        says: `is ${performer}, as performers.${before.said} is too`,
      });
  });
  const masks = wishes.masks.flatMap((mask, at): MovingMask[] => {
    if (mask.performer === null) return [mask];
    const performer = findPerformer(mask.performer, `masks[${at}].performer`);
    return performer === undefined ? [] : [{ ...mask, performer }];
  });
  faults.push(...wrongShots(wishes, scene));
  if (faults.length > 0) throw refusalFor(name, faults);
  return { ...wishes, performers, masks, spoken: scene.spoken, strength: scene.strength ?? 1 };
}

/** By id, or who says most of a character's lines. */
function performerOf(said: string, { performers, spoken, lines }: Scene): string | undefined {
  if (performers.some(({ id }) => id === said)) return said;
  const own = linesOf(said, lines);
  const counts = new Map<string, number>();
  for (const { line, performer } of spoken)
    if (performer !== null && own.has(line)) counts.set(performer, (counts.get(performer) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const linesOf = (character: string, lines: readonly Line[]): ReadonlySet<number> =>
  new Set(
    lines
      .filter((line) => line.character !== undefined && plainName(line.character) === plainName(character))
      .map(({ index }) => index),
  );

/** One who is never on the screen has no mouth, and that is no mistake. */
const isCharacter = (said: string, { lines }: Scene): boolean => linesOf(said, lines).size > 0;

const MOST_NAMED = 12;

function whoIsThere({ performers, lines }: Scene): string {
  const characters = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  const names = [...performers.map(({ id }) => id), ...characters];
  return `there are ${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? '…' : ''}`;
}

function wrongShots({ shots: wished, masks }: Wishes, { shots }: Scene): Fault[] {
  const known = new Map(shots.map((shot) => [shot.index, shot]));
  const places = [
    ...wished.map(({ where }, at) => ({ where, place: `shots[${at}]` })),
    ...masks.map(({ where }, at) => ({ where, place: `masks[${at}]` })),
  ];
  const missing = places.flatMap(({ where, place }) =>
    'shot' in where && !known.has(where.shot)
      ? [{ place: `${place}.shot`, says: `is ${where.shot}: the film's shots are 0 to ${shots.length - 1}` }]
      : [],
  );
  const framesIn = (at: number) => {
    const { where } = wished[at];
    return 'shot' in where ? known.get(where.shot)?.frames : where.frames;
  };
  const twice = wished.flatMap((_, at) => {
    const own = framesIn(at);
    const before = wished.slice(0, at).findIndex((__, other) => {
      const theirs = framesIn(other);
      return own !== undefined && theirs !== undefined && overlaps(own, theirs);
    });
    return before < 0
      ? []
      : [{ place: `shots[${at}]`, says: `is about frames that shots[${before}] is about too` }];
  });
  return [...missing, ...twice];
}
