import { describe, expect, it } from 'vitest';
import type { PassReason } from '@mondwerk/lipsync';
import * as face from '@mondwerk/face';

type PassingFrame = face.PassingFrame<PassReason>;

const steadyReasons = (frames: readonly PassingFrame[]): (PassReason | undefined)[] =>
  face.steadyReasons(frames, new Set(['left as asked', 'fits already'] as const));

const WIDEST = 48;
const facing = (degrees: number, eyeDistance = 60): PassingFrame => ({
  reason: Math.abs(degrees) > WIDEST ? 'turned away' : eyeDistance < 32 ? 'too small' : undefined,
  entry: { angles: [(degrees * Math.PI) / 180, 0, 0], eyeDistance },
});
const GOOD = facing(10);
const because = (reason: PassReason): PassingFrame => ({ ...GOOD, reason });

/** How often a mouth comes or goes. */
const changes = (reasons: readonly (PassReason | undefined)[]): number =>
  reasons.filter((reason, i) => i > 0 && (reason === undefined) !== (reasons[i - 1] === undefined)).length;

const repeat = (frame: PassingFrame, count: number): PassingFrame[] =>
  Array.from({ length: count }, () => frame);

describe('passing', () => {
  it('lets a head that hovers at the limit of profiles neither flicker in nor out (complaints 8 and 16)', () => {
    const hovering = Array.from({ length: 60 }, (_, i) =>
      facing(i < 10 ? 30 : i > 50 ? 30 : 47.5 + 2.2 * Math.sin(0.9 * i)),
    );
    expect(changes(hovering.map(({ reason }) => reason))).toBeGreaterThan(8);
    const steady = steadyReasons(hovering);
    expect(changes(steady)).toBe(2);
    expect(steady[5]).toBeUndefined();
    expect(steady[30]).toBe('turned away');
  });

  it('lets a face that hovers at the smallest size stay passed', () => {
    const frames = Array.from({ length: 40 }, (_, i) => facing(0, i < 8 ? 50 : 32 + 1.5 * Math.sin(1.1 * i)));
    expect(changes(steadyReasons(frames))).toBe(1);
  });

  it('follows a mouth through a frame or two of blur, but not through three, and never one that was not seen', () => {
    const around = repeat(GOOD, 10);
    const blurred = (count: number): (PassReason | undefined)[] =>
      steadyReasons([...around, ...repeat(because('blurred'), count), ...around]);
    expect(blurred(2).every((reason) => reason === undefined)).toBe(true);
    expect(blurred(3).filter((reason) => reason === 'blurred')).toHaveLength(3);
    expect(steadyReasons([...around, { reason: 'not seen' }, ...around])[10]).toBe('not seen');
    expect(steadyReasons([...around, because('hidden'), ...around])[10]).toBe('hidden');
  });

  it('leaves a mouth alone that would come only for an instant', () => {
    const gone = repeat(because('hidden'), 5);
    expect(steadyReasons([...gone, ...repeat(GOOD, 5), ...gone]).every((reason) => reason === 'hidden')).toBe(
      true,
    );
    expect(steadyReasons([...gone, ...repeat(GOOD, 6), ...gone])[7]).toBeUndefined();
    expect(steadyReasons([...repeat(GOOD, 3), ...gone])[0]).toBeUndefined();
  });

  it('heeds what people ask frame by frame', () => {
    const frames = [
      ...repeat(because('left as asked'), 3),
      ...repeat(GOOD, 2),
      ...repeat(because('fits already'), 3),
    ];
    expect(steadyReasons(frames)).toEqual(frames.map(({ reason }) => reason));
    expect(steadyReasons([GOOD, because('left as asked'), GOOD])[1]).toBe('left as asked');
  });
});
