import { Refusal } from '@mondwerk/film';

/** How other files begin that people take for a model of whisper.cpp. */
const STRANGERS: readonly (readonly [begins: RegExp, sentence: string])[] = [
  [/^GGUF/, 'is a GGUF model, which whisper.cpp does not read: give the ggml file, which ends in .bin'],
  [
    /^[\s\S]{8}\{"/,
    'is a safetensors file: give the same model converted for whisper.cpp, a ggml file that ends in .bin',
  ],
  [
    /^PK/,
    'is a PyTorch file or a zip: give the same model converted for whisper.cpp, a ggml file that ends in .bin',
  ],
  [
    /^\x80[\x02-\x05]/,
    'is a PyTorch file: give the same model converted for whisper.cpp, a ggml file that ends in .bin',
  ],
  [/^version https:\/\/git-lfs/, 'is only a note of Git LFS of where the model lies: fetch the file itself'],
  [/^\s*<(!doctype|html|\?xml)/i, 'is a web page, not a model: the download has failed, fetch it again'],
  [
    /^\x08[\x03-\x0c]/,
    'seems to be an ONNX model: give the same model converted for whisper.cpp, a ggml file that ends in .bin',
  ],
];

/** The Refusal for a file that is no model of whisper.cpp, by how it begins. */
export function notAModel(name: string, head: Uint8Array): Refusal {
  const text = Buffer.from(head).toString('latin1');
  const stranger = STRANGERS.find(([begins]) => begins.test(text))?.[1];
  if (head.length === 0) return new Refusal('model-format', `${name} is empty: fetch the model again.`);
  return new Refusal(
    'model-format',
    `${name} ${stranger ?? 'is not a speech model of whisper.cpp: give a ggml file, such as ggml-small.bin'}.`,
  );
}

/** The Refusal for a model whose file breaks off or is damaged. */
export const truncated = (name: string): Refusal =>
  new Refusal(
    'model-truncated',
    `The speech model ${name} is not whole: its file breaks off or is damaged. Copy it again.`,
  );
