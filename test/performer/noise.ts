const SIZE = 512;
const MASK = SIZE - 1;

/** The same number in 0..1 for the same three whole numbers, on every machine. */
export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

function latticeNoise(cells: number, seed: number): Float32Array {
  const lattice = Float32Array.from({ length: cells * cells }, (_, i) =>
    hash(i % cells, Math.floor(i / cells), seed),
  );
  const tile = new Float32Array(SIZE * SIZE);
  const ease = (f: number) => f * f * (3 - 2 * f);
  for (let y = 0; y < SIZE; y++) {
    const v = (y * cells) / SIZE;
    const above = Math.floor(v) * cells;
    const below = ((Math.floor(v) + 1) % cells) * cells;
    const fy = ease(v % 1);
    for (let x = 0; x < SIZE; x++) {
      const u = (x * cells) / SIZE;
      const left = Math.floor(u);
      const right = (left + 1) % cells;
      const fx = ease(u % 1);
      const top = lattice[above + left] + (lattice[above + right] - lattice[above + left]) * fx;
      const bottom = lattice[below + left] + (lattice[below + right] - lattice[below + left]) * fx;
      tile[y * SIZE + x] = top + (bottom - top) * fy;
    }
  }
  return tile;
}

function octaves(first: number, count: number, seed: number): Float32Array {
  const sum = new Float32Array(SIZE * SIZE);
  for (let octave = 0; octave < count; octave++) {
    const layer = latticeNoise(first << octave, seed + octave);
    for (let i = 0; i < sum.length; i++) sum[i] += (layer[i] - 0.5) / (1 << octave);
  }
  return sum;
}

/** A repeating cloud of noise about 0, made of lattice octaves; one unit of x or y is one lattice cell of 1/512 tile. */
export interface NoiseTile {
  at(x: number, y: number): number;
}

/** Makes a repeating tile; `first` cells across in the coarsest of `count` octaves. */
export function noiseTile(first: number, count: number, seed: number): NoiseTile {
  const tile = octaves(first, count, seed);
  return {
    at(x, y) {
      const i = Math.floor(x);
      const j = Math.floor(y);
      const fx = x - i;
      const fy = y - j;
      const a = (j & MASK) * SIZE;
      const b = ((j + 1) & MASK) * SIZE;
      const l = i & MASK;
      const r = (i + 1) & MASK;
      const top = tile[a + l] + (tile[a + r] - tile[a + l]) * fx;
      return top + (tile[b + l] + (tile[b + r] - tile[b + l]) * fx - top) * fy;
    },
  };
}
