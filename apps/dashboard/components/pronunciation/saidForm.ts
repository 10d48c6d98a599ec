/** The ways in which people write down how a word is said. */
export const WAYS = ['respelt', 'ipa', 'language'] as const;

/** One of the ways. */
export type Way = (typeof WAYS)[number];

/** How a word is said, as a form asks for it. */
export interface SaidParts {
  readonly way: Way;
  /** What is written: a respelling, or IPA without its slashes. */
  readonly text: string;
  /** BCP 47, of the language that reads it; empty but for `language`. */
  readonly language: string;
}

const ipa = /^\/(.*)\/$|^\[(.*)\]$/su;
const foreign = /^([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*:(.*)$/su;

/** Takes what is kept of how a word is said apart for a form. */
export function partsOf(said: string): SaidParts {
  const text = said.trim();
  const sounds = ipa.exec(text);
  if (sounds) return { way: 'ipa', text: sounds[1] ?? sounds[2], language: '' };
  const other = foreign.exec(text);
  if (other) return { way: 'language', text: other[2].trim(), language: other[1] };
  return { way: 'respelt', text, language: '' };
}

/** What is kept of how a word is said; empty while something is missing. */
export function saidOf({ way, text, language }: SaidParts): string {
  const plain = text.trim();
  if (way === 'language') return language === '' ? '' : `${language}:${plain}`;
  if (plain === '') return '';
  return way === 'ipa' ? `/${plain.replace(/^[/[]|[/\]]$/gu, '')}/` : plain;
}
