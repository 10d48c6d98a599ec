/** A script to look for names in. */
export interface ScriptText {
  /** BCP 47. */
  readonly language: string;
  readonly lines: readonly string[];
}

/** A word that is likely a name. */
export interface FoundName {
  readonly word: string;
  /** How often the scripts have it. */
  readonly occurrences: number;
  /** Of the scripts that have it, BCP 47. */
  readonly languages: readonly string[];
  /** A line that has it. */
  readonly example: string;
}

interface Seen {
  occurrences: number;
  inside: number;
  readonly languages: Set<string>;
  readonly example: string;
}

/** In these every noun begins with a capital, so that only words of other scripts too count as names. */
const nounsInCapitals = new Set(['de', 'lb']);

/** A run of capitalised words, where one may be joined by a hyphen or an apostrophe. */
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /['’]s$/u;

/**
 * Words that are likely names, the surest first: characters, then words that several languages' scripts have, then by
 * how often. A name begins with a capital inside a sentence and is never written small.
 */
export function namesIn(
  scripts: readonly ScriptText[],
  { characters, known }: { readonly characters: readonly string[]; readonly known: readonly string[] },
): FoundName[] {
  const seen = new Map<string, Seen>();
  const small = new Set<string>();
  for (const { language, lines } of scripts) for (const line of lines) look(line, language, seen, small);
  const parts = new Set(characters.flatMap((name) => name.toLowerCase().match(word) ?? []));
  const said = new Set(known.flatMap((entry) => [entry.toLowerCase(), ...entry.toLowerCase().split(/\s+/u)]));
  return [...seen]
    .filter(
      ([name, found]) =>
        isName(name, found, { parts, small, several: scripts.length > 1 }) && !said.has(name.toLowerCase()),
    )
    .map(([name, found]) => ({ word: name, ...found, languages: [...found.languages] }))
    .sort(
      (a, b) =>
        rank(b, parts) - rank(a, parts) || b.occurrences - a.occurrences || (a.word < b.word ? -1 : 1),
    )
    .map(({ word: name, occurrences, languages, example }) => ({
      word: name,
      occurrences,
      languages,
      example,
    }));
}

function look(line: string, language: string, seen: Map<string, Seen>, small: Set<string>): void {
  // A line in capitals tells nothing of which words begin with one.
  if (!/\p{Ll}/u.test(line)) return;
  for (const match of line.matchAll(word)) {
    const name = match[0].replace(possessive, '');
    if (/^\p{Ll}/u.test(name)) small.add(name.toLowerCase());
    if (!/^\p{Lu}\p{M}*(?=.*\p{Ll})/u.test(name)) continue;
    const before = line.slice(0, match.index).trimEnd();
    const found = seen.get(name) ?? { occurrences: 0, inside: 0, languages: new Set(), example: line };
    found.occurrences++;
    if (before !== '' && !/[.!?…:;"“”«»¿¡(\-–—]$/u.test(before)) found.inside++;
    found.languages.add(language);
    seen.set(name, found);
  }
}

interface Surroundings {
  readonly parts: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  readonly several: boolean;
}

function isName(name: string, { inside, languages }: Seen, { parts, small, several }: Surroundings): boolean {
  if ([...name].length < 2 || /^I['’]/u.test(name)) return false;
  if (parts.has(name.toLowerCase())) return true;
  if (small.has(name.toLowerCase())) return false;
  const onlyNouns = [...languages].every((language) => nounsInCapitals.has(language.split('-')[0]));
  return languages.size > 1 ? inside > 0 : inside > 0 && !(onlyNouns && several);
}

const rank = ({ word: name, languages }: FoundName, parts: ReadonlySet<string>): number =>
  (parts.has(name.toLowerCase()) ? 100 : 0) + languages.length;
