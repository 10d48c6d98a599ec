import { FROM_NOUGHT } from '@mondwerk/film';
import { readBlocks } from './cueBlocks.ts';
import { readCueText } from './cueText.ts';
import { charactersNamed, nameCharacters } from './characters.ts';
import { trimRich } from './richText.ts';
import { EMPTY_SCRIPT, type RawScript, type ScriptLine, type ScriptReading } from './scriptDocument.ts';

/** Reads SRT, with its tags and `{\an8}`. @throws Refusal where times make no sense. */
export function readSrt(text: string, reading: ScriptReading, name: string): RawScript {
  const { cues } = readBlocks(text, { name, ...(reading.rate && { rate: reading.rate }) }, false);
  const lines = nameCharacters(
    cues.map(({ span, text: raw }): ScriptLine => {
      const place = /\{\\an([1-9])\}/.exec(raw)?.[1];
      const words = trimRich(readCueText(raw));
      return { span, text: words, ...(place === undefined ? {} : { settings: { an: place } }) };
    }),
  );
  const clock = cues.some(({ frames }) => frames)
    ? reading.rate && { rate: reading.rate, start: FROM_NOUGHT }
    : undefined;
  return {
    document: { ...EMPTY_SCRIPT, ...(clock && { clock }), lines, characters: charactersNamed(lines) },
  };
}
