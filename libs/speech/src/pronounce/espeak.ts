import { spawn } from 'node:child_process';
import { Refusal } from '@mondwerk/film';

const separator = '\n\n';

/** A number read aloud between any two texts shows where one ends, however many clauses eSpeak NG cuts it into. */
const mark = '8008';

/** The names of all installed eSpeak NG voices. @throws Refusal when eSpeak NG is not installed. */
export async function listVoices(): Promise<string[]> {
  const rows = (await runEspeak(['--voices'], '')).toString('utf8').split('\n').slice(1);
  return rows.map((row) => row.trim().split(/\s+/)[1]).filter((name) => name !== undefined);
}

/**
 * Reads texts aloud in IPA, all in one run of eSpeak NG: per text its spoken words, each word its sounds.
 * eSpeak NG is a separate program spoken to over pipes, never linked. @throws Refusal when it is not installed.
 */
export async function readAloud(texts: readonly string[], voice: string): Promise<string[][][]> {
  if (texts.length === 0) return [];
  const rows = await readRows([mark, ...texts.flatMap((text) => [flat(text), mark])], voice);
  const groups: string[][][] = [[]];
  for (const row of rows.slice(1)) {
    if (row === rows[0]) groups.push([]);
    else groups.at(-1)!.push(...wordsOf(row));
  }
  if (groups.length <= texts.length)
    throw new Error(`eSpeak NG read ${groups.length - 1} of ${texts.length} texts`);
  return groups.slice(0, texts.length);
}

/** The same for single words, which come out one a row and need no marks, which cost more time than words. */
export async function readWordsAloud(words: readonly string[], voice: string): Promise<string[][][]> {
  if (words.length === 0) return [];
  const rows = await readRows(words.map(flat), voice);
  return rows.length === words.length ? rows.map(wordsOf) : readAloud(words, voice);
}

async function readRows(texts: readonly string[], voice: string): Promise<string[]> {
  const args = ['-q', '--ipa', '--sep=_', '-b', '1', '-v', voice, '--stdin'];
  const output = (await runEspeak(args, texts.join(separator) + separator)).toString('utf8');
  return output
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.trim());
}

const wordsOf = (row: string): string[][] =>
  row
    .replace(/\([a-z-]+\)/g, '')
    .split(' ')
    .map((word) => word.split('_').filter((sound) => sound !== ''))
    .filter((word) => word.length > 0);

/** One row without control signs, so that a text cannot end early or look like a mark. */
const flat = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(mark, '80 08')
    .trim();

/** What eSpeak NG answers to a text. @throws Refusal when it is not installed. */
export function runEspeak(args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('espeak-ng', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const [output, complaints]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'ENOENT' ? missing(cause) : cause),
    );
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else
        reject(new Error(`eSpeak NG failed (${code}): ${Buffer.concat(complaints).toString('utf8').trim()}`));
    });
    child.stdin.end(input);
  });
}

const missing = (cause: Error): Refusal =>
  new Refusal(
    'espeak-missing',
    'The program espeak-ng, which turns words into sounds, is not installed: install it with "apt-get install espeak-ng".',
    { cause },
  );
