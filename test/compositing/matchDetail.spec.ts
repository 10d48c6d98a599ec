import { describe, expect, it } from 'vitest';
import { blur, type Field } from '../../libs/compositing/src/field.ts';
import { detailOf, matchDetail } from '../../libs/compositing/src/matchDetail.ts';
import { resample } from '../../libs/compositing/src/resample.ts';
import { grain } from '../lipsync/drawnFace.ts';

const [WIDTH, HEIGHT] = [80, 60];
const fieldBy = (of: (x: number, y: number) => number): Field => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => of(i % WIDTH, Math.floor(i / WIDTH))),
});
const everywhere = fieldBy(() => 1);
const noise = fieldBy((x, y) => 120 + 10 * grain(5, WIDTH * y + x));
const sharp = blur(noise, 0.9);

function moved(field: Field, by: number): Field {
  const luma = { left: 0, top: 0, stepX: 1, stepY: 1 };
  return resample(field, luma, { dx: fieldBy(() => by), dy: fieldBy(() => by) }, luma, field);
}

describe('matchDetail', () => {
  it('gives a softened noise the detail of the sharp one', () => {
    const [after, before] = [0.5, -0.5].map((by) => moved(sharp, by).data);
    const soft = { ...sharp, data: after.map((value, i) => (value + before[i]) / 2) };
    const wanted = detailOf(sharp, everywhere);
    expect(detailOf(soft, everywhere)).toBeLessThan(0.9 * wanted);
    const out = detailOf(matchDetail(soft, detailOf(sharp, everywhere), everywhere), everywhere);
    expect(Math.abs(out / wanted - 1)).toBeLessThan(0.1);
  });

  it('softens what is crisper than its face', () => {
    const crisp = fieldBy((x, y) => 120 + 1.15 * (sharp.data[WIDTH * y + x] - 120));
    const wanted = detailOf(sharp, everywhere);
    const out = detailOf(matchDetail(crisp, detailOf(sharp, everywhere), everywhere), everywhere);
    expect(Math.abs(out / wanted - 1)).toBeLessThan(0.1);
  });

  it('leaves a field alone that has as much detail, or none at all', () => {
    expect(matchDetail(sharp, detailOf(sharp, everywhere), everywhere)).toBe(sharp);
    const flat = fieldBy(() => 100);
    expect(matchDetail(flat, detailOf(sharp, everywhere), everywhere)).toBe(flat);
  });

  it('judges only where it may and never paints noise', () => {
    const half = fieldBy((x) => (x < WIDTH / 2 ? 1 : 0));
    const halfSharp = fieldBy((x, y) => (x < WIDTH / 2 + 2 ? 120 : sharp.data[WIDTH * y + x]));
    expect(detailOf(halfSharp, half)).toBe(0);
    const smooth = fieldBy((x, y) => 120 + 0.05 * (noise.data[WIDTH * y + x] - 120));
    const out = matchDetail(smooth, detailOf(noise, everywhere), everywhere);
    expect(detailOf(out, everywhere)).toBeLessThan(2.9 * detailOf(smooth, everywhere));
  });
});
