import { quantile } from '@mondwerk/film';
import { blankField, type Field } from './field.ts';
import { BLACK } from './matchLight.ts';
import { addressOf, fieldBy, kernels, take } from './workspace.ts';

/** A picture's grain: its standard deviation on the 0..255 scale, and how far a sample resembles its neighbour (0..0.65). */
export interface Grain {
  readonly strength: number;
  readonly likeness: number;
}

/** Samples along a block in which grain is looked for. */
const BLOCK = 8;

/** The quietest share of blocks shows grain rather than pores and stubble. */
const QUIET = 0.3;

const MOST_ALIKE = 0.65;

/** Grain weaker than this is not seen. */
const UNSEEN = 0.25;

/**
 * Measures grain where `where` is above a half, in the quietest blocks: what is left of them when slopes are taken out
 * by second differences (after Immerkær 1996), which tell apart strength and size of the grain.
 */
export function grainOf(field: Field, where: Field): Grain {
  const blocks = blocksOf(field, where);
  if (blocks.length === 0) return { strength: 0, likeness: 0 };
  const limit = quantile(
    blocks.map(({ power }) => power),
    QUIET,
  );
  const quiet = blocks.filter(({ power }) => power <= limit);
  const power = quiet.reduce((sum, block) => sum + block.power, 0) / quiet.length;
  const along = quiet.reduce((sum, block) => sum + block.along, 0) / quiet.length;
  const likeness = power > 1e-6 ? Math.min(MOST_ALIKE, Math.max(0, along / power)) : 0;
  const next = tapOf(likeness) ** 2 / (1 + 2 * tapOf(likeness) ** 2);
  return { strength: Math.sqrt(power / (6 - 8 * likeness + 2 * next)), likeness };
}

/** Mean square of the second difference down, and its product with that of the sample to the right. */
interface Block {
  readonly power: number;
  readonly along: number;
}

function blocksOf({ width, height, data }: Field, where: Field): Block[] {
  const blocks: Block[] = [];
  const bend = (i: number): number => data[i - width] + data[i + width] - 2 * data[i];
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 0; left + BLOCK < width; left += BLOCK) {
      if (where.data[(top + BLOCK / 2) * width + left + BLOCK / 2] <= 0.5) continue;
      let [power, along] = [0, 0];
      for (let y = top; y < top + BLOCK; y++) {
        let before = bend(y * width + left);
        for (let i = y * width + left + 1; i <= y * width + left + BLOCK; i++) {
          const now = bend(i);
          power += before * before;
          along += before * now;
          before = now;
        }
      }
      blocks.push({ power: power / BLOCK ** 2, along: along / BLOCK ** 2 });
    }
  }
  return blocks;
}

/** The outer taps of (c 1 c) that make white noise resemble its neighbour that much. */
const tapOf = (likeness: number): number =>
  likeness < 1e-3 ? 0 : (1 - Math.sqrt(1 - 2 * likeness ** 2)) / (2 * likeness);

/**
 * Gives a mouth the grain of its frame: too much is taken out where the picture is quiet, too little is made up with fresh
 * grain of the same size. The same `seed` gives the same grain; every frame should bring its own. `black` is luma of black.
 */
export function matchGrain(
  field: Field,
  has: Grain,
  wanted: Grain,
  seed: number,
  black: number = BLACK.limited,
): Field {
  const [have, want] = [has.strength, wanted.strength];
  if (have > 1.1 * want && have > UNSEEN) return calm(field, want / have);
  const missing = Math.sqrt(Math.max(0, want * want - have * have));
  return missing < UNSEEN ? field : withGrain(field, { ...wanted, strength: missing }, seed, black);
}

/** Adds fresh grain; none where the picture is black. */
function withGrain(field: Field, { strength, likeness }: Grain, seed: number, black: number): Field {
  const { width, height } = field;
  const tap = tapOf(likeness);
  const scale = strength / (1 + 2 * tap * tap);
  return fieldBy(width, height, (out) => {
    const noise = take(4 * width * height + 8) + 4;
    kernels.whiteNoise(seed, width * height, noise);
    const [from, wide] = [addressOf(field.data), take(4 * width * height)];
    kernels.addGrain(from, noise, width, height, tap, scale, black - BELOW, SHADE, out, wide);
  });
}

/** Grain comes in from so many levels below black on, over so many levels. */
const BELOW = 2;
const SHADE = 16;

/** Draws fine detail down to `share` of what it is where there is nothing but grain (Wiener); edges stay. */
function calm(field: Field, share: number): Field {
  const { width, height, data } = field;
  const detail = blankField(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const beside = data[i - 1] + data[i + 1] + data[i - width] + data[i + width];
      const across = data[i - width - 1] + data[i - width + 1] + data[i + width - 1] + data[i + width + 1];
      detail.data[i] = data[i] - (4 * data[i] + 2 * beside + across) / 16;
    }
  }
  const power = around(detail);
  const quiet = quantile(sampled(power.data), QUIET);
  const out = { ...field, data: data.slice() };
  for (let i = 0; i < data.length; i++) {
    const kept = Math.max(
      share,
      Math.sqrt(Math.max(0, 1 - (quiet * (1 - share * share)) / (power.data[i] + 1e-6))),
    );
    out.data[i] = data[i] + (kept - 1) * detail.data[i];
  }
  return out;
}

/** Mean square over five by five samples, the sum kept as it goes. */
function around({ width, height, data }: Field): Field {
  const rows = blankField(width, height);
  const out = blankField(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++)
      rows.data[i] =
        (data[i - 2] ** 2 + data[i - 1] ** 2 + data[i] ** 2 + data[i + 1] ** 2 + data[i + 2] ** 2) / 5;
  for (let y = 2; y < height - 2; y++)
    for (let i = y * width; i < (y + 1) * width; i++) {
      const r = rows.data;
      out.data[i] = (r[i - 2 * width] + r[i - width] + r[i] + r[i + width] + r[i + 2 * width]) / 5;
    }
  return out;
}

const SAMPLED = 4000;

/** Evenly spread values of a field whose borders hold nothing. */
function sampled(data: Float32Array): number[] {
  const step = Math.max(1, Math.floor(data.length / SAMPLED));
  const out: number[] = [];
  for (let i = 0; i < data.length; i += step) if (data[i] > 0) out.push(data[i]);
  return out.length === 0 ? [0] : out;
}
