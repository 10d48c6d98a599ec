import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { openEngine, readModelFile, type SpeechModel } from '@mondwerk/speech';
import { checkName, keepModel } from './keepModel.ts';
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
  const examine = async (path: string, sha256: string): Promise<z.infer<typeof modelRecord>> => {
    (await openEngine({ model: path, name: model.name, threads: 1, signal })).close();
    return { file: basename(file), sha256, licence: licence ?? null, addedAt: new Date().toISOString() };
  };
  const names = { model: MODEL_FILE, record: RECORD_FILE };
  const kept = await keepModel(folder, { what: 'speech model', name, file, names, examine }, signal);
  return { ...model, name, path: kept.path, ...kept.told };
}

const nameOf = (file: string): string =>
  basename(file)
    .replace(/^ggml-/, '')
    .replace(/\.bin$/, '');

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
