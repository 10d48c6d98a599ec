import { describe, expect, it } from 'vitest';

import { ShotFaces } from '../../../libs/face/src/tracking/linkFaces.ts';
import { descriptor, seenAt } from '../syntheticFace.ts';

const shot = { index: 4, frames: { start: 100, end: 200 } };
const anna = descriptor(0);
const ben = descriptor(1);

const piece = (from: number, to: number, x: number, identity: Float32Array) => ({
  observations: Array.from({ length: to - from }, (_, i) => seenAt(from + i, x, 100)),
  identity,
});

describe('ShotFaces', () => {
  it('joins a face that goes on in the next chunk, and keeps its neighbour apart', () => {
    const faces = new ShotFaces(shot);
    faces.add([piece(100, 124, 100, anna), piece(100, 124, 400, ben)], 24);
    faces.add([piece(124, 148, 403, ben), piece(124, 148, 103, anna)], 24);
    expect(faces.finish()).toMatchObject([
      { id: 'shot-5-face-1', shot: 4, span: { start: 100, end: 148 } },
      { id: 'shot-5-face-2', shot: 4, span: { start: 100, end: 148 } },
    ]);
  });

  it('bridges a few lost frames for the same person only', () => {
    const faces = new ShotFaces(shot);
    faces.add([piece(100, 110, 100, anna), piece(114, 124, 102, anna)], 24);
    faces.add([piece(127, 140, 101, ben)], 24);
    expect(faces.finish().map(({ span }) => span)).toEqual([
      { start: 100, end: 124 },
      { start: 127, end: 140 },
    ]);
  });

  it('drops flickers, but not a whole shot that is as short', () => {
    const long = new ShotFaces(shot);
    long.add([piece(100, 102, 100, anna)], 24);
    expect(long.finish()).toEqual([]);
    const short = new ShotFaces(shot);
    short.add([piece(100, 102, 100, anna)], 2);
    expect(short.finish()).toHaveLength(1);
  });

  it('describes the track by all of its pieces', () => {
    const faces = new ShotFaces(shot);
    faces.add([piece(100, 124, 100, anna)], 24);
    faces.add([piece(124, 148, 100, descriptor(0, 2, 0.6))], 24);
    const [{ identity }] = faces.finish();
    expect(identity.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    expect(identity[2]).toBeGreaterThan(0.2);
  });
});
