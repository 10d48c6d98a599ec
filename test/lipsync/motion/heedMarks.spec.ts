import { SILENCE, type LipMarkKind, type MouthCue, type Phone } from '@mondwerk/film';
import {
  apertureOf,
  cueMouths,
  enforceCues,
  heedMarks,
  loadPrior,
  predictMotion,
  shapeAt,
  spreadCues,
  type LineMark,
} from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

/** `amba`, after a silence of a second and before another one. */
const phones: Phone[] = phonesFrom([
  [SILENCE, 1],
  ['a', 0.2],
  ['m', 0.1],
  ['b', 0.1],
  ['a', 0.3],
  [SILENCE, 1],
]).map((phone) => ({ ...phone, line: phone.ipa === SILENCE ? -1 : 4 }));

const cues = cueMouths(phones);
const REACH = 0.06;
const mark = (kind: LipMarkKind, at: number, line = 4): LineMark => ({ kind, at, line });
const heeded = (...marks: LineMark[]): readonly MouthCue[] =>
  heedMarks(cues, marks, { phones, reach: REACH });
const firm = (all: readonly MouthCue[]): string[] =>
  all
    .filter(({ shape }) => shape !== 'rest')
    .map(
      ({ shape, ipa, span, origin }) =>
        `${shape} ${ipa} ${span.start.toFixed(3)}-${span.end.toFixed(3)}${origin === 'mark' ? ' mark' : ''}`,
    );

describe('a mark where lips meet', () => {
  it('changes nothing where they are closed, or where it demands nothing', () => {
    expect(heeded(mark('mpb', 1.25))).toBe(cues);
    expect(heeded(mark('neutral', 1))).toBe(cues);
    expect(heeded()).toBe(cues);
  });

  it('draws the nearest closure to itself, as a whole', () => {
    expect(firm(heeded(mark('mpb', 1.42)))).toEqual([
      'closed m 1.285-1.370 mark',
      'closed b 1.370-1.440 mark',
    ]);
    expect(firm(heeded(mark('mpb', 1.17)))).toEqual([
      'closed m 1.150-1.235 mark',
      'closed b 1.235-1.305 mark',
    ]);
  });

  it('makes a closure of its own where none is near, or only one of another line or another mark', () => {
    expect(firm(heeded(mark('mpb', 1.6)))).toContain('closed a 1.580-1.620 mark');
    expect(firm(heeded(mark('in-close', 0.9)))).toContain('closed a 0.880-0.920 mark');
    expect(firm(heeded(mark('mpb', 1.4, 5)))).toContain(`closed b 1.380-1.420 mark`);
    expect(firm(heeded(mark('mpb', 1.42), mark('mpb', 1.47)))).toHaveLength(3);
  });
});

describe('a mark where lips are apart', () => {
  const times = middles(70, 25);
  const apertureAt = (all: readonly MouthCue[], seconds: number): number => {
    const seen = spreadCues(all, times, 0.04);
    const motion = enforceCues(predictMotion(loadPrior(), phones, times), seen, times, 0.04, drawnMouth());
    return apertureOf(shapeAt(motion, Math.floor(seconds * 25), drawnMouth()));
  };

  it('parts them though they rest, without a jump, and lets them come back to rest', () => {
    const open = heeded(mark('out-open', 1.94));
    expect(apertureAt(cues, 1.94)).toBeLessThan(0.02);
    expect(apertureAt(open, 1.94)).toBeGreaterThan(0.045);
    expect(apertureAt(open, 2.3)).toBeLessThan(0.01);
    const steps = Array.from({ length: 60 }, (_, at) => apertureAt(open, at / 25));
    expect(Math.max(...steps.slice(1).map((value, at) => Math.abs(value - steps[at])))).toBeLessThan(0.14);
  });

  it('sends a closure out of its way', () => {
    expect(firm(heeded(mark('in-open', 1.21)))).toEqual([
      'open m 1.190-1.230 mark',
      'closed m 1.270-1.300',
      'closed b 1.300-1.370',
    ]);
    expect(firm(heeded(mark('out-open', 1.36)))).toEqual([
      'closed m 1.215-1.300',
      'closed b 1.270-1.300',
      'open b 1.340-1.380 mark',
    ]);
    expect(apertureAt(heeded(mark('in-open', 1.21)), 1.21)).toBeGreaterThan(0.03);
  });

  it('and where they meet hold together', () => {
    const all = heeded(mark('in-open', 0.9), mark('mpb', 1.65), mark('out-close', 1.75));
    expect(apertureAt(all, 0.9)).toBeGreaterThan(0.045);
    expect(apertureAt(all, 1.65)).toBeLessThan(0.01);
    expect(apertureAt(all, 1.75)).toBeLessThan(0.01);
  });
});
