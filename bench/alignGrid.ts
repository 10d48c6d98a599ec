import { existsSync, readFileSync } from 'node:fs';
import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import { readSound } from '@mondwerk/media';
import { readScript, SOUND_RATE } from '@mondwerk/speech';
import type { Comparison, SpokenCase } from './alignCase.ts';

/** The folder of GRID's fixture. */
export const grid = new URL('../../shared/fixtures/grid/', import.meta.url).pathname;

/** Whether GRID's fixture is there. */
export const hasGrid = existsSync(grid);

/** A word with its true time in seconds. */
interface TrueWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** A recording of GRID (`dub` or `film`), heard in `media`, with both edges of each word as its truth. */
export async function gridCase(what: 'dub' | 'film', media: string): Promise<SpokenCase> {
  const lines = await readScript(`${grid}${what}.srt`);
  const words = readWords(`${grid}${what}.words.csv`);
  const others = await readScript(`${grid}${what === 'dub' ? 'film' : 'dub'}.srt`);
  let at = 0;
  const truth = lines.map(({ text }) => words.slice(at, (at += text.split(' ').length)));
  return {
    name: `GRID ${what}`,
    language: 'en-GB',
    samples: await readSound(grid + media, SOUND_RATE),
    lines: lines.map((line, index): Line => ({ ...line, index })),
    otherTexts: others.map(({ text }) => text),
    compare: (line, phones) => compareWords(wordsOf(phones), truth[line]),
  };
}

/** The first lines of a case only. */
export function firstLines(spoken: SpokenCase, count: number): SpokenCase {
  const lines = spoken.lines.slice(0, count);
  return { ...spoken, lines, samples: spoken.samples.slice(0, (lines.at(-1)!.span!.end + 0.4) * SOUND_RATE) };
}

const readWords = (path: string): TrueWord[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))
    .map(([start, end, word]) => ({ start: Number(start), end: Number(end), word }));

function compareWords(found: readonly FoundWord[], truth: readonly TrueWord[]): Comparison[] {
  if (found.length !== truth.length) return [];
  return found.flatMap(({ first, last }, at) => [
    { found: first.span.start, real: truth[at].start, confidence: first.confidence },
    { found: last.span.end, real: truth[at].end, confidence: last.confidence },
  ]);
}

/** A word as aligned: a run of phones. */
interface FoundWord {
  readonly word: string;
  readonly first: Phone;
  readonly last: Phone;
}

function wordsOf(phones: readonly Phone[]): FoundWord[] {
  const words: FoundWord[] = [];
  for (const phone of phones.filter(({ ipa }) => ipa !== SILENCE)) {
    const last = words.at(-1);
    if (last !== undefined && last.word === phone.word) words[words.length - 1] = { ...last, last: phone };
    else words.push({ word: phone.word ?? '', first: phone, last: phone });
  }
  return words;
}
