import { lengthOf, SILENCE, type Phone } from '@mondwerk/film';
import type { Pronunciation, SpokenWord } from '@mondwerk/speech';
import type { Heard } from './alignment.ts';

/** The words of all lines as they are heard, in the order of their times. Words that nobody can pronounce are left out. */
export function spokenWords(phones: readonly Phone[], pronunciations: readonly Pronunciation[]): Heard[] {
  const said = new Map(pronunciations.map(({ line, words }) => [line, words]));
  const byLine = Map.groupBy(
    phones.filter(({ line, ipa }) => line >= 0 && ipa !== SILENCE),
    ({ line }) => line,
  );
  return [...byLine]
    .flatMap(([line, own]) => groupWords(own, said.get(line) ?? []).map((word) => heardWord(word, line)))
    .sort((a, b) => a.start - b.start);
}

function heardWord(phones: readonly Phone[], line: number): Heard {
  return {
    start: phones[0].span.start,
    end: phones[phones.length - 1].span.end,
    text: phones[0].word ?? '',
    confidence: meanConfidence(phones),
    line,
  };
}

/** The confidence of phones together: long ones count for more. */
function meanConfidence(phones: readonly Phone[]): number {
  const total = phones.reduce((sum, { span }) => sum + lengthOf(span), 0);
  const sum = phones.reduce((all, { span, confidence }) => all + confidence * lengthOf(span), 0);
  return total > 0 ? sum / total : 0;
}

/** Which phones make which word: as the words are pronounced, else by the word that each phone names. */
function groupWords(phones: readonly Phone[], words: readonly SpokenWord[]): Phone[][] {
  const named = phones.filter(({ word }) => word !== undefined);
  return groupAsSaid(named, words) ?? groupByName(named);
}

/** The same word may be said twice in a row, which only its sounds tell. `undefined` where they were said otherwise. */
function groupAsSaid(phones: readonly Phone[], words: readonly SpokenWord[]): Phone[][] | undefined {
  // For every word, from which phone one may have come to where it ends.
  let ends = new Map<number, Phone[][]>([[0, []]]);
  for (const word of words) {
    const next = new Map<number, Phone[][]>();
    for (const [at, groups] of ends) {
      for (const way of [word.phones, ...(word.others ?? [])]) {
        const end = at + way.length;
        if (next.has(end) || !isSaidAt(phones, at, word.word, way)) continue;
        next.set(end, way.length === 0 ? groups : [...groups, phones.slice(at, end)]);
      }
    }
    ends = next;
  }
  return ends.get(phones.length);
}

const isSaidAt = (phones: readonly Phone[], at: number, word: string, way: readonly string[]): boolean =>
  way.every((ipa, index) => phones[at + index]?.ipa === ipa && phones[at + index].word === word);

function groupByName(phones: readonly Phone[]): Phone[][] {
  const groups: Phone[][] = [];
  for (const phone of phones) {
    const last = groups.at(-1);
    if (last?.[0].word === phone.word) last!.push(phone);
    else groups.push([phone]);
  }
  return groups;
}
