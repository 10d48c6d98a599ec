import { describe, expect, it } from 'vitest';
import type { FilmClock, Phone } from '@mondwerk/film';
import type { WantedTrack } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../../../../apps/backend/src/pipeline/casting/dubbedTracks.ts';
import { AS_SAID } from '../../../../apps/backend/src/pipeline/lineSettings.ts';
import type { MismatchReason } from '../../../../apps/backend/src/pipeline/lines/lineCodes.ts';
import { spareLines, sparedLines } from '../../../../apps/backend/src/pipeline/lines/spareLines.ts';

const settings = {
  ...{ draft: false, lossless: false, fitVoice: false, voiceAsIs: false },
  ...{ followLoudness: true, onlyVisible: true, strength: 1 },
};
const judged = (line: number, reason: MismatchReason | null) => ({
  line,
  mismatch: reason && { score: reason === 'fits' ? 0.02 : 0.4, reason },
});

describe('the lines that are spared', () => {
  const all = [judged(0, 'fits'), judged(1, 'lips-open'), judged(2, null), judged(3, 'fits')];

  it('are those that fit, when only what is visible is wanted', () => {
    expect([...sparedLines(all, { settings, lineSettings: [] })]).toEqual([0, 3]);
    expect(sparedLines(all, { settings: { ...settings, onlyVisible: false }, lineSettings: [] }).size).toBe(
      0,
    );
  });

  it('are none that people bent: they want to see that', () => {
    const lineSettings = [
      { ...AS_SAID, line: 0, strength: 1.2 },
      { ...AS_SAID, line: 3 },
    ];
    expect([...sparedLines(all, { settings, lineSettings })]).toEqual([3]);
  });
});

describe('a shot with lines that are spared', () => {
  const clock: FilmClock = { times: Float64Array.from({ length: 100 }, (_, at) => at / 25), end: 4 };
  const phone = (line: number, start: number, end: number): Phone => ({
    ...{ ipa: 'a', span: { start, end }, confidence: 1, line },
  });
  /** Line 0 in frames 10 to 30, line 1 in 32 to 50, line 2 in 70 to 90. */
  const phones = [phone(0, 0.4, 1.2), phone(1, 1.28, 2), phone(2, 2.8, 3.6)];
  const track: WantedTrack = {
    ...{ track: 't', span: { start: 0, end: 100 }, displacement: new Float32Array(0) },
    easeEnds: { first: false, last: false },
  };
  const dubbed: DubbedTrack[] = [
    {
      ...{ performer: 'mira', track: 't', span: track.span, lines: [0, 1, 2] },
      shot: { index: 0, frames: track.span },
    },
  ];
  const cue = (line: number) => ({ shape: 'closed' as const, span: { start: 1, end: 2 }, ipa: 'm', line });
  const shot = { cues: [cue(0), cue(1)], wanted: [{ performer: 'mira', track }] };
  const spare = (...lines: number[]) => spareLines(shot, { lines: new Set(lines), dubbed, phones, clock });
  const fitsOf = (...lines: number[]) => spare(...lines).wanted[0].track.fits;

  it('stays as it was planned when nothing is spared', () => {
    expect(spare()).toEqual(shot);
    expect(fitsOf(9)).toBeUndefined();
  });

  it('is left throughout by a mouth of which every line is spared', () => {
    expect(fitsOf(0, 1, 2)).toEqual([{ start: 0, end: 100 }]);
    expect(spare(0, 1, 2).cues).toEqual([]);
  });

  it('keeps the old mouth in the spared line, and the new one whole before the next begins', () => {
    expect(fitsOf(2)).toEqual([{ start: 70, end: 90 }]);
    expect(fitsOf(0)).toEqual([{ start: 10, end: 28 }]);
    expect(fitsOf(1)).toEqual([{ start: 34, end: 50 }]);
    expect(spare(0).cues.map(({ line }) => line)).toEqual([1]);
  });
});
