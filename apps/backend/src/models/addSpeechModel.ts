import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@mondwerk/film';
import { openEngine, readModelFile, type SpeechModel } from '@mondwerk/speech';
import { MODEL_FILE, RECORD_FILE, type InstalledModel, type modelRecord } from './speechModels.ts';
import type { z } from 'zod';

/** A model that somebody wants to add. */
export interface NewSpeechModel {
  readonly file: string;
  /** The file's own when not given. */
  readonly name?: string;
  /** Unknown when not given. */
  readonly licence?: string;
}

/** What whisper.cpp needs beside a model's weights, in bytes. */
const BESIDE_WEIGHTS = 400 * 2 ** 20;

/**
 * Adds a speech model: looks into it, copies it, lets whisper.cpp load it. It is there whole or not at all.
 * @throws Refusal as `readModelFile`, `model-empty`, `model-too-large`, `model-name`, `model-exists`, `model-unusable`.
 */
export async function addSpeechModel(
  folder: string,
  { file, name = nameOf(file), licence }: NewSpeechModel,
  signal: AbortSignal,
  memory = process.availableMemory(),
): Promise<InstalledModel> {
  checkName(name);
  const model = await readModelFile(file);
  checkUse(model, memory);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  await mkdir(draft);
  try {
    const path = join(draft, MODEL_FILE);
    const sha256 = await copy(file, path, signal);
    (await openEngine({ model: path, name: model.name, threads: 1, signal })).close();
    const record = {
      ...{ file: basename(file), sha256, licence: licence ?? null, addedAt: new Date().toISOString() },
    } satisfies z.infer<typeof modelRecord>;
    await writeFile(join(draft, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
    await rename(draft, join(folder, name)).catch((cause: unknown) => {
      throw exists(name, cause);
    });
    return { ...model, name, path: join(folder, name, MODEL_FILE), ...record };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const nameOf = (file: string): string =>
  basename(file)
    .replace(/^ggml-/, '')
    .replace(/\.bin$/, '');

/** It becomes the name of a folder. */
function checkName(name: string): void {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}$/u.test(name)) return;
  throw new Refusal(
    'model-name',
    `“${name}” cannot be the name of a model: give --name letters and digits, with dots and dashes between them.`,
  );
}

function checkUse({ name, bytes, weights }: SpeechModel, memory: number): void {
  if (weights === 0) {
    throw new Refusal(
      'model-empty',
      `The speech model ${name} has no weights: it understands nothing. Give a whole one.`,
    );
  }
  if (bytes + BESIDE_WEIGHTS <= memory) return;
  const [needed, there] = [bytes + BESIDE_WEIGHTS, memory].map((size) => (size / 2 ** 30).toFixed(1));
  throw new Refusal(
    'model-too-large',
    `The speech model ${name} needs about ${needed} GiB of memory, and ${there} GiB are free on this machine: give a smaller one, or one with fewer bits (q5, q8).`,
  );
}

const exists = (name: string, cause: unknown): unknown =>
  ['ENOTEMPTY', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')
    ? new Refusal(
        'model-exists',
        `There is a speech model ${name} already: remove it first, or give this one another --name.`,
        { cause },
      )
    : cause;

async function copy(from: string, to: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), hashing, createWriteStream(to), {
      signal,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
    throw new Refusal(
      'disk-full',
      `There is not enough room for the speech model ${basename(from)}: free some disk.`,
      {
        cause,
      },
    );
  }
  return hash.digest('hex');
}
