import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MouthTask } from '@mondwerk/lipsync';
import { wantedDevices } from '@mondwerk/models';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { enlarge, plusTimes, times, type Field } from '../libs/compositing/src/field.ts';
import { detailOf, matchDetail } from '../libs/compositing/src/matchDetail.ts';
import { sourceBox } from '../libs/lipsync/src/picture/mouthBox.ts';
import { coarseGridOf } from '../libs/compositing/src/coarseGrid.ts';
import { pyramidBlend } from '../libs/compositing/src/pyramidBlend.ts';
import { resample } from '../libs/compositing/src/resample.ts';
import { inWorkspace } from '../libs/compositing/src/workspace.ts';
import { random } from './generatorGraph.ts';
import { mouthFilms } from './mouthFilms.ts';
import { mouthGraph, type MouthSizes, type Size } from './mouthGraph.ts';
import { mouthTasks } from './mouthTasks.ts';

const LUMA = { left: 0, top: 0, stepX: 1, stepY: 1 };
const CHROMA = { left: 0, top: 0, stepX: 2, stepY: 2 };
const FRAMES = 24;
const RUNS = 20;

const folder = join(import.meta.dirname, '../out/bench/renderer');
mkdirSync(folder, { recursive: true });
const [device] = wantedDevices();
const results: Record<string, Record<string, number>> = {};
for (const [name, film] of Object.entries(await mouthFilms(folder, FRAMES))) {
  const sizes = sizesOf((await mouthTasks(film, FRAMES))[0]);
  results[name] = { graph: await graphTime(sizes), kernels: await timeOf(kernelRun(sizes)) };
}
console.log(
  `Warp, light, detail and blend of a mouth of that size, ms of a core: an ONNX graph (onnxruntime, one thread, ${device}) and our kernels`,
);
console.table(results);

function sizesOf({ plate, box, wanted, eyeDistance, sources }: MouthTask): MouthSizes {
  const inner = sourceBox(wanted, eyeDistance, box, plate);
  const size = { width: inner.right - inner.left, height: inner.bottom - inner.top };
  const { shiftX, shiftY } = plate.format;
  const both = ({ width, height }: Size): [Size, Size] => [
    { width, height },
    { width: width >> shiftX, height: height >> shiftY },
  ];
  return {
    plate: both(plate),
    inner: both(size),
    source: both(sources[0].picture),
    coarse: coarseGridOf({ left: 0, top: 0, ...size }, eyeDistance),
  };
}

/** Milliseconds of a core that one run takes, once it has run for a while. */
async function timeOf(run: () => unknown): Promise<number> {
  for (let i = 0; i < RUNS; i++) await run();
  const before = process.cpuUsage();
  for (let i = 0; i < RUNS; i++) await run();
  const { user, system } = process.cpuUsage(before);
  return Number(((user + system) / 1000 / RUNS).toFixed(1));
}

async function graphTime(sizes: MouthSizes): Promise<number> {
  const graph = mouthGraph(sizes);
  const session = await InferenceSession.create(graph.onnx, {
    executionProviders: [device],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const feeds = Object.fromEntries(
    graph.inputs.map(({ name, shape }) => [
      name,
      new Tensor(
        'float32',
        random(
          shape.reduce((a, b) => a * b),
          0.9,
        ),
        shape,
      ),
    ]),
  );
  const time = await timeOf(() => session.run(feeds));
  await session.release();
  return time;
}

/** The same steps by our own kernels, from 32-bit floats too. */
function kernelRun({ plate, inner, source, coarse }: MouthSizes): () => void {
  const fieldOf = ({ width, height }: Size, spread: number): Field => ({
    width,
    height,
    data: random(width * height, spread),
  });
  const mapOf = (size: Size) => ({ dx: fieldOf(size, 4), dy: fieldOf(size, 4) });
  const [bend, carry] = [mapOf(plate[0]), mapOf(inner[0])];
  const three = ([luma, chroma]: readonly [Size, Size]): Field[] =>
    [luma, chroma, chroma].map((size) => fieldOf(size, 100));
  const [original, under, over] = [inner, plate, source].map(three);
  const [gain, mask, ...offsets] = [1, 1, 2, 2].map((spread) => fieldOf(coarse, spread));
  const frameOf = (i: number) => (i === 0 ? LUMA : CHROMA);
  return () =>
    inWorkspace(() => {
      under.forEach((plane, i) => resample(plane, frameOf(i), bend, frameOf(i), plate[Math.min(i, 1)]));
      original.forEach((plane, i) => {
        const size = inner[Math.min(i, 1)];
        const slow = (field: Field): Field => enlarge(field, size.width, size.height);
        const warped = resample(over[i], frameOf(i), carry, frameOf(i), size);
        const lit = i === 0 ? times(warped, slow(gain)) : plusTimes(warped, slow(offsets[i - 1]), 1);
        const masked = slow(mask);
        const laid = i === 0 ? matchDetail(lit, 1.2 * detailOf(lit, masked), masked) : lit;
        pyramidBlend(plane, laid, masked, i === 0 ? 4 : 3);
      });
    });
}
