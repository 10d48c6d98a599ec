import { Refusal } from '@mondwerk/film';
import { looksLikeWestern } from './western.ts';

/**
 * Decodes a script's bytes: by its byte order mark, as UTF-8, as UTF-16 without a mark, or as Windows-1252 where
 * every letter is one that the language is written with. @throws Refusal instead of guessing wrong letters.
 */
export function decodeText(bytes: Uint8Array, name: string, language?: string): string {
  if (isZip(bytes)) throw zipped(name);
  const text =
    decodeByMark(bytes) ?? decodeUtf8(bytes) ?? decodeUnmarkedUtf16(bytes) ?? decodeDeclared(bytes);
  if (text === undefined) return decodeWestern(bytes, name, language);
  if (hasControls(text)) throw notText(name);
  return text;
}

/** Office documents are archives too. */
const isZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4;

const zipped = (name: string): Refusal =>
  new Refusal(
    'script-format',
    `The script ${name} is a ZIP archive or an Office document: unpack it, or export it as SRT, TTML, CSV or plain text.`,
  );

function decodeByMark(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  return undefined;
}

const decodeUtf8 = (bytes: Uint8Array): string | undefined =>
  bytes.includes(0) ? undefined : decode(bytes, 'utf-8');

/** Half of the bytes of most UTF-16 subtitles are zero, because their digits, spaces and line ends are ASCII. */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]++;
  });
  if (bytes.length % 2 !== 0 || zeros[0] + zeros[1] < bytes.length / 8) return undefined;
  if (Math.min(...zeros) > Math.max(...zeros) / 8) return undefined;
  return decode(bytes, zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be');
}

/** XML may say itself in which encoding it is. */
function decodeDeclared(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(start)?.[1];
  return encoding === undefined || bytes.includes(0) ? undefined : decode(bytes, encoding);
}

function decodeWestern(bytes: Uint8Array, name: string, language?: string): string {
  if (bytes.includes(0)) throw notText(name);
  const text = decode(bytes, 'windows-1252') ?? '';
  if (lowControls.test(text)) throw notText(name);
  if (!highControls.test(text) && looksLikeWestern(text, language)) return text;
  throw new Refusal(
    'script-encoding',
    `The script ${name} is not in Unicode and its encoding cannot be told for certain: open it in a text editor and save it as UTF-8.`,
  );
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// Controls other than tab, line ends and form feed never occur in a script, and always in a film or an archive.
const hasControls = (text: string): boolean => lowControls.test(text) || highControls.test(text);

const lowControls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

// Bytes that Windows-1252 leaves free: no binary file for certain, Japanese or Cyrillic text for instance.
const highControls = /[\u0080-\u009f]/;

/** The Refusal for a script that is a film, an archive or the like. */
export const notText = (name: string): Refusal =>
  new Refusal(
    'script-not-text',
    `The script ${name} is not a text file: give the script as SRT, WebVTT, TTML, DAPT, detX, CSV or plain text, saved as UTF-8.`,
  );
