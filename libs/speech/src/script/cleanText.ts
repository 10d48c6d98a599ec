/**
 * What stands in a script but is never spoken, in the order in which it is taken out. No pattern looks past where it
 * could begin again, or a file of brackets would take hours.
 */
const unspoken: readonly (readonly [RegExp, string])[] = [
  [/\[[^[\]]*\]|［[^［］]*］|【[^【】]*】/g, ' '],
  [/\([^()]*\)|（[^（）]*）/g, ' '],
  [/[♪♫♩♬#*]+/g, ' '],
  [/(^|\n)[^\S\n]*(?:[-–—‐‑−>]+)[^\S\n]*/g, '$1'],
  [/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, ''],
];

/** The spoken words of a text: no descriptions of sounds, no speaker dashes, no notes, one space apart. */
export function cleanText(words: string): string {
  const spoken = unspoken.reduce((text, [pattern, by]) => text.replace(pattern, by), words);
  const tidy = spoken.replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
}
