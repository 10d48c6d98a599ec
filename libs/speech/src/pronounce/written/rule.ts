import type { SpokenForms } from '../forms/spokenForms.ts';
import type { WrittenWord } from './writtenWord.ts';

/** Where in a line a rule looks. */
export interface Place {
  readonly tokens: readonly string[];
  readonly at: number;
  /** BCP 47, the language of the line. */
  readonly tag: string;
  readonly forms: SpokenForms;
  /** Words that the script has in small letters. */
  readonly vocabulary: ReadonlySet<string>;
  /** Whether the whole line is in capitals. */
  readonly loud: boolean;
}

/** What a rule makes of the words at a place: one written word in place of `count` tokens. */
export interface Expansion extends Partial<Omit<WrittenWord, 'word'>> {
  readonly count: number;
}

/** Knows one way in which people write otherwise than they speak; `undefined` where this is not it. */
export type Rule = (place: Place) => Expansion | undefined;

/** The word at a place, and the `count` words from there on. */
export const wordAt = ({ tokens, at }: Place, further = 0): string => tokens[at + further] ?? '';
