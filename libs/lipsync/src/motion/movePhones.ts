import type { Phone } from '@mondwerk/film';
import type { PhoneWish } from './lineEdits.ts';

/** However much it is squeezed by its neighbours, a sound keeps so many seconds. */
const SHORTEST = 0.01;

/** Instants that belong together are no further apart. */
const TOUCHING = 1e-6;

/** What is wanted of the time of one phone. */
export type TimeWish = Pick<PhoneWish, 'offset' | 'shift'>;

/** Where phones begin and end: an instant that two of them share is one. */
interface Instants {
  readonly at: readonly number[];
  /** Of each phone, the places of its start and end in `at`. */
  readonly of: readonly (readonly [start: number, end: number])[];
}

/**
 * Moves phones as is wished, in the same order. Silence gives room or fills it; a sound that is moved within its line
 * pushes its neighbours; lines that would run into each other share the loss.
 */
export function movePhones(phones: readonly Phone[], wishes: readonly TimeWish[]): Phone[] {
  if (wishes.every(({ offset, shift }) => (offset ?? 0) === 0 && shift === undefined)) return [...phones];
  const instants = instantsOf(phones);
  const firm = firmOnes(instants, wishes);
  const laid = withShifts(withOffsets(instants, wishes, firm), instants, wishes, firm);
  const moved = withSilence(instants, firm, laid);
  return phones.map((phone, index) => {
    const [start, end] = instants.of[index];
    return { ...phone, span: { start: moved[start], end: moved[end] } };
  });
}

function instantsOf(phones: readonly Phone[]): Instants {
  const at: number[] = [];
  const of = phones.map(({ span }) => {
    const touches = at.length > 0 && Math.abs(at[at.length - 1] - span.start) < TOUCHING;
    const start = touches ? at.length - 1 : at.push(span.start) - 1;
    return [start, at.push(span.end) - 1] as const;
  });
  return { at, of };
}

/** The instants at which a sound begins or ends: the others lie within silence. */
function firmOnes({ of }: Instants, wishes: readonly TimeWish[]): number[] {
  const firm = new Set(of.flatMap((ends, index) => (wishes[index].offset === undefined ? [] : ends)));
  return [...firm].sort((a, b) => a - b);
}

/** Every instant as its line asks, and in order: from the left and from the right, and the middle of both. */
function withOffsets({ at, of }: Instants, wishes: readonly TimeWish[], firm: readonly number[]): number[] {
  const asked = new Map<number, number[]>();
  of.forEach((ends, index) => {
    const { offset } = wishes[index];
    if (offset !== undefined)
      for (const end of ends) asked.set(end, [...(asked.get(end) ?? []), at[end] + offset]);
  });
  const wanted = firm.map((place) => {
    const those = asked.get(place)!;
    return those.reduce((sum, instant) => sum + instant, 0) / those.length;
  });
  const rightward = pushRight(wanted, 0, gapsOf(at, firm));
  const leftward = pushLeft(wanted, wanted.length - 1, gapsOf(at, firm));
  return wanted.map((_, index) => (rightward[index] + leftward[index]) / 2);
}

/** Sounds that are moved within their line come where they are wanted, and push what is in their way. */
function withShifts(
  laid: readonly number[],
  { at, of }: Instants,
  wishes: readonly TimeWish[],
  firm: readonly number[],
): readonly number[] {
  const gaps = gapsOf(at, firm);
  return wishes.reduce((before, { shift }, index) => {
    if (shift === undefined) return before;
    const [first, last] = of[index].map((place) => firm.indexOf(place));
    const set = before.map((value, place) =>
      place === first || place === last ? laid[place] + shift : value,
    );
    return pushRight(pushLeft(set, first, gaps), last, gaps);
  }, laid);
}

/** How near each instant may come to the one before. */
const gapsOf = (at: readonly number[], firm: readonly number[]): number[] =>
  firm.map((place, index) => (index === 0 ? 0 : Math.min(SHORTEST, at[place] - at[firm[index - 1]])));

function pushRight(instants: readonly number[], from: number, gaps: readonly number[]): number[] {
  const pushed = [...instants];
  for (let index = from + 1; index < pushed.length; index++)
    pushed[index] = Math.max(pushed[index], pushed[index - 1] + gaps[index]);
  return pushed;
}

function pushLeft(instants: readonly number[], from: number, gaps: readonly number[]): number[] {
  const pushed = [...instants];
  for (let index = from - 1; index >= 0; index--)
    pushed[index] = Math.min(pushed[index], pushed[index + 1] - gaps[index + 1]);
  return pushed;
}

/** Instants within silence stay between those of the sounds on either side, in proportion. */
function withSilence({ at }: Instants, firm: readonly number[], laid: readonly number[]): number[] {
  let next = 0;
  return at.map((instant, place) => {
    while (next < firm.length && firm[next] < place) next++;
    if (firm[next] === place) return laid[next];
    if (next === 0) return Math.min(instant, laid[0]);
    if (next === firm.length) return Math.max(instant, laid[next - 1]);
    const [from, to] = [at[firm[next - 1]], at[firm[next]]];
    const share = (instant - from) / (to - from);
    return laid[next - 1] + share * (laid[next] - laid[next - 1]);
  });
}
