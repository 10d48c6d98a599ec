import { describe, expect, it } from 'vitest';
import { PLATE_POINTS, SOURCE_POINTS } from '../../../libs/lipsync/src/picture/controlPoints.ts';
import { bendAt, fitThinPlate } from '../../../libs/lipsync/src/picture/thinPlate.ts';
import { catmullRom, warpMapOf } from '../../../libs/lipsync/src/picture/warpMap.ts';
import { drawnMesh, FACE } from '../drawnFace.ts';

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
      const exact = new Float32Array(2);
      const errors: number[] = [];
      for (let y = 0, i = 0; y < box.height; y++) {
        for (let x = 0; x < box.width; x++, i++) {
          bendAt(plate, (box.left + x + 0.5) / UNIT, (box.top + y + 0.5) / UNIT, exact, 0);
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

  it('weighs four neighbours so that constants and lines are kept', () => {
    for (const t of [0, 0.3, 0.5, 1]) {
      const w = catmullRom(t);
      expect(w[0] + w[1] + w[2] + w[3]).toBeCloseTo(1, 9);
      expect(-w[0] + w[2] + 2 * w[3]).toBeCloseTo(t, 9);
    }
  });
});
