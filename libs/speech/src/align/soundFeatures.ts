import { CEPSTRA } from './cepstra.ts';
import type { CepstraFile } from './cepstraFile.ts';

/** Numbers per frame: cepstra, their speed and their acceleration. */
export const DIMENSIONS = CEPSTRA * 3;

/** What is known of a sound frame by frame, in memory. */
export interface SoundOutline {
  readonly voiced: Uint8Array;
  readonly levels: Float32Array;
  readonly seconds: number;
}

/** What is taken from each dimension, and what it is multiplied by then. */
export interface Normalisation {
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/** Frames to either side that a slope is taken over. */
const reach = 4;
/** Frames that are in memory at once. */
const blockFrames = 2048;

/**
 * What the aligner hears, read block by block: whoever goes through the frames in order reads each once. `voiced` says
 * which frames are loud enough for speech.
 */
export class SoundFeatures {
  readonly frames: number;
  readonly voiced: Uint8Array;
  /** The first cepstrum of every frame. */
  readonly levels: Float32Array;
  /** How long the sound is. */
  readonly seconds: number;
  /** Numbers of the frames that are in memory; `locate` says where a frame's begin. */
  readonly values = new Float32Array(blockFrames * DIMENSIONS);
  /** Cepstra, their speed and their acceleration, of a block and its surroundings. */
  private readonly parts = Array.from(
    { length: DIMENSIONS / CEPSTRA },
    () => new Float32Array((blockFrames + 4 * reach) * CEPSTRA),
  );
  private readonly file: CepstraFile;
  private readonly normalisation: Normalisation | undefined;
  private block = -1;

  constructor(file: CepstraFile, outline: SoundOutline, normalisation?: Normalisation) {
    this.file = file;
    this.frames = file.frames;
    this.voiced = outline.voiced;
    this.levels = outline.levels;
    this.seconds = outline.seconds;
    this.normalisation = normalisation;
  }

  /** Where in `values` a frame's `DIMENSIONS` numbers begin; it holds until another frame is located. */
  locate(frame: number): number {
    const block = Math.floor(frame / blockFrames);
    if (block !== this.block) this.load(block);
    return (frame - block * blockFrames) * DIMENSIONS;
  }

  private load(block: number): void {
    const from = block * blockFrames;
    const to = Math.min(this.frames, from + blockFrames);
    const first = Math.max(0, from - 2 * reach);
    const last = Math.min(this.frames, to + 2 * reach);
    const { parts } = this;
    this.file.read(first, last, parts[0]);
    for (let order = 1; order < parts.length; order++) {
      takeSlopes(parts[order - 1], parts[order], (last - first) * CEPSTRA);
    }
    parts.forEach((part, index) => {
      for (let frame = from; frame < to; frame++) {
        const row = (frame - first) * CEPSTRA;
        this.values.set(part.subarray(row, row + CEPSTRA), (frame - from) * DIMENSIONS + index * CEPSTRA);
      }
    });
    this.normalise(to - from);
    this.block = block;
  }

  private normalise(frames: number): void {
    if (this.normalisation === undefined) return;
    const { means, scales } = this.normalisation;
    const { values } = this;
    for (let at = 0, frame = 0; frame < frames; frame++) {
      for (let d = 0; d < DIMENSIONS; d++, at++) values[at] = (values[at] - means[d]) * scales[d];
    }
  }
}

const weight = 2 * Array.from({ length: reach }, (_, i) => (i + 1) ** 2).reduce((a, b) => a + b);

/**
 * Writes the regression slope of each coefficient over `reach` frames to either side; beyond the ends the last one stands
 * still.
 */
function takeSlopes(values: Float32Array, out: Float32Array, length: number): void {
  const last = length - CEPSTRA;
  out.fill(0, 0, length);
  for (let step = 1; step <= reach; step++) {
    const [far, share] = [step * CEPSTRA, step / weight];
    for (let row = 0; row <= last; row += CEPSTRA) {
      const after = Math.min(last, row + far);
      const before = Math.max(0, row - far);
      for (let c = 0; c < CEPSTRA; c++) out[row + c] += share * (values[after + c] - values[before + c]);
    }
  }
}
