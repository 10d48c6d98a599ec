import { describe, expect, it } from 'vitest';
import {
  coordinatesOfShape,
  learnMouthSpace,
  mouthAt,
  mouthRow,
} from '../../../libs/lipsync/src/atlas/mouthSpace.ts';
import { widthOf } from '../../../libs/lipsync/src/motion/measures.ts';
import { MOUTH_POINTS } from '../../../libs/lipsync/src/motion/mouthPoints.ts';
import { learnOpening, takeOwnShapes } from '../../../libs/lipsync/src/plan/ownShape.ts';
import { drawnHead } from '../drawnHead.ts';

const heads = Array.from({ length: 40 }, (_, i) =>
  drawnHead({ aperture: 0.01 * (i % 20), wider: 0.03 * Math.sin(i) }),
);
const space = learnMouthSpace(heads);
const seen = heads.map((head) => coordinatesOfShape(space, head));
const opening = learnOpening(space, seen);

const heightOf = (coordinates: Float32Array): number => {
  const mouth = mouthAt(space, coordinates);
  const y = (point: number): number => mouth[3 * MOUTH_POINTS.indexOf(point) + 1];
  return [
    [13, 14],
    [82, 87],
    [312, 317],
  ].reduce((sum, [upper, lower]) => sum + (y(lower) - y(upper)) / 3, 0);
};

/** Coordinates of a mouth that is drawn so. */
const drawn = (aperture: number, wider = 0): Float32Array =>
  coordinatesOfShape(space, drawnHead({ aperture, wider }));

describe('a planned mouth that takes on the shape of its source', () => {
  const frames = Array.from({ length: 12 }, (_, i) => i);
  const wanted = frames.map(() => drawn(0.1, 0.05));
  const sources = frames.map(() => drawn(0.04, -0.05));
  const [settled] = takeOwnShapes(wanted, sources, frames, opening);

  it('is open as far as it was planned', () => {
    expect(heightOf(settled)).toBeCloseTo(heightOf(wanted[0]), 3);
  });

  it('is nearer to the source in everything else', () => {
    const [plan, source, mouth] = [wanted[0], sources[0], settled].map((row) => widthOf(mouthAt(space, row)));
    expect(Math.abs(mouth - source)).toBeLessThan(0.4 * Math.abs(plan - source));
  });

  it('stays as it is where the source has its shape', () => {
    const [same] = takeOwnShapes(wanted, wanted, frames, opening);
    mouthRow(drawnHead({ aperture: 0.1, wider: 0.05 })).forEach((value, k) =>
      expect(mouthAt(space, same)[k]).toBeCloseTo(value, 2),
    );
  });

  it('opens no further than it was ever seen to', () => {
    const wide = frames.map(() => drawn(0.4));
    const [mouth] = takeOwnShapes(wide, sources, frames, opening);
    const most = Math.max(...seen.map(heightOf));
    expect(heightOf(wide[0])).toBeGreaterThan(1.5 * most);
    expect(heightOf(mouth)).toBeLessThan(1.05 * most);
  });

  it('passes from one source to another without a jump', () => {
    const turned = frames.map((frame) => drawn(0.1, frame < 6 ? -0.05 : 0.05));
    const widths = takeOwnShapes(wanted, turned, frames, opening).map((row) => widthOf(mouthAt(space, row)));
    const steps = widths.slice(1).map((width, i) => Math.abs(width - widths[i]));
    expect(Math.max(...steps)).toBeLessThan(0.6 * Math.abs(widths[11] - widths[0]));
  });
});
