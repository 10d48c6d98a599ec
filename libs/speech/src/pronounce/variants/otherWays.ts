import { withoutOptional } from './optionalSounds.ts';

/** How many other ways a word may have; each costs the aligner time and may fit a noise by chance. */
export const MOST_OTHERS = 3;

/** What is known of how a word may be said. */
export interface Ways {
  readonly word: string;
  /** How it is said most likely. */
  readonly phones: readonly string[];
  /** Ways that people wrote down, the likeliest first. */
  readonly also: readonly (readonly string[])[];
  /** How it is said alone, slowly, where nobody wrote down how it is said. */
  readonly alone?: readonly string[];
  /** BCP 47. */
  readonly tag: string;
}

/** The other ways to say a word, each once, the likeliest first. */
export function otherWays({ word, phones, also, alone, tag }: Ways): string[][] {
  // What people wrote down is what they hear: no rule adds to it.
  const read = alone === undefined ? [] : withoutOptional(word, phones, tag);
  const found = [...also, ...(alone !== undefined && differsAudibly(alone, phones) ? [alone] : []), ...read];
  const seen = new Set([phones.join(' ')]);
  const others: string[][] = [];
  for (const way of found) {
    const key = way.join(' ');
    if (way.length === 0 || seen.has(key)) continue;
    seen.add(key);
    others.push([...way]);
  }
  return others.slice(0, MOST_OTHERS);
}

/** Length, stress and what a neighbour does to a consonant's voice make no other word. */
const differsAudibly = (alone: readonly string[], connected: readonly string[]): boolean =>
  alone.map(roughly).join(' ') !== connected.map(roughly).join(' ');

const roughly = (ipa: string): string =>
  ipa
    .normalize('NFD')
    .replace(/[ːˑ\u0300-\u036f]/gu, '')
    .replace('ɾ', 't');
