import { openNetwork, type FloatTensor } from '@mondwerk/models';
import { Refusal } from '@mondwerk/film';
import { recognise } from '../forms/recognise.ts';
import type { GeneratorOptions } from './openGenerator.ts';

/** Turns ArcFace’s description of a face into the one that a swapper wants. */
export interface Identifier {
  of(embedding: Float32Array): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * How a swapper’s descriptions are made: through inswapper’s own matrix, or a converter that was brought with it; both as a unit
 * vector. @throws Refusal as `openNetwork`, and `model-other-kind` when the converter is none.
 */
export async function identifier(
  map: FloatTensor | undefined,
  { converter, devices, threads }: GeneratorOptions,
): Promise<Identifier> {
  if (map) return { of: (embedding) => Promise.resolve(unit(through(embedding, map.data))), close };
  if (!converter) return { of: (embedding) => Promise.resolve(unit(embedding)), close };
  const network = await openNetwork(converter.path, { devices, threads });
  const { form, inputs, outputs } = recognise(converter.path, network);
  if (form !== 'converter-512') {
    await network.close();
    throw new Refusal(
      'model-other-kind',
      `The model ${converter.card.name} converts no descriptions of faces.`,
    );
  }
  return {
    of: async (embedding) => {
      const made = await network.run({
        [inputs.identity!]: { data: embedding, shape: [1, embedding.length] },
      });
      return unit(made[outputs.identity!].data);
    },
    close: network.close,
  };
}

const close = (): Promise<void> => Promise.resolve();

/** A row times a matrix, row after row. */
function through(row: Float32Array, matrix: Float32Array): Float32Array {
  const out = new Float32Array(row.length);
  for (let i = 0; i < row.length; i++) {
    for (let k = 0; k < out.length; k++) out[k] += row[i] * matrix[i * out.length + k];
  }
  return out;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}
