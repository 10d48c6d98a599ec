import { describe, expect, it } from 'vitest';
import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import { apertureOfMouth, loadPrior, type Atlas, type SyllableGain } from '@mondwerk/lipsync';
import type { Film } from '@mondwerk/media';
import type { DubbedTrack } from '../../../apps/backend/src/pipeline/casting/dubbedTracks.ts';
import { AS_SAID } from '../../../apps/backend/src/pipeline/lineSettings.ts';
import { shapeShot, type Shaping, type ShotCues } from '../../../apps/backend/src/pipeline/shapeShot.ts';
import { drawnMouth } from '../../lipsync/motion/drawnMouth.ts';
import { phonesFrom } from '../../lipsync/motion/phonesFrom.ts';

const rest = drawnMouth();
const clock = { times: Float64Array.from({ length: 75 }, (_, at) => at / 25), end: 3 };

/** `tapa`, from second 1 on. */
const phones: Phone[] = phonesFrom([
  [SILENCE, 1],
  ['t', 0.1],
  ['a', 0.2],
  ['p', 0.1],
  ['a', 0.3],
]).filter(({ ipa }) => ipa !== SILENCE);

const track: DubbedTrack = {
  ...{ performer: 'mira', track: 't', span: { start: 0, end: 75 }, lines: [0] },
  shot: { index: 0, frames: { start: 0, end: 75 } },
};

function shape(changes: Partial<Shaping> = {}, marks: Line['marks'] = []): ShotCues {
  return shapeShot([track], {
    film: { clock, rate: { num: 25, den: 1 } } as unknown as Film,
    lines: [{ index: 0, text: 'tapa', marks }],
    ...{ phones, lineSettings: [], strengths: new Map(), loudness: new Map() },
    atlases: [{ performer: 'mira', rest } as unknown as Atlas],
    motions: [{ performer: 'mira', prior: loadPrior() }],
    ...changes,
  });
}

const aperturesOf = ({ wanted: [{ track: own }] }: ShotCues): number[] =>
  clock.times.reduce<number[]>((all, _, frame) => {
    const from = frame * rest.length;
    return [...all, apertureOfMouth(rest.map((value, k) => value + own.displacement[from + k]))];
  }, []);
const widest = (cues: ShotCues): number => Math.max(...aperturesOf(cues));
const closuresOf = ({ cues }: ShotCues): string[] =>
  cues
    .filter(({ shape: kind }) => kind === 'closed' || kind === 'open')
    .map(({ shape: kind, span, origin }) =>
      `${kind} ${((span.start + span.end) / 2).toFixed(2)} ${origin ?? ''}`.trim(),
    );

describe('the mouths of a shot', () => {
  it('move as far as their performer articulates, times what people want of the line', () => {
    const usual = widest(shape());
    const [soft, strong] = [0.5, 1.5].map((strength) => shape({ strengths: new Map([['mira', strength]]) }));
    expect(widest(soft)).toBeLessThan(usual * 0.65);
    expect(widest(strong)).toBeGreaterThan(usual * 1.3);
    expect(aperturesOf(strong)[33]).toBeLessThan(0.01);
    const line = shape({
      strengths: new Map([['mira', 0.8]]),
      lineSettings: [{ ...AS_SAID, line: 0, strength: 1.25 }],
    });
    expect(widest(line)).toBeCloseTo(usual, 6);
    expect(widest(shape({ strengths: new Map([['anton', 0.5]]) }))).toBe(usual);
  });

  it('follow the loudness of their own voice, also where the line is moved', () => {
    const gains: SyllableGain[] = [{ line: 0, span: { start: 0.9, end: 1.8 }, gain: 1.35 }];
    const loudness = new Map([['mira', gains]]);
    expect(widest(shape({ loudness }))).toBeGreaterThan(widest(shape()) * 1.2);
    expect(widest(shape({ loudness: new Map([['anton', gains]]) }))).toBe(widest(shape()));
    const moved = [{ ...AS_SAID, line: 0, offset: 0.4 }];
    expect(widest(shape({ loudness, lineSettings: moved }))).toBeCloseTo(widest(shape({ loudness })), 2);
  });

  it('meet where a mark says so, and are apart where it says so', () => {
    expect(closuresOf(shape())).toEqual(['closed 1.34']);
    const marked = shape({}, [
      { kind: 'in-open', at: 0.9 },
      { kind: 'mpb', at: 1.42 },
      { kind: 'neutral', at: 1.5 },
      { kind: 'out-close', at: 1.66 },
    ]);
    expect(closuresOf(marked)).toEqual(['open 0.90 mark', 'closed 1.41 mark', 'closed 1.66 mark']);
    const seen = aperturesOf(marked);
    expect(seen[Math.floor(0.9 * 25)]).toBeGreaterThan(0.045);
    for (const at of [1.42, 1.66]) expect(seen[Math.floor(at * 25)]).toBeLessThan(0.01);
  });

  it('heed a mark where the line is moved to, and not where nothing is heard or people said how the sound shall look', () => {
    const marks = [{ kind: 'mpb' as const, at: 1.6 }];
    const lineSettings = [{ ...AS_SAID, line: 0, offset: 0.2 }];
    expect(closuresOf(shape({ lineSettings }, marks))).toEqual(['closed 1.54', 'closed 1.80 mark']);
    expect(closuresOf(shape({}, [{ kind: 'mpb', at: 2.9 }]))).toEqual(['closed 1.34']);
    expect(closuresOf(shape({ phones: [] }, marks))).toEqual([]);
    const muted = [{ ...AS_SAID, line: 0, cues: [{ cue: { phone: 2, ipa: 'p' }, muted: true }] }];
    expect(closuresOf(shape({ lineSettings: muted }, [{ kind: 'mpb', at: 1.36 }]))).toEqual([]);
  });
});
