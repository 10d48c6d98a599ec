import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';
import { nameCharacters, type Event } from './characters.ts';
import { cleanText } from './cleanText.ts';
import { isTiming } from './cueTime.ts';
import { decodeText, notText } from './decodeText.ts';
import { readCues } from './readCues.ts';

/** Formats that are text but not a script we read, by how they begin. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(\?xml|tt[\s>]|!doctype|html)/i, 'XML'],
  [/^\s*\[script info\]/i, 'an ASS subtitle'],
  [/^\s*\{\\rtf/i, 'RTF'],
  [/^\s*%PDF/, 'PDF'],
  [/^\s*[[{]\s*["{]/, 'JSON'],
];

/**
 * Reads a script by what is in it, not by its name: SRT, WebVTT, or plain lines without times. `language` (BCP 47)
 * helps to tell whether old Western bytes are that. @throws Refusal when it cannot be read, is empty or not a script.
 */
export async function readScript(path: string, language?: string): Promise<Line[]> {
  const name = basename(path);
  const text = decodeText(await readBytes(path, name), name, language);
  const stranger = strangers.find(([start]) => start.test(text));
  if (stranger !== undefined) throw notAScript(name, stranger[1]);
  const spoken = parseEvents(text, name).filter((event) => event.text !== '');
  if (spoken.length === 0) {
    throw new Refusal(
      'script-empty',
      `The script ${name} has no spoken words: give the dialogue, one line each.`,
    );
  }
  return nameCharacters(spoken).map((event, index) => ({ index, ...event }));
}

function parseEvents(text: string, name: string): Event[] {
  const rows = text.split(/\r\n|\r|\n/);
  if (/^\s*WEBVTT/.test(text) || rows.some(isTiming)) return readCues(text, name);
  return rows.map((row) => ({ text: cleanText(row) }));
}

/** Bytes of the longest script there could be: all of a day's talk takes a tenth of it. */
const MOST_BYTES = 20e6;

/** A pipe never ends and a film does not fit into memory, so both are refused before they are read. */
async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(name, 'is a folder');
    if (!found.isFile()) throw unreadable(name, 'is not an ordinary file');
    if (found.size > MOST_BYTES) throw notText(name);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw unreadable(name, missing ? 'does not exist' : 'cannot be opened', cause);
  }
}

const unreadable = (name: string, what: string, cause?: unknown): Refusal =>
  new Refusal('script-missing', `The script ${name} ${what}: check the path.`, { cause });

const notAScript = (name: string, kind: string): Refusal =>
  new Refusal('script-format', `The script ${name} is ${kind}: export it as SRT, WebVTT or plain text.`);
