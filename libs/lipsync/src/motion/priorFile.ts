import { readFileSync } from 'node:fs';
import { HIDDEN, INPUTS } from './hiddenUnits.ts';
import { COMPONENTS, type MotionPrior, type MouthMeasures, type PriorOrigin } from './motionPrior.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { WINDOW_LENGTH } from './phoneWindow.ts';

/** Changes whenever features, window, hidden units or file order change. */
const FORMAT = 'mondwerk-motion-prior-2';

/** Where the prior that ships with the library lies. */
export const priorPath = new URL('./motionPrior.bin', import.meta.url);

/** The arrays of the file, in order, with their lengths. */
const parts = [WINDOW_LENGTH, HIDDEN, INPUTS * COMPONENTS, COMPONENTS * SHAPE_LENGTH, COMPONENTS] as const;

interface Header extends PriorOrigin {
  readonly format: string;
  readonly lengths: readonly number[];
  readonly measures: MouthMeasures;
}

/** Writes a prior as one line of JSON and, after the line's end, little-endian 32-bit floats. */
export function formatPrior(prior: MotionPrior, origin: PriorOrigin): Uint8Array {
  const header: Header = { format: FORMAT, ...origin, lengths: parts, measures: prior.measures };
  const { windowMean, unitScale } = prior.standards;
  const arrays = [windowMean, unitScale, prior.weights, prior.axes, prior.gains];
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  ]);
}

/** Reads what `formatPrior` wrote. @throws Error when the file belongs to another version of the library. */
export function parsePrior(bytes: Uint8Array): MotionPrior {
  const lineEnd = bytes.indexOf(0x0a);
  const header = JSON.parse(Buffer.from(bytes.subarray(0, lineEnd)).toString()) as Header;
  if (header.format !== FORMAT || header.lengths.join() !== parts.join()) {
    throw new Error('this motion prior was made by another version: run `npm run train:motion`');
  }
  const body = Uint8Array.from(bytes.subarray(lineEnd + 1));
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, length) => sum + length, 0));
  const [windowMean, unitScale, weights, axes, gains] = parts.map(
    (length, index) => new Float32Array(body.buffer, starts[index] * 4, length),
  );
  return {
    standards: { windowMean, unitScale },
    weights,
    axes,
    gains,
    scale: [1, 1, 1],
    measures: header.measures,
  };
}

/** The prior that ships with the library: how one English speaker's mouth moves (GRID corpus, CC BY 4.0). */
export const loadPrior = (): MotionPrior => parsePrior(readFileSync(priorPath));
