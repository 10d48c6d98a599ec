import { writeFile } from 'node:fs/promises';
import { randomFrom } from '../../../tools/soundscapes.ts';

/** What a talking model says: pieces of text as its vocabulary has them, and when, in seconds from where it listens. */
export interface Speaking {
  readonly language: 'en' | 'de' | 'es' | 'zh';
  readonly start: number;
  readonly end: number;
  /** Each at most one piece of the vocabulary; a space in front begins a word. Bytes may break characters apart. */
  readonly pieces: readonly (string | Uint8Array)[];
}

const [VOCABULARY, TEXT_PIECES, FIRST_OWN] = [51865, 50257, 300];
const [END, START, TRANSCRIBE, FIRST_TIME] = [50257, 50258, 50359, 50364];
const LANGUAGES = { en: 0, zh: 1, de: 2, es: 3 } as const;
const [MELS, BINS, AUDIO_LENGTH, TEXT_LENGTH, WIDTH] = [80, 201, 1500, 448, 64];

/**
 * Writes a model file that whisper.cpp really runs: its weights make it say the same words whatever it hears. Nothing
 * is trained: each place of its decoder points at the word that comes there.
 */
export async function writeTalkingModel(path: string, said: Speaking): Promise<void> {
  const parts = beginning(said.pieces);
  const words = wordVectors();
  for (const { name, shape, values } of tensorsOf(words, wantedAt(said)))
    writeTensor(parts, name, shape, values);
  await writeFile(path, Buffer.concat(parts));
}

/** Writes a model file without any weights: whisper.cpp loads it and understands nothing. */
export const writeWeightlessModel = (path: string): Promise<void> =>
  writeFile(path, Buffer.concat(beginning([])));

function beginning(pieces: Speaking['pieces']): Buffer[] {
  const parts: Buffer[] = [];
  integers(parts, [0x67676d6c]);
  integers(parts, [VOCABULARY, AUDIO_LENGTH, WIDTH, 1, 1, TEXT_LENGTH, WIDTH, 1, 1, MELS, 1]);
  integers(parts, [MELS, BINS]);
  parts.push(floats(new Float32Array(MELS * BINS).fill(0.01)));
  writeVocabulary(parts, pieces);
  return parts;
}

/** The token that shall follow each place of the decoder: language, task, begin, words, end. */
function wantedAt({ language, start, end, pieces }: Speaking): number[] {
  const time = (seconds: number): number => FIRST_TIME + Math.round(seconds / 0.02);
  const words = pieces.map((_, at) => FIRST_OWN + at);
  return [START + 1 + LANGUAGES[language], TRANSCRIBE, time(start), ...words, time(end), END];
}

function writeVocabulary(parts: Buffer[], pieces: Speaking['pieces']): void {
  integers(parts, [TEXT_PIECES]);
  for (let token = 0; token < TEXT_PIECES; token++) {
    const own = pieces[token - FIRST_OWN];
    const bytes = Buffer.from(own ?? (token < 128 ? String.fromCharCode(token) : `t${token}`));
    integers(parts, [bytes.length]);
    parts.push(bytes);
  }
}

let vectors: Float32Array | undefined;

/** One vector of ±1 for each token: nearly at right angles to all others. */
function wordVectors(): Float32Array {
  const random = randomFrom(5);
  vectors ??= Float32Array.from({ length: VOCABULARY * WIDTH }, () => (random() < 0.5 ? -1 : 1));
  return vectors;
}

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values?: Float32Array;
}

function tensorsOf(words: Float32Array, wanted: readonly number[]): Tensor[] {
  const places = new Float32Array(TEXT_LENGTH * WIDTH);
  for (let place = 0; place < TEXT_LENGTH; place++) {
    const token = wanted[Math.min(place, wanted.length - 1)];
    for (let d = 0; d < WIDTH; d++) places[place * WIDTH + d] = 50 * words[token * WIDTH + d];
  }
  const layer = (name: string, ownAttention: string): Tensor[] => [
    ...pair(`${name}.mlp_ln`, [WIDTH]),
    ...pair(`${name}.mlp.0`, [WIDTH, 4 * WIDTH], [4 * WIDTH]),
    ...pair(`${name}.mlp.2`, [4 * WIDTH, WIDTH]),
    ...attention(name, ownAttention),
  ];
  return [
    { name: 'encoder.positional_embedding', shape: [WIDTH, AUDIO_LENGTH] },
    { name: 'encoder.conv1.weight', shape: [3, MELS, WIDTH] },
    { name: 'encoder.conv1.bias', shape: [1, WIDTH] },
    { name: 'encoder.conv2.weight', shape: [3, WIDTH, WIDTH] },
    { name: 'encoder.conv2.bias', shape: [1, WIDTH] },
    ...pair('encoder.ln_post', [WIDTH]),
    ...layer('encoder.blocks.0', 'attn'),
    { name: 'decoder.positional_embedding', shape: [WIDTH, TEXT_LENGTH], values: places },
    { name: 'decoder.token_embedding.weight', shape: [WIDTH, VOCABULARY], values: words },
    { name: 'decoder.ln.weight', shape: [WIDTH], values: new Float32Array(WIDTH).fill(1) },
    { name: 'decoder.ln.bias', shape: [WIDTH] },
    ...layer('decoder.blocks.0', 'attn'),
    ...attention('decoder.blocks.0', 'cross_attn'),
  ];
}

const pair = (name: string, shape: readonly number[], bias: readonly number[] = [WIDTH]): Tensor[] => [
  { name: `${name}.weight`, shape },
  { name: `${name}.bias`, shape: bias },
];

const attention = (block: string, name: string): Tensor[] => [
  ...pair(`${block}.${name}_ln`, [WIDTH]),
  ...pair(`${block}.${name}.query`, [WIDTH, WIDTH]),
  { name: `${block}.${name}.key.weight`, shape: [WIDTH, WIDTH] },
  ...pair(`${block}.${name}.value`, [WIDTH, WIDTH]),
  ...pair(`${block}.${name}.out`, [WIDTH, WIDTH]),
];

function writeTensor(
  parts: Buffer[],
  name: string,
  shape: readonly number[],
  values: Float32Array = new Float32Array(shape.reduce((a, b) => a * b)),
): void {
  const half = shape.length > 1 && /weight$/.test(name);
  integers(parts, [shape.length, Buffer.byteLength(name), half ? 1 : 0, ...shape]);
  parts.push(Buffer.from(name), half ? halves(values) : floats(values));
}

const integers = (parts: Buffer[], values: readonly number[]): number =>
  parts.push(Buffer.from(Int32Array.from(values).buffer));

const floats = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** Only 0 and ±1 are written so. */
const halves = (values: Float32Array): Buffer =>
  Buffer.from(Uint16Array.from(values, (value) => (value === 0 ? 0 : value > 0 ? 0x3c00 : 0xbc00)).buffer);
