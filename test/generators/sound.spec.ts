import { melSpectrum, SOUND_RATE, soundWindow } from '@mondwerk/generators';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../../libs/generators/src/forms/forms.ts';

/** A low tone, one that rises, and a high one. */
const tones = Float32Array.from({ length: SOUND_RATE }, (_, i) => {
  const t = i / SOUND_RATE;
  const turn = 2 * Math.PI * t;
  return 0.4 * Math.sin(220 * turn) + 0.2 * Math.sin((500 + 1500 * t) * turn) + 0.05 * Math.sin(5200 * turn);
});

describe('melSpectrum', () => {
  it('is what librosa’s definitions give with Wav2Lip’s settings', () => {
    const { bands, columns, data } = melSpectrum(tones);
    expect([bands, columns]).toEqual([80, 81]);
    // Made with NumPy’s FFT from the definitions in librosa 0.7 (stft, filters.mel) and Wav2Lip’s audio.py.
    const known = [
      [0, 0, -0.2998],
      [5, 10, -0.5315],
      [10, 40, -4],
      [33, 7, -4],
      [40, 0, -1.4614],
      [50, 60, -2.5967],
      [60, 80, 1.467],
      [66, 33, -4],
      [70, 80, 1.0486],
      [79, 79, -1.2924],
    ] as const;
    for (const [band, column, value] of known) {
      expect(data[band * columns + column], `${band}, ${column}`).toBeCloseTo(value, 3);
    }
    expect(data.reduce((sum, value) => sum + value, 0) / data.length).toBeCloseTo(-3.2179, 3);
  });

  it('is silence where nothing is heard, however short', () => {
    for (const length of [0, 1, 150, 4000]) {
      const { columns, data } = melSpectrum(new Float32Array(length));
      expect(columns).toBe(1 + Math.floor(length / 200));
      expect(new Set(data)).toEqual(new Set([-4]));
    }
  });
});

describe('soundWindow', () => {
  const ramp = {
    bands: 80,
    columns: 100,
    data: Float32Array.from({ length: 8000 }, (_, i) => (i % 100) + 1000 * Math.floor(i / 100)),
  };
  const of = (form: 'wav2lip-96' | 'edtalk-256', seconds: number) =>
    soundWindow(ramp, { form: { ...FORMS[form], name: form } }, seconds);

  it('begins where each form was trained to begin', () => {
    expect(of('wav2lip-96', 0.5).shape).toEqual([1, 1, 80, 16]);
    expect([...of('wav2lip-96', 0.5).data.slice(0, 16)]).toEqual(
      Array.from({ length: 16 }, (_, i) => 36 + i),
    );
    expect(of('edtalk-256', 0.5).data[0]).toBe(33);
    expect(of('edtalk-256', 0.5).data[79 * 16]).toBe(79033);
  });

  it('holds the first and the last column beyond the ends', () => {
    expect([...of('edtalk-256', 0).data.slice(0, 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(new Set(of('wav2lip-96', 9).data.slice(0, 16))).toEqual(new Set([99]));
  });
});
