/** How much of each frequency there is in a frame of sound, from none to half of its length. */
export function magnitudes(frame: Float32Array): Float64Array {
  const { real, imaginary } = transform(Float64Array.from(frame), new Float64Array(frame.length));
  return Float64Array.from({ length: (frame.length >> 1) + 1 }, (_, k) => Math.hypot(real[k], imaginary[k]));
}

interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Fourier’s transform of any length, by its factors (Cooley & Tukey 1965): 800 is no power of two. */
function transform(real: Float64Array, imaginary: Float64Array): Complex {
  const { length } = real;
  if (length === 1) return { real, imaginary };
  const parts = factorOf(length);
  const size = length / parts;
  const done = Array.from({ length: parts }, (_, part) =>
    transform(every(real, part, parts), every(imaginary, part, parts)),
  );
  const out = { real: new Float64Array(length), imaginary: new Float64Array(length) };
  const { cosines, sines } = circleOf(length);
  for (let k = 0; k < length; k++) {
    let [sumReal, sumImaginary] = [0, 0];
    for (let part = 0; part < parts; part++) {
      const [a, b] = [done[part].real[k % size], done[part].imaginary[k % size]];
      const turn = (part * k) % length;
      sumReal += a * cosines[turn] + b * sines[turn];
      sumImaginary += b * cosines[turn] - a * sines[turn];
    }
    out.real[k] = sumReal;
    out.imaginary[k] = sumImaginary;
  }
  return out;
}

const every = (values: Float64Array, first: number, step: number): Float64Array =>
  Float64Array.from({ length: values.length / step }, (_, i) => values[first + i * step]);

function factorOf(length: number): number {
  for (let factor = 2; factor * factor <= length; factor++) if (length % factor === 0) return factor;
  return length;
}

interface Circle {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

const circles = new Map<number, Circle>();

function circleOf(length: number): Circle {
  const known = circles.get(length);
  if (known) return known;
  const around = (of: (turn: number) => number): Float64Array =>
    Float64Array.from({ length }, (_, i) => of((2 * Math.PI * i) / length));
  const circle = { cosines: around(Math.cos), sines: around(Math.sin) };
  circles.set(length, circle);
  return circle;
}
