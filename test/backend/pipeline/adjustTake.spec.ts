import { describe, expect, it } from 'vitest';
import type { PlannedMouth } from '@mondwerk/lipsync';
import { adjustCues, isPlain, leaveUntouched } from '../../../apps/backend/src/pipeline/adjustTake.ts';
import { takeSettings } from '../../../apps/backend/src/pipeline/orders.ts';

const clock = { times: Float64Array.from({ length: 20 }, (_, frame) => frame / 10), end: 2 };
const cues = {
  cues: [{ shape: 'closed', ipa: 'b', span: { start: 0.5, end: 0.6 }, line: 0 } as const],
  wanted: [
    {
      performer: 'mira',
      track: {
        track: 'a',
        span: { start: 5, end: 10 },
        displacement: Float32Array.of(0, 1, 2, 3, 4),
        easeEnds: { first: false, last: false },
      },
    },
  ],
};

const displacementWith = (settings: object): number[] =>
  Array.from(adjustCues(cues, takeSettings.parse(settings), clock).wanted[0].track.displacement);

describe('a take with settings of its own', () => {
  it('is plain when nothing is asked of it', () => {
    expect(isPlain(takeSettings.parse({}))).toBe(true);
    expect(isPlain(takeSettings.parse({ opening: 1.1 }))).toBe(false);
  });

  it.each([
    [0.1, [0, 0, 1, 2, 3]],
    [-0.1, [1, 2, 3, 4, 4]],
    [0.05, [0, 0.5, 1.5, 2.5, 3.5]],
  ])('moves its mouths %s seconds later, keeping still beyond its ends', (delay, wanted) => {
    displacementWith({ delay }).forEach((value, at) => expect(value).toBeCloseTo(wanted[at], 5));
  });

  it('moves the shapes that are looked for along with the mouths', () => {
    const { cues: moved } = adjustCues(cues, takeSettings.parse({ delay: 0.1 }), clock);
    expect(moved[0].span.start).toBeCloseTo(0.6);
  });

  it('opens its mouths as far as is asked', () => {
    expect(displacementWith({ opening: 0.5 })).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('leaves performers alone', () => {
    expect(adjustCues(cues, takeSettings.parse({ leaveAlone: ['mira'] }), clock).wanted).toEqual([]);
  });

  it('leaves frames as they were and comes and goes softly beside them', () => {
    const plan = Array.from({ length: 20 }, (_, frame): PlannedMouth => {
      const sources = [{ track: 'a', frame, weight: 1 }];
      return { track: 'a', frame, strength: 1, coordinates: new Float32Array(), openings: [0.1], sources };
    });
    const left = leaveUntouched(plan, takeSettings.parse({ untouched: [{ start: 0, end: 5 }] }));
    expect(left[4]).toMatchObject({ strength: 0, reason: 'left as asked', sources: [] });
    expect(left[5].strength).toBeGreaterThan(0);
    expect(left[5].strength).toBeLessThan(0.5);
    expect(left.slice(10).every(({ strength }) => strength === 1)).toBe(true);
  });
});
