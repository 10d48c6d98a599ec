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
  const tile = new Float32Array(SIZE * SIZE);
  const step = cells / SIZE;
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const [i, j] = [Math.floor(x * step), Math.floor(y * step)];
      const [fx, fy] = [x * step - i, y * step - j].map((f) => f * f * (3 - 2 * f));
      const at = (a: number, b: number) => hash((i + a) % cells, (j + b) % cells, seed);
      const top = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
      const bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
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
      const [i, j] = [Math.floor(x), Math.floor(y)];
      const [fx, fy] = [x - i, y - j];
      const [a, b] = [(j & MASK) * SIZE, ((j + 1) & MASK) * SIZE];
      const [l, r] = [i & MASK, (i + 1) & MASK];
      const top = tile[a + l] + (tile[a + r] - tile[a + l]) * fx;
      return top + (tile[b + l] + (tile[b + r] - tile[b + l]) * fx - top) * fy;
    },
  };
}
