import { contains, type FrameSpan } from '@mondwerk/film';
import type { CastWishes } from './castWishes.ts';
import { over, type Wish } from './wish.ts';
import type { Where } from './wishes.ts';

/** A mouth in a frame. */
export interface MouthPlace {
  readonly performer: string;
  readonly shot: number;
  readonly frame: number;
  /** The line that it says there, where that is not to be looked up. */
  readonly line?: number;
}

/** What is wanted of a mouth in a frame: what holds for its line before its shot, its performer, and all. */
export function wishAt(wishes: CastWishes, place: MouthPlace): Wish {
  const { performer, frame } = place;
  const line = place.line ?? lineAt(wishes, place);
  return [
    wishes.performers.find((each) => each.performer === performer)?.wish,
    wishes.shots.find(({ where }) => holdsIn(where, place.shot, frame))?.wish,
    wishes.lines.find((each) => each.line === line)?.wish,
  ].reduce<Wish>((wished, more) => (more === undefined ? wished : over(wished, more)), wishes.all);
}

/** Whether something holds in a frame of a shot. */
export const holdsIn = (where: Where, shot: number, frame: number): boolean =>
  'shot' in where ? where.shot === shot : contains(where.frames, frame);

/** The line that a performer says in a frame; of two that overlap, the one that began later. */
function lineAt({ spoken }: CastWishes, { performer, shot, frame }: MouthPlace): number | undefined {
  const own = spoken.filter(
    (each) => each.performer === performer && each.shot === shot && contains(each.frames, frame),
  );
  return own.sort((a, b) => b.frames.start - a.frames.start)[0]?.line;
}

/** What a mouth is wanted to be through some frames, as spans in which it is the same. */
export function runsOf<T>(
  { start, end }: FrameSpan,
  valueAt: (frame: number) => T,
): { readonly frames: FrameSpan; readonly value: T }[] {
  const runs: { frames: { start: number; end: number }; value: T; text: string }[] = [];
  for (let frame = start; frame < end; frame++) {
    const value = valueAt(frame);
    const text = JSON.stringify(value) ?? '';
    const last = runs.at(-1);
    if (last?.text === text) last.frames.end = frame + 1;
    else runs.push({ frames: { start: frame, end: frame + 1 }, value, text });
  }
  return runs.map(({ frames, value }) => ({ frames, value }));
}
