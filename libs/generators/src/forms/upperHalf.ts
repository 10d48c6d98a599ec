import type { FloatTensor } from '@mondwerk/models';

/** Wav2Lip’s six channels: the face with its lower half black, then the whole face as it is. */
export function upperHalfAnd({ data, shape: [one, channels, height, width] }: FloatTensor): FloatTensor {
  const out = new Float32Array(2 * data.length);
  const plane = width * height;
  for (let k = 0; k < channels; k++) {
    out.set(data.subarray(k * plane, k * plane + (height >> 1) * width), k * plane);
  }
  out.set(data, data.length);
  return { data: out, shape: [one, 2 * channels, height, width] };
}
