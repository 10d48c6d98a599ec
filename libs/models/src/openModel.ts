import { Refusal } from '@mondwerk/film';

import { cached, defaultCacheFolder } from './cache.ts';
import { cardOf, type ModelCard, type ModelName } from './cards.ts';
import { CONVERTER_VERSION } from './convert/version.ts';
import { openSession, type Device, type Session } from './session.ts';
import { readSource } from './source.ts';

/** Where models are kept and run. */
export interface ModelOptions {
  /** Folder of converted models, default `~/.cache/mondwerk/models`. */
  readonly cacheFolder?: string;
  /** Devices to try in this order; when left out those of `wantedDevices`. */
  readonly devices?: readonly Device[];
}

/** A model that is ready to run, with its card. */
export interface Model extends Session {
  readonly card: ModelCard;
}

/**
 * Opens a model; the first time it is converted, checked against TensorFlow.js and kept.
 * @throws Refusal when its source files are missing or changed, the cache cannot be written or is damaged, or the device
 * that was asked for cannot be used.
 */
export async function openModel(name: ModelName, options: ModelOptions = {}): Promise<Model> {
  const card = cardOf(name);
  const path = await prepareModel(card, options.cacheFolder ?? defaultCacheFolder());
  const session = await openSession(path, card.input, options.devices).catch((cause: unknown) => {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('model-damaged', `The converted model ${path} cannot be opened; delete it.`, { cause });
  });
  return { card, ...session };
}

/** Converts the models that are not in the cache yet, one after the other, so that workers find them there. */
export async function prepareModels(
  names: readonly ModelName[],
  options: ModelOptions & { readonly onProgress?: (done: number, of: number) => void } = {},
): Promise<void> {
  for (const [index, name] of names.entries()) {
    await prepareModel(cardOf(name), options.cacheFolder ?? defaultCacheFolder());
    options.onProgress?.(index + 1, names.length);
  }
}

/** The path of the converted model; the converter and TensorFlow.js are loaded only when they are needed. */
const prepareModel = (card: ModelCard, folder: string): Promise<string> =>
  cached(folder, cacheName(card), async () => {
    const files = await readSource(card);
    const { convertModel } = await import('./convert/convertModel.ts');
    return convertModel(card, files);
  });

const cacheName = ({ name, source }: ModelCard): string =>
  `${name}-${source.graphSha256.slice(0, 12)}-${source.weightsSha256.slice(0, 12)}-v${CONVERTER_VERSION}.onnx`;
