import { fromHalf } from './float16.ts';

/** A constant tensor of the graph, in TensorFlow's own layout. */
export interface Constant {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** One entry of a TensorFlow.js weights manifest. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

interface Storage {
  readonly bytes: number;
  readonly read: (buffer: ArrayBuffer) => Float32Array | Int32Array;
}

const storages: Readonly<Record<string, Storage>> = {
  float32: { bytes: 4, read: (buffer) => new Float32Array(buffer) },
  float16: { bytes: 2, read: (buffer) => Float32Array.from(new Uint16Array(buffer), fromHalf) },
  int32: { bytes: 4, read: (buffer) => new Int32Array(buffer) },
};

/** Decodes the weights file: name → tensor. @throws Error on a storage type that none of our models uses. */
export function readWeights(specs: readonly WeightSpec[], bytes: Uint8Array): Map<string, Constant> {
  let at = bytes.byteOffset;
  return new Map(
    specs.map(({ name, shape, dtype, quantization }) => {
      const storage = storages[quantization?.dtype ?? dtype];
      if (!storage) throw new Error(`weight ${name} is stored as ${quantization?.dtype ?? dtype}`);
      const length = shape.reduce((product, size) => product * size, 1) * storage.bytes;
      const data = storage.read(bytes.buffer.slice(at, at + length) as ArrayBuffer);
      at += length;
      return [name, { shape, data }];
    }),
  );
}
