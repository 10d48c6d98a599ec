import { describe, expect, it } from 'vitest';
import type { PlannedMouth, WantedTrack } from '@mondwerk/lipsync';
import type { Film } from '@mondwerk/media';
import { NOBODY_SEEN, type SpokenLine } from '../../../../apps/backend/src/pipeline/casting/castLines.ts';
import {
  describeLine,
  type KnownLine,
  type SayingShot,
} from '../../../../apps/backend/src/pipeline/lines/describeLine.ts';

const MOUTH = 41 * 3;
const SPAN = { start: 10, end: 14 };

const clock = { times: Float64Array.from({ length: 50 }, (_, frame) => frame / 25), end: 2 };
const mouths = {
  rest: new Float32Array(MOUTH),
  range: 0.3,
  widthIn: () => 0.6,
  of: () => new Map([10, 11, 12].map((frame) => [frame, { frame, aperture: 0.2, eyeDistance: 54 } as never])),
};
const dub = { film: { clock, height: 540 } as unknown as Film, mouths: new Map([['mira', mouths]]) };

const said = (changes: Partial<SpokenLine> = {}): SpokenLine => ({
  ...{ line: 0, shot: 3, frames: SPAN, performer: 'mira', doubt: null },
  ...changes,
});

const wanted: WantedTrack = {
  ...{ track: 'm', span: { start: 8, end: 20 }, easeEnds: { first: false, last: false } },
  displacement: new Float32Array(12 * MOUTH),
};

const mouth = (frame: number, reason?: PlannedMouth['reason']): PlannedMouth => ({
  ...{ track: 'm', frame, strength: reason === undefined ? 1 : 0, openings: [], sources: [] },
  ...(reason !== undefined && { reason }),
  coordinates: new Float32Array(0),
});

const shotOf = (planned: readonly PlannedMouth[], changes: Partial<SpokenLine> = {}): SayingShot => ({
  said: said(changes),
  cues: { cues: [], wanted: [{ performer: 'mira', track: wanted }] },
  planned,
});

const line = (shots: readonly SayingShot[], changes: Partial<KnownLine> = {}): KnownLine => ({
  ...{ line: { index: 0, text: 'Mmm.' }, phones: [], left: false, shots, mismatch: null, spared: false },
  alignment: {
    line: 0,
    span: { start: 0.4, end: 0.56 },
    confidence: 0.8,
    fits: true,
    problem: null,
    lateBy: -0.123456,
  },
  ...changes,
});

const nobody = (doubt: string | null): SayingShot => ({
  ...{ said: said({ performer: null, doubt }), cues: undefined, planned: [] },
});

describe('a line that is described', () => {
  it('counts what is rendered of it, and what stays as it was and why', () => {
    const planned = [mouth(10), mouth(11), mouth(12, 'hidden'), mouth(13, 'not seen'), mouth(14)];
    const { told, mouth: shown } = describeLine(line([shotOf(planned)]), dub);
    expect(told).toMatchObject({
      ...{ line: 0, rendered: 2, leftOut: null, confidence: 0.8, problem: null, lateBy: -0.1235 },
      spoken: [
        {
          shot: 3,
          rendered: 2,
          passed: [
            { reason: 'hidden', frames: 1 },
            { reason: 'not seen', frames: 1 },
          ],
        },
      ],
    });
    expect(shown.mouths).toEqual([
      {
        ...{ shot: 3, performer: 'mira', track: 'm', ...SPAN },
        ...{ seen: [0.2, 0.2, 0.2, null], wanted: [0, 0, 0, 0], strength: [1, 1, 0, 0] },
        passed: [
          { reason: 'hidden', start: 12, end: 13 },
          { reason: 'not seen', start: 13, end: 14 },
        ],
      },
    ]);
  });

  it('carries how badly the old mouth fits', () => {
    const mismatch = { score: 0.75, reason: 'too-open' } as const;
    const { told } = describeLine(line([shotOf([mouth(10)])], { mismatch }), dub);
    expect(told).toMatchObject({ mismatch: 0.75, mismatchReason: 'too-open' });
  });

  it('tells why it gets no new mouth', () => {
    const leftOut = (shots: readonly SayingShot[], changes: Partial<KnownLine> = {}) =>
      describeLine(line(shots, changes), dub).told.leftOut;
    const hidden = shotOf([10, 11, 12, 13].map((frame) => mouth(frame, 'hidden')));
    expect(leftOut([])).toBe('not-heard');
    expect(leftOut([nobody(null)])).toBe('off-screen');
    expect(leftOut([nobody(NOBODY_SEEN.noFace)])).toBe('no-face');
    expect(leftOut([nobody(NOBODY_SEEN.noFace), nobody(NOBODY_SEEN.performerAway)])).toBe('performer-away');
    expect(leftOut([hidden, nobody(NOBODY_SEEN.noFace)])).toBe('nothing-trusted');
    expect(leftOut([hidden], { left: true })).toBe('left-as-asked');
    expect(leftOut([hidden], { spared: true })).toBe('fits-already');
    expect(leftOut([shotOf([mouth(10)])], { spared: true })).toBeNull();
    expect(leftOut([nobody(NOBODY_SEEN.noFace), shotOf([mouth(10)])])).toBeNull();
  });

  it('keeps the times of its script where the voice has nothing of it', () => {
    const script = { index: 0, text: 'Mmm.', span: { start: 0.7, end: 0.9 } };
    const { told } = describeLine(line([], { line: script, alignment: undefined }), dub);
    expect(told).toMatchObject({
      span: { start: 0.7, end: 0.9 },
      fits: false,
      confidence: 0,
      mismatch: null,
    });
  });
});
