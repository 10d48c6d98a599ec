import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';
import { decodeText, notText } from './decodeText.ts';
import { linesOf } from './linesOf.ts';
import { parseScript } from './parseScript.ts';
import type { ScriptDocument, ScriptReading } from './scriptDocument.ts';

/**
 * Reads the lines of a script by what is in it, not by its name: SRT, WebVTT, TTML, DAPT, detX, CSV, or plain lines
 * without times. `language` (BCP 47) helps to tell whether old Western bytes are that, and chooses among several texts.
 * @throws Refusal when it cannot be read, is empty or not a script.
 */
export async function readScript(
  path: string,
  language?: string,
  reading: Omit<ScriptReading, 'language'> = {},
): Promise<Line[]> {
  const document = await readScriptDocument(path, {
    ...reading,
    ...(language === undefined ? {} : { language }),
  });
  return spokenLines(document, basename(path));
}

/** Reads a script with everything that it carries. @throws Refusal as `readScript`, but for a script without words. */
export async function readScriptDocument(path: string, reading: ScriptReading = {}): Promise<ScriptDocument> {
  const name = basename(path);
  return parseScript(decodeText(await readBytes(path, name), name, reading.language), reading, name);
}

/** The lines of a document that somebody says. @throws Refusal `script-empty` when there are none. */
export function spokenLines(document: ScriptDocument, name: string): Line[] {
  const lines = linesOf(document);
  if (lines.length > 0) return lines;
  throw new Refusal(
    'script-empty',
    `The script ${name} has no spoken words: give the dialogue, one line each.`,
  );
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
