import type { ModelCard } from '../cards.ts';
import { checkConversion, checkInput } from '../check.ts';
import { openSession } from '../session.ts';
import type { SourceFiles } from '../source.ts';
import { convertGraph } from './convertGraph.ts';
import { observe } from './observe.ts';
import { writeOnnx } from './onnxFile.ts';
import { readTfGraph, type TfGraphJson } from './tfGraph.ts';

/**
 * Converts a model to the bytes of an ONNX file, proven against TensorFlow.js on noise.
 * @throws Error when the conversion computes something else.
 */
export async function convertModel(card: ModelCard, files: SourceFiles): Promise<Uint8Array> {
  const json = JSON.parse(files.graph.toString()) as TfGraphJson;
  const graph = readTfGraph(json, files.weights);
  const input = checkInput(card);
  const observation = await observe(graph, files.weights, input, card.input.size);
  const bytes = writeOnnx(convertGraph(card.name, graph, observation));
  const session = await openSession(bytes, card.input, ['cpu']);
  try {
    await checkConversion(card, session, input, observation.outputs);
  } finally {
    await session.close();
  }
  return bytes;
}
