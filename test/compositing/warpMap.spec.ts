import { describe, expect, it } from 'vitest';
import { PLATE_POINTS, SOURCE_POINTS } from '../../libs/lipsync/src/picture/controlPoints.ts';
import { fitThinPlate } from '../../libs/compositing/src/thinPlate.ts';
import { warpMapOf } from '../../libs/compositing/src/warpMap.ts';
import { drawnMesh, FACE } from '../lipsync/drawnFace.ts';
import { exactBend } from './exactBend.ts';

const UNIT = FACE.eyeDistance;
const box = { left: 40, top: 70, width: 110, height: 80, unit: UNIT };

const plateOf = (points: readonly number[], seen: Float32Array, wanted: Float32Array) => {
  const flat = (mesh: Float32Array): Float64Array =>
    Float64Array.from(points.flatMap((p) => [mesh[2 * p] / UNIT, mesh[2 * p + 1] / UNIT]));
  return fitThinPlate(flat(wanted), flat(seen), 2e-4);
};

describe('warpMap', () => {
  it.each([
    ['the frame', PLATE_POINTS],
    ['a source', SOURCE_POINTS],
  ])(
    'agrees with the spline that carries %s to an opening mouth to 0.02 pixels nearly everywhere',
    (_, points) => {
      const plate = plateOf(points, drawnMesh({ aperture: 0.04 }), drawnMesh({ aperture: 0.1 }));
      const map = warpMapOf(plate, box);
      const errors: number[] = [];
      for (let y = 0, i = 0; y < box.height; y++) {
        for (let x = 0; x < box.width; x++, i++) {
          const exact = exactBend(plate, (box.left + x + 0.5) / UNIT, (box.top + y + 0.5) / UNIT);
          errors.push(Math.hypot(map.dx.data[i] - UNIT * exact[0], map.dy.data[i] - UNIT * exact[1]));
        }
      }
      errors.sort((a, b) => a - b);
      expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThan(0.02);
      expect(errors[errors.length - 1]).toBeLessThan(0.2);
    },
  );

  it('covers faces smaller than its grid pixel by pixel', () => {
    const map = warpMapOf(plateOf(PLATE_POINTS, drawnMesh({ aperture: 0 }), drawnMesh({ aperture: 0 })), {
      left: 0,
      top: 0,
      width: 5,
      height: 3,
      unit: 10,
    });
    expect(map.dx).toEqual({ width: 5, height: 3, data: new Float32Array(15) });
  });

  it('keeps what is even and what is a slope exactly', () => {
    const corners = Float64Array.of(0, 0, 3, 0, 0, 3, 3, 3);
    const turned = corners.map(
      (value, i) => value + 0.2 + 0.1 * corners[i - (i % 2)] - 0.05 * corners[i + 1 - (i % 2)],
    );
    const map = warpMapOf(fitThinPlate(corners, turned, 0), { ...box, left: 7, top: 11 });
    for (const [x, y] of [
      [0, 0],
      [109, 0],
      [50, 79],
    ]) {
      const slope = 0.2 * UNIT + 0.1 * (7.5 + x) - 0.05 * (11.5 + y);
      expect(map.dx.data[y * box.width + x]).toBeCloseTo(slope, 3);
      expect(map.dy.data[y * box.width + x]).toBeCloseTo(slope, 3);
    }
  });
});
