import { charactersNamed, nameCharacters } from './characters.ts';
import { readBlocks, type CueBlock, type OtherBlock } from './cueBlocks.ts';
import { readCueText } from './cueText.ts';
import { tidyRich, trimRich, type RichText, type Tagged } from './richText.ts';
import {
  EMPTY_SCRIPT,
  type RawScript,
  type ScriptDocument,
  type ScriptLine,
  type ScriptReading,
  type Settings,
} from './scriptDocument.ts';

/** Reads WebVTT, with its regions, styles, notes, cue settings and voices. @throws Refusal where times make no sense. */
export function readVtt(text: string, reading: ScriptReading, name: string): RawScript {
  const place = { name, ...(reading.rate && { rate: reading.rate }) };
  const { cues, others } = readBlocks(text, place, true);
  const lines = nameCharacters(cues.map(lineOf));
  const layout = layoutOf(others);
  return {
    document: {
      ...EMPTY_SCRIPT,
      ...headOf(text),
      lines,
      characters: charactersNamed(lines),
      notes: others.flatMap(({ text: block, before }) =>
        /^NOTE(\s|$)/.test(block) ? [{ before, text: block.slice(4).trim() }] : [],
      ),
      ...(layout.styles.length + layout.regions.length > 0 && { layout }),
    },
  };
}

function lineOf({ span, id, settings, text }: CueBlock): ScriptLine {
  const found = settingsIn(settings);
  return {
    span,
    ...(id === undefined || id.startsWith('WEBVTT') ? {} : { id }),
    ...(Object.keys(found).length > 0 && { settings: found }),
    ...spokenBy(trimRich(readCueText(text))),
  };
}

/** Who begins to speak says the line; others stay marked in its text. */
function spokenBy(text: RichText): Pick<ScriptLine, 'text' | 'character'> {
  const voice = text.find((piece): piece is Tagged => typeof piece !== 'string' && piece.tag === 'voice');
  const first = text.find((piece) => typeof piece !== 'string' || piece.trim() !== '');
  if (voice?.value === undefined || first !== voice) return { text };
  const own = text.flatMap((piece) =>
    typeof piece !== 'string' && piece.tag === 'voice' && piece.value === voice.value
      ? piece.inside
      : [piece],
  );
  return { text: trimRich(tidyRich(own)), character: voice.value };
}

/** The title behind `WEBVTT`, and the language that some programs write below it. */
function headOf(text: string): Pick<ScriptDocument, 'title' | 'language'> {
  const head = /^\s*WEBVTT([^\r\n]*)((?:\r\n|\r|\n)[^\r\n]+)*/.exec(text.slice(0, 2000))?.[0] ?? '';
  const title = /^\s*WEBVTT[ \t-]*([^\r\n]*)/.exec(head)?.[1].trim();
  const language = /(?:^|[\r\n])Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\s*(?:[\r\n]|$)/.exec(
    head,
  )?.[1];
  return { ...(title ? { title } : {}), ...(language === undefined ? {} : { language }) };
}

function layoutOf(others: readonly OtherBlock[]): NonNullable<ScriptDocument['layout']> {
  const bodies = (name: string): string[] =>
    others.flatMap(({ text }) => {
      const match = new RegExp(`^${name}[ \\t]*\\n`).exec(text);
      return match === null ? [] : [text.slice(match[0].length)];
    });
  return {
    of: 'vtt',
    styles: bodies('STYLE').map((text) => ({ text })),
    regions: bodies('REGION').map(settingsIn),
  };
}

/** `align:start position:10%` as names and values; a region's may stand in rows and with `=`. */
function settingsIn(text: string): Settings {
  const found = text.split(/\s+/).flatMap((part): [string, string][] => {
    const at = part.search(/[:=]/);
    return at > 0 && at < part.length - 1 ? [[part.slice(0, at), part.slice(at + 1)]] : [];
  });
  return Object.fromEntries(found);
}
