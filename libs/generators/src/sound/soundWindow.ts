import type { FloatTensor } from '@mondwerk/models';
import type { FaceGenerator } from '../port/faceGenerator.ts';
import { COLUMNS_PER_SECOND, type MelSpectrum } from './melSpectrum.ts';

/** Columns of the spectrum that lips are shown, a fifth of a second. */
const WINDOW = 16;

/**
 * The sound that lips are shown for the frame that begins at so many seconds of the sound, 1 × 1 × 80 × 16: where in it the frame
 * lies is the form’s. Before the first and after the last column those are held.
 */
export function soundWindow(
  { bands, columns, data }: MelSpectrum,
  { form }: Pick<FaceGenerator, 'form'>,
  seconds: number,
): FloatTensor {
  // Towards zero, as Python’s int() cuts.
  const start = Math.trunc(COLUMNS_PER_SECOND * (seconds + (form.soundFrom ?? 0)) + 1e-6);
  const out = new Float32Array(bands * WINDOW);
  for (let band = 0; band < bands; band++) {
    for (let i = 0; i < WINDOW; i++) {
      const column = Math.min(columns - 1, Math.max(0, start + i));
      out[band * WINDOW + i] = data[band * columns + column];
    }
  }
  return { data: out, shape: [1, 1, bands, WINDOW] };
}
