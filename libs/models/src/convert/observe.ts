import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';

import { weightSpecs, type TfGraph } from './tfGraph.ts';

/** What TensorFlow.js computes for one input: the truth that a conversion is checked against. */
export interface Observation {
  /** Shape and number type of every tensor of the graph. */
  readonly tensors: ReadonlyMap<string, ObservedTensor>;
  /** Public output name → values. */
  readonly outputs: ReadonlyMap<string, Float32Array>;
}

/** Shape and number type of one tensor. */
export interface ObservedTensor {
  readonly shape: readonly number[];
  readonly type: 'float32' | 'int32';
}

/** Runs a graph in TensorFlow.js on one `[1, size, size, 3]` input and notes every tensor's shape. */
export async function observe(
  graph: TfGraph,
  weights: Uint8Array,
  input: Float32Array,
  size: number,
): Promise<Observation> {
  // Keeps TensorFlow.js from advertising its native package on the standard output.
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology: graph.json.modelTopology,
      weightSpecs: weightSpecs(graph.json) as never,
      weightData: weights.buffer.slice(
        weights.byteOffset,
        weights.byteOffset + weights.byteLength,
      ) as ArrayBuffer,
      signature: (graph.json.signature ?? graph.json.userDefinedMetadata?.signature) as never,
    }),
  });
  const names = graph.nodes.filter((node) => node.op !== 'Const').map((node) => node.name);
  const made = model.execute(tf.tensor4d(input, [1, size, size, 3]), names) as tf.Tensor[];
  const tensorOf = new Map(names.map((name, index) => [name, made[index]]));
  const observation = {
    tensors: new Map(
      names.map((name, index) => [name, { shape: made[index].shape, type: made[index].dtype as 'float32' }]),
    ),
    outputs: new Map(
      [...graph.outputs].map(([name, node]) => [
        name,
        Float32Array.from(tensorOf.get(node)!.dataSync<'float32'>()),
      ]),
    ),
  };
  tf.dispose(made);
  model.dispose();
  return observation;
}
