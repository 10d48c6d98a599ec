import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { notAModel, truncated } from './modelRefusals.ts';

/** A model of whisper.cpp, as its file tells. */
export interface SpeechModel {
  readonly path: string;
  /** The name by which people know it. */
  readonly name: string;
  readonly bytes: number;
  /** `tiny`, `base`, `small`, `medium`, `large`, `large-v3`, `turbo`; `unknown` for a size of its own. */
  readonly size: string;
  /** Whether it understands more than English. */
  readonly multilingual: boolean;
  /** How many of its tables of weights are there. */
  readonly weights: number;
}

const MAGIC = 0x67676d6c;
/** Bytes of one block and numbers in it, by ggml's number of the type. */
const TYPES: Readonly<Record<number, readonly [bytes: number, numbers: number]>> = {
  0: [4, 1],
  1: [2, 1],
  2: [18, 32],
  3: [20, 32],
  6: [22, 32],
  7: [24, 32],
  8: [34, 32],
  10: [84, 256],
  11: [110, 256],
  12: [144, 256],
  13: [176, 256],
  14: [210, 256],
  30: [2, 1],
};
const SIZES: Readonly<Record<number, string>> = {
  4: 'tiny',
  6: 'base',
  12: 'small',
  24: 'medium',
  32: 'large',
};
/** The vocabularies of Whisper: English only, all languages, all languages and Cantonese. */
const [ENGLISH, MULTILINGUAL, WITH_CANTONESE] = [51864, 51865, 51866];

/**
 * Reads what a model file says of itself and walks through it to its end, without loading its weights.
 * @throws Refusal `model-missing`, `model-format` for a file of another kind, `model-truncated`.
 */
export async function readModelFile(path: string, name = basename(path)): Promise<SpeechModel> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Refusal('model-missing', `The speech model ${name} does not exist: check the path.`, { cause });
  });
  if (!found.isFile())
    throw new Refusal('model-missing', `${name} is not a file: give the path of a speech model.`);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new Refusal('model-missing', `The speech model ${name} cannot be opened: change its permissions.`, {
      cause,
    });
  });
  try {
    const reader = new Reader(file, found.size, name);
    return { path, name, bytes: found.size, ...(await describe(reader)) };
  } finally {
    await file.close();
  }
}

async function describe(reader: Reader): Promise<Pick<SpeechModel, 'size' | 'multilingual' | 'weights'>> {
  const head = await reader.head();
  if (head.length < 4 || head.readUInt32LE(0) !== MAGIC) throw notAModel(reader.name, head);
  reader.skip(4);
  const [vocabulary, audio, width, heads, layers, text, textWidth, textHeads, textLayers, mels] =
    await reader.integers(11);
  const known = [ENGLISH, MULTILINGUAL, WITH_CANTONESE].includes(vocabulary);
  const sizes = [audio, width, heads, layers, text, textWidth, textHeads, textLayers];
  const sane = sizes.every((value) => value > 0 && value <= 16384);
  if (!known || !sane || (mels !== 80 && mels !== 128)) throw notAModel(reader.name, head);
  const [rows, columns] = await reader.integers(2);
  if (rows !== mels || columns <= 0 || columns > 4096) throw notAModel(reader.name, head);
  reader.skip(rows * columns * 4);
  await skipVocabulary(reader);
  return {
    size:
      textLayers < layers && layers === 32
        ? 'turbo'
        : mels === 128
          ? 'large-v3'
          : (SIZES[layers] ?? 'unknown'),
    multilingual: vocabulary !== ENGLISH,
    weights: await countWeights(reader),
  };
}

async function skipVocabulary(reader: Reader): Promise<void> {
  const [count] = await reader.integers(1);
  if (count <= 0 || count > WITH_CANTONESE) throw truncated(reader.name);
  for (let word = 0; word < count; word++) {
    const [length] = await reader.integers(1);
    if (length < 0 || length > 4096) throw truncated(reader.name);
    reader.skip(length);
  }
}

async function countWeights(reader: Reader): Promise<number> {
  let count = 0;
  while (!reader.ended) {
    const [dimensions, nameLength, type] = await reader.integers(3);
    const block = TYPES[type];
    if (dimensions < 1 || dimensions > 4 || nameLength < 1 || nameLength > 256 || block === undefined) {
      throw truncated(reader.name);
    }
    const shape = await reader.integers(dimensions);
    const numbers = shape.reduce((product, value) => product * value, 1);
    reader.skip(nameLength + (numbers / block[1]) * block[0]);
    count++;
  }
  return count;
}

/** Reads a file in its order, a little at a time. */
class Reader {
  readonly name: string;
  readonly #file: FileHandle;
  readonly #bytes: number;
  #at = 0;
  #window = Buffer.alloc(0);
  #windowAt = 0;

  constructor(file: FileHandle, bytes: number, name: string) {
    this.#file = file;
    this.#bytes = bytes;
    this.name = name;
  }

  get ended(): boolean {
    return this.#at === this.#bytes;
  }

  /** The first bytes, whatever is read afterwards. */
  async head(): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  }

  async integers(count: number): Promise<number[]> {
    const bytes = await this.#read(4 * count);
    return Array.from({ length: count }, (_, at) => bytes.readInt32LE(4 * at));
  }

  skip(bytes: number): void {
    this.#at += bytes;
    if (!Number.isInteger(bytes) || bytes < 0 || this.#at > this.#bytes) throw truncated(this.name);
  }

  async #read(length: number): Promise<Buffer> {
    const start = this.#at;
    this.skip(length);
    if (start < this.#windowAt || start + length > this.#windowAt + this.#window.length) {
      const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(1 << 16), 0, 1 << 16, start);
      this.#window = buffer.subarray(0, bytesRead);
      this.#windowAt = start;
    }
    return this.#window.subarray(start - this.#windowAt, start - this.#windowAt + length);
  }
}
