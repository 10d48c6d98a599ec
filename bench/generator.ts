import { wantedDevices } from '@mondwerk/models';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { FACE, generatorGraph, random, SOUND } from './generatorGraph.ts';

const RUNS = 12;

const [device] = wantedDevices();
const results: Record<string, Record<string, number>> = {};
for (const faces of [1, 16]) {
  const { onnx, weights } = generatorGraph(faces);
  const session = await InferenceSession.create(onnx, {
    executionProviders: [device],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
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
  const elapsed = performance.now() - started;
  const each = (milliseconds: number): number => Number((milliseconds / runs / faces).toFixed(1));
  results[faces === 1 ? 'one face at a time' : `${faces} faces at once`] = {
    'million weights': Number((weights / 1e6).toFixed(1)),
    'ms of a core a face': each((user + system) / 1000),
    'ms a face': each(elapsed),
    'frames a second a core': Number(((1e6 * runs * faces) / (user + system)).toFixed(1)),
  };
  await session.release();
}
console.log(
  `A generator of 96 px in Wav2Lip's published shape with random weights, its network alone, one thread on ${device}`,
);
console.table(results);
