/** Powers of the first half of a real signal's spectrum, radix-2 (Cooley and Tukey 1965), buffers reused. */
export class PowerSpectrum {
  readonly size: number;
  private readonly real: Float64Array;
  private readonly imaginary: Float64Array;
  private readonly cosine: Float64Array;
  private readonly sine: Float64Array;
  private readonly order: Uint16Array;

  /** `size` is a power of two. */
  constructor(size: number) {
    this.size = size;
    this.real = new Float64Array(size);
    this.imaginary = new Float64Array(size);
    this.cosine = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.sine = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
    const bits = Math.log2(size);
    this.order = Uint16Array.from({ length: size }, (_, i) => reverseBits(i, bits));
  }

  /** Writes size / 2 + 1 powers of `signal` (zeros follow where it is shorter) into `powers`. */
  measure(signal: Float64Array, powers: Float64Array): void {
    const { size, real, imaginary, order } = this;
    imaginary.fill(0);
    for (let i = 0; i < size; i++) real[order[i]] = i < signal.length ? signal[i] : 0;
    for (let width = 2; width <= size; width *= 2) this.mergeHalves(width);
    for (let i = 0; i <= size / 2; i++) powers[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
  }

  private mergeHalves(width: number): void {
    const { size, real, imaginary, cosine, sine } = this;
    const [half, stride] = [width / 2, size / width];
    for (let start = 0; start < size; start += width) {
      for (let i = start, turn = 0; i < start + half; i++, turn += stride) {
        const j = i + half;
        const x = real[j] * cosine[turn] - imaginary[j] * sine[turn];
        const y = real[j] * sine[turn] + imaginary[j] * cosine[turn];
        real[j] = real[i] - x;
        imaginary[j] = imaginary[i] - y;
        real[i] += x;
        imaginary[i] += y;
      }
    }
  }
}

function reverseBits(value: number, bits: number): number {
  let out = 0;
  for (let bit = 0; bit < bits; bit++) if (value & (1 << bit)) out |= 1 << (bits - 1 - bit);
  return out;
}
