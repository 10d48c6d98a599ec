import { expect, it } from 'vitest';
import { aperture, calmTrack, canonicalHead, steadyTrack, type SteadyFrame } from '@mondwerk/face';
import { grain } from '../../lipsync/drawnFace.ts';
import { drawnTrack, speaking } from '../../lipsync/drawnHead.ts';

const track = drawnTrack('a', speaking(120));
const trembling = {
  ...track,
  observations: track.observations.map((o) => ({
    ...o,
    points: o.points.map((value, i) => value + 0.5 * grain(o.frame, i)),
  })),
};
const reference = canonicalHead(track.observations.map(({ points }) => points));

/** How far a point of the head jerks from frame to frame, in eye distances. */
const jerkOf = (frames: readonly SteadyFrame[], point: number): number =>
  frames.slice(2).reduce((sum, { shape }, i) => {
    const at = (frame: SteadyFrame): number => frame.shape[3 * point + 1];
    return sum + Math.abs(at(frames[i]) - 2 * at(frames[i + 1]) + shape[3 * point + 1]) / frames.length;
  }, 0);

it('takes the tremble out of noses and brows', () => {
  const [steady, calm] = [steadyTrack(trembling, reference), calmTrack(trembling, reference)];
  for (const point of [4, 98, 327, 117, 346])
    expect(jerkOf(calm, point)).toBeLessThan(0.4 * jerkOf(steady, point));
});

it('lets lips speak as they did', () => {
  const [steady, calm] = [steadyTrack(track, reference), calmTrack(track, reference)];
  calm.forEach(({ shape }, i) => expect(aperture(shape)).toBeCloseTo(aperture(steady[i].shape), 2));
});
