import { Refusal } from '@mondwerk/film';
import { charactersNamed, nameCharacters } from './characters.ts';
import { readCueText } from './cueText.ts';
import { isTiming } from './cueTime.ts';
import { findTable } from './findTable.ts';
import { readCsv } from './readCsv.ts';
import { readDetx } from './readDetx.ts';
import { readSrt } from './readSrt.ts';
import { readTtml } from './readTtml.ts';
import { readVtt } from './readVtt.ts';
import { readXml } from './readXml.ts';
import { trimRich } from './richText.ts';
import { EMPTY_SCRIPT, type RawScript, type ScriptDocument, type ScriptReading } from './scriptDocument.ts';
import { saysLanguage } from './scriptLanguage.ts';
import { settleTimes } from './settleTimes.ts';

/** Formats that are text but not a script we read, by how they begin. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype\s+html|html)/i, 'a web page'],
  [/^\s*\[script info\]/i, 'an ASS subtitle'],
  [/^\s*\{\\rtf/i, 'RTF'],
  [/^\s*%PDF/, 'PDF'],
  [/^\s*\{\d+\}\s*\{\d+\}/, 'a MicroDVD subtitle'],
  [/^\s*[[{]\s*["{]/, 'JSON'],
];

/** Reads the text of a script by what is in it. `name` is what people call its file. @throws Refusal as `readScript`. */
export function parseScript(text: string, reading: ScriptReading, name: string): ScriptDocument {
  const stranger = strangers.find(([start]) => start.test(text.slice(0, 2000)));
  if (stranger !== undefined) throw notAScript(name, stranger[1]);
  const settled = settleTimes(parse(text, reading, name), reading, name);
  return { ...settled, remarks: [...otherLanguage(settled, reading, name), ...settled.remarks] };
}

function parse(text: string, reading: ScriptReading, name: string): RawScript {
  if (/^\s*</.test(text) && !/^\s*<\/?[ibu]>/i.test(text.slice(0, 200))) return parseXml(text, reading, name);
  if (/^\s*WEBVTT/.test(text)) return readVtt(text, reading, name);
  if (text.split(/\r\n|\r|\n/).some(isTiming)) return readSrt(text, reading, name);
  if (findTable(text, name) !== undefined) return readCsv(text, reading, name);
  return readPlain(text);
}

function parseXml(text: string, reading: ScriptReading, name: string): RawScript {
  const root = readXml(text, name);
  if (root.name === 'tt') return readTtml(root, reading, name);
  if (root.name === 'detx') return readDetx(root, reading, name);
  throw notAScript(name, `XML of another kind (<${root.name.slice(0, 40)}>)`);
}

/** Lines of text, one row each, without times. */
function readPlain(text: string): RawScript {
  const rows = text.split(/\r\n|\r|\n/).filter((row) => row.trim() !== '');
  const lines = nameCharacters(rows.map((row) => ({ text: trimRich(readCueText(row)) })));
  return { document: { ...EMPTY_SCRIPT, lines, characters: charactersNamed(lines) } };
}

/** Programs often leave a language in a file that is not the one that is in it. */
function otherLanguage({ language }: ScriptDocument, reading: ScriptReading, name: string): string[] {
  if (language === undefined || reading.language === undefined) return [];
  if (saysLanguage(language, reading.language)) return [];
  return [`${name} says that its language is ${language}: it has been read as ${reading.language}.`];
}

const notAScript = (name: string, kind: string): Refusal =>
  new Refusal(
    'script-format',
    `The script ${name} is ${kind}: export it as SRT, WebVTT, TTML, DAPT, detX, CSV or plain text.`,
  );
