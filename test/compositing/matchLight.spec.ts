import { describe, expect, it } from 'vitest';
import { blankField, type Field } from '../../libs/compositing/src/field.ts';
import { applyLight, BLACK, learnLight, shrinkAll } from '../../libs/compositing/src/matchLight.ts';
import { coarseGridOf } from '../../libs/compositing/src/coarseGrid.ts';
import { lipMask, mouthMask } from '../../libs/lipsync/src/picture/mouthMask.ts';
import { fieldsOf, type Fields } from '../../libs/compositing/src/planes.ts';
import { drawnFace, drawnMesh, FACE, type Drawing } from '../lipsync/drawnFace.ts';

const mesh = drawnMesh({ aperture: 0 });
const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, FACE.eyeDistance);
const mask = mouthMask(mesh, grid, FACE.eyeDistance);
const lips = lipMask(mesh, grid, FACE.eyeDistance);
const skin: Field = { ...mask, data: mask.data.map((m, i) => (m > 0.05 ? 1 - lips.data[i] : 0)) };

const draw = (drawing: Partial<Drawing>): Fields => fieldsOf(drawnFace({ aperture: 0, ...drawing }));

const matched = (frame: Fields, source: Fields): Fields => {
  const small = (fields: Fields): Fields => shrinkAll(fields, grid.width, grid.height);
  return applyLight(source, learnLight(small(frame), small(source), skin, 8));
};

/** Mean difference of two planes inside the mask. */
function offBy(a: Field, b: Field): number {
  let [sum, count] = [0, 0];
  const step = FACE.width / a.width;
  a.data.forEach((value, i) => {
    const cell =
      Math.floor((Math.floor(i / a.width) * step) / grid.cell) * grid.width +
      Math.floor(((i % a.width) * step) / grid.cell);
    if (!(mask.data[cell] > 0.5)) return;
    sum += value - b.data[i];
    count++;
  });
  return sum / count;
}

describe('matchLight', () => {
  it.each([
    ['darker', 0.8, 0],
    ['brighter', 1.25, 0],
    ['of another colour', 1, 6],
    ['darker and of another colour', 0.8, -5],
    ['half as bright', 0.5, 0],
    ['twice as bright in blue light', 1.6, 30],
    ['under a red lamp', 0.9, -36],
  ])('undoes a source that is %s', (_, gain, shift) => {
    const frame = draw({ noise: 0 });
    const source = draw({ noise: 0, gain, shift });
    const out = matched(frame, source);
    expect(Math.abs(offBy(out[0], frame[0]))).toBeLessThan(0.5 + 0.15 * Math.abs(offBy(source[0], frame[0])));
    expect(Math.abs(offBy(out[1], frame[1]))).toBeLessThan(0.7);
    expect(Math.abs(offBy(out[2], frame[2]))).toBeLessThan(0.7);
  });

  it.each([
    ['limited', BLACK.limited],
    ['full', BLACK.full],
  ])('gets the dark between lips right as well in %s range', (_, black) => {
    const frame = draw({ noise: 0, aperture: 0.2 });
    const [luma, cb, cr] = frame;
    const grey = (field: Field): Field => ({ ...field, data: field.data.map((v) => 128 + 0.5 * (v - 128)) });
    const source: Fields = [
      { ...luma, data: luma.data.map((v) => black + 0.5 * (v - black)) },
      grey(cb),
      grey(cr),
    ];
    const small = (fields: Fields): Fields => shrinkAll(fields, grid.width, grid.height);
    const [out] = applyLight(source, learnLight(small(frame), small(source), skin, 8, black));
    const dark = luma.data.indexOf(Math.min(...luma.data));
    expect(luma.data[dark]).toBeLessThan(30);
    expect(Math.abs(out.data[dark] - luma.data[dark])).toBeLessThan(1.5);
  });

  it('does not take an open mouth for a lack of light', () => {
    const frame = draw({ noise: 0 });
    const open = draw({ noise: 0, aperture: 0.05 });
    expect(Math.abs(offBy(matched(frame, open)[0], open[0]))).toBeLessThan(1.5);
  });

  it('leaves equal light alone and never goes beyond what light does', () => {
    const frame = draw({});
    const same = matched(frame, frame);
    expect(same[0].data.every((v, i) => Math.abs(v - frame[0].data[i]) < 1e-3)).toBe(true);
    const small = shrinkAll(frame, grid.width, grid.height);
    const black = [0, 1, 2].map(() => blankField(grid.width, grid.height)) as unknown as Fields;
    const match = learnLight(small, black, skin, 8);
    expect(Math.max(...match.gain.data)).toBeLessThanOrEqual(2.5 * 1.33 + 1e-3);
    expect(Math.max(...match.offsets[0].data)).toBeLessThanOrEqual(48 * 1.33 + 16);
  });

  it('brings planes of every layout onto one grid', () => {
    for (const format of ['yuv420p', 'yuv422p', 'yuv444p']) {
      const small = shrinkAll(draw({ format }), 150, 120);
      expect(small.map(({ width, height }) => [width, height])).toEqual([
        [150, 120],
        [150, 120],
        [150, 120],
      ]);
    }
  });
});
