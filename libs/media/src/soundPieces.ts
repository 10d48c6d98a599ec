/** Seconds `from` to `to` of a sound, to be heard from second `at` on. */
export interface SoundPiece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** How interleaved samples are counted. */
export interface SampleClock {
  readonly channels: number;
  readonly sampleRate: number;
}

/** Seconds over which a cut piece comes and goes, so that no cut clicks. */
const FADE = 0.005;
/** Silence is handed on in portions of this many samples. */
const PORTION = 1 << 16;

/** A piece in whole samples, and whether its ends were cut. */
interface SamplePiece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

/**
 * Lays pieces of interleaved 32-bit float samples, which come in as bytes, on a new clock with silence between them,
 * as long as `seconds` says. Ends that are cut fade over 5 ms.
 */
export async function* layPieces(
  sound: AsyncIterable<Uint8Array>,
  pieces: readonly SoundPiece[],
  seconds: number,
  { channels, sampleRate }: SampleClock,
): AsyncGenerator<Float32Array> {
  const total = Math.round(seconds * sampleRate);
  const laid = inSamples(pieces, sampleRate);
  const fade = Math.max(1, Math.round(FADE * sampleRate));
  let [read, written, at] = [0, 0, 0];
  for await (const samples of wholeSamples(sound, channels)) {
    const end = read + samples.length / channels;
    for (; at < laid.length && laid[at].from < end; at++) {
      const piece = laid[at];
      const [first, last] = [Math.max(read, piece.from), Math.min(end, piece.to)];
      const place = piece.at + first - piece.from;
      for (const silence of silences(Math.min(place, total) - written, channels)) yield silence;
      written = Math.max(written, Math.min(place, total));
      const part = samples.slice((first - read) * channels, (last - read) * channels);
      const kept = part.subarray(0, Math.max(0, total - written) * channels);
      fadeEnds(kept, first, piece, fade, channels);
      if (kept.length > 0) yield kept;
      written += kept.length / channels;
      if (piece.to > end) break;
    }
    read = end;
  }
  for (const silence of silences(total - written, channels)) yield silence;
}

/** Seconds in whole samples; pieces that touch on both clocks are one, and their seam is no cut. */
function inSamples(pieces: readonly SoundPiece[], sampleRate: number): SamplePiece[] {
  const whole = pieces.map(({ from, to, at }) => {
    const [start, end] = [Math.round(from * sampleRate), Math.round(to * sampleRate)];
    return { from: start, to: end, at: Math.round(at * sampleRate) };
  });
  const seam = (before: number): boolean => {
    const [a, b] = [whole[before], whole[before + 1]];
    return a?.to === b?.from && a.at + a.to - a.from === b.at;
  };
  return whole.map((piece, i) => ({
    ...piece,
    cut: { start: piece.from > 0 && !seam(i - 1), end: i < whole.length - 1 && !seam(i) },
  }));
}

function fadeEnds(
  samples: Float32Array,
  first: number,
  piece: SamplePiece,
  fade: number,
  channels: number,
): void {
  for (let i = 0; i < samples.length / channels; i++) {
    const rise = piece.cut.start ? (first + i - piece.from + 0.5) / fade : 1;
    const fall = piece.cut.end ? (piece.to - first - i - 0.5) / fade : 1;
    const gain = Math.min(rise, fall, 1);
    if (gain < 1) for (let c = 0; c < channels; c++) samples[i * channels + c] *= gain;
  }
}

function* silences(count: number, channels: number): Generator<Float32Array> {
  for (let left = count; left > 0; left -= PORTION)
    yield new Float32Array(Math.min(left, PORTION) * channels);
}

/** Bytes come in chunks of any size; what is not a whole sample of all channels waits for the next chunk. */
async function* wholeSamples(
  bytes: AsyncIterable<Uint8Array>,
  channels: number,
): AsyncGenerator<Float32Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    const all = Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % (4 * channels));
    const aligned = Uint8Array.from(all.subarray(0, whole));
    rest = all.subarray(whole);
    yield new Float32Array(aligned.buffer);
  }
}
