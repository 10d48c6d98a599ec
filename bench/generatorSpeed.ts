import { wantedDevices, type Device } from '@mondwerk/models';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { FACE, generatorGraph, random, SOUND } from './generatorGraph.ts';

const RUNS = 12;

/** What the network of a generator costs. */
export interface GeneratorSpeed {
  readonly device: Device;
  readonly weights: number;
  /** Milliseconds of one core, and of the clock, for one face. */
  readonly processor: number;
  readonly elapsed: number;
}

/** Measures a 96 px generator of Wav2Lip's published shape with random weights, its network alone, on one thread. */
export async function generatorSpeed(faces: number): Promise<GeneratorSpeed> {
  const [device] = wantedDevices();
  const { onnx, weights } = generatorGraph(faces);
  const session = await InferenceSession.create(onnx, {
    ...{ executionProviders: [device], graphOptimizationLevel: 'all' },
    ...{ intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  const input = (shape: readonly number[]): Tensor =>
    new Tensor('float32', random(faces * shape.reduce((a, b) => a * b), 1), [faces, ...shape]);
  const feeds = { face: input(FACE), sound: input(SOUND) };
  await session.run(feeds);
  const runs = Math.ceil(RUNS / Math.sqrt(faces));
  const spent = process.cpuUsage();
  const started = performance.now();
  for (let run = 0; run < runs; run++) await session.run(feeds);
  const { user, system } = process.cpuUsage(spent);
  const elapsed = (performance.now() - started) / runs / faces;
  await session.release();
  return { device, weights, processor: (user + system) / 1000 / runs / faces, elapsed };
}
