const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lrm: '',
  rlm: '',
};

/** What stands in a script but is never spoken, in the order in which it is taken out. */
const unspoken: readonly (readonly [RegExp, string])[] = [
  [/\{\\[^}]*\}/g, ' '],
  [/<\/?[a-zA-Z][^>]*>|<\/?\d[\d:.]*>/g, ''],
  [/\[[^\]]*\]|［[^］]*］|【[^】]*】/g, ' '],
  [/\([^)]*\)|（[^）]*）/g, ' '],
  [/[♪♫♩♬#*]+/g, ' '],
  [/(^|\n)\s*(?:[-–—‐‑−>]+)\s*/g, '$1'],
  [/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ''],
];

/** The words of a cue or a row: no tags, no descriptions of sounds, no speaker dashes, no notes, one space apart. */
export function cleanText(raw: string): string {
  const spoken = unspoken.reduce((text, [pattern, by]) => text.replace(pattern, by), raw);
  const plain = spoken.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const tidy = plain.replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
}

/** The name in a WebVTT voice tag `<v Mary>`, if there is one. */
export const voiceOf = (raw: string): string | undefined =>
  /<v(?:\.[^\s>]+)*\s+([^>]+)>/.exec(raw)?.[1].trim();
