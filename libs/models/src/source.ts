import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { Refusal } from '@mondwerk/film';

import type { ModelCard } from './cards.ts';

/** The two files that a model is converted from. */
export interface SourceFiles {
  readonly graph: Buffer;
  readonly weights: Buffer;
}

const require = createRequire(import.meta.url);

/**
 * Reads a model's source files from its npm package.
 * @throws Refusal `model-missing` when the package is not installed, `model-changed` when a file is not the card's.
 */
export async function readSource(card: ModelCard): Promise<SourceFiles> {
  const { source } = card;
  const [graph, weights] = await Promise.all([
    readChecked(card, source.graph, source.graphSha256),
    readChecked(card, source.weights, source.weightsSha256),
  ]);
  return { graph, weights };
}

async function readChecked(card: ModelCard, file: string, sha256: string): Promise<Buffer> {
  const specifier = `${card.source.package}/${file}`;
  const bytes = await readFile(locate(specifier, card)).catch((cause: unknown) => {
    throw missing(specifier, card, cause);
  });
  checkHash(specifier, card, bytes, sha256);
  return bytes;
}

/** Refuses bytes that are not the ones the card was written for. @throws Refusal `model-changed`. */
export function checkHash(specifier: string, card: ModelCard, bytes: Uint8Array, sha256: string): void {
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return;
  throw new Refusal(
    'model-changed',
    `The model file ${specifier} is not the one that Mondwerk was tested with; install ` +
      `${card.source.package}@${card.source.version} again.`,
  );
}

function locate(specifier: string, card: ModelCard): string {
  try {
    return require.resolve(specifier);
  } catch (cause) {
    throw missing(specifier, card, cause);
  }
}

const missing = (specifier: string, { source }: ModelCard, cause: unknown): Refusal =>
  new Refusal(
    'model-missing',
    `The model file ${specifier} is missing; install ${source.package}@${source.version} with npm.`,
    { cause },
  );
