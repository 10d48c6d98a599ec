import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { rate, Refusal } from '@mondwerk/film';
import { probe, probeSound } from '@mondwerk/media';
import { readLexicon, readScript } from '@mondwerk/speech';
import type { Purpose } from './tables.ts';

/** Whatever a script counts, there are not more frames in a second. */
const MOST_FRAMES = rate(120);

/** Finds out what a file really is, for each purpose; its name and what its sender says of it are not asked. */
const LOOKS: { readonly [P in Purpose]: (path: string) => Promise<object> } = {
  source: lookAtFilm,
  'donor-footage': lookAtFilm,
  stem: async (path) => {
    const { seconds, channels, sampleRate } = await probeSound(path);
    return { seconds, channels, sampleRate };
  },
  script: async (path) => {
    // What film it belongs to, and so how many frames it counts, is known only when it is used.
    const lines = await readScript(path, undefined, { rate: MOST_FRAMES });
    return { lines: lines.length, timed: lines.some((line) => line.span !== undefined) };
  },
  lexicon: async (path) => ({ entries: (await readLexicon(path)).length }),
  evidence: async (path) => ({ kind: await readPaperKind(path) }),
};

async function lookAtFilm(path: string): Promise<object> {
  const { container, codec, width, height, rate, pts, clock, audio } = await probe(path);
  const { length: frames } = pts;
  return { container, codec, width, height, rate, frames, seconds: clock.end, sounds: audio.length };
}

/**
 * What is found in a file brought for a purpose. @throws Refusal as `probe`, `probeSound`, `readScript` and `readLexicon`, or
 * `evidence-format`; it calls the file by the name that people know.
 */
export async function lookInto(path: string, purpose: Purpose, name: string): Promise<object> {
  try {
    return await LOOKS[purpose](path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = error.message.replaceAll(path, name).replaceAll(basename(path), name);
    throw new Refusal(error.code, sentence, { cause: error });
  }
}

/** How papers begin that a person can be shown. */
const PAPERS: readonly (readonly [string, RegExp])[] = [
  ['PDF', /^%PDF-/],
  ['PNG', /^\x89PNG\r\n\x1a\n/],
  ['JPEG', /^\xff\xd8\xff/],
  ['TIFF', /^(?:II\x2a\0|MM\0\x2a)/],
];

async function readPaperKind(path: string): Promise<string> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0).finally(() => file.close());
  const start = buffer.toString('latin1');
  const found = PAPERS.find(([, begins]) => begins.test(start));
  if (found) return found[0];
  throw new Refusal(
    'evidence-format',
    `${path} is not a PDF, PNG, JPEG or TIFF: scan or export the signed paper as one of these.`,
  );
}
