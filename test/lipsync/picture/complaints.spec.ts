import { describe, expect, it } from 'vitest';
import { crop, type Picture } from '@mondwerk/film';
import { mouthBox, renderMouth, type MouthTask } from '@mondwerk/lipsync';
import { fieldOf, enlarge, type Field } from '../../../libs/compositing/src/field.ts';
import { detailOf } from '../../../libs/compositing/src/matchDetail.ts';
import { coarseGridOf } from '../../../libs/compositing/src/coarseGrid.ts';
import { mouthMask } from '../../../libs/lipsync/src/picture/mouthMask.ts';
import { drawnFace, drawnMesh, FACE, meanIn, type Drawing } from '../drawnFace.ts';

const UNIT = FACE.eyeDistance;

/** A task that gives `frame` the mouth of `source`, and the picture of how it should come out. */
function dub(frame: Drawing, source: Drawing): { task: MouthTask; out: Picture; truth: Picture } {
  const [picture, other] = [drawnFace(frame), drawnFace(source)];
  const [seen, wanted] = [drawnMesh(frame), drawnMesh(source)];
  const [box, from] = [mouthBox([seen, wanted], UNIT, picture), mouthBox([wanted], UNIT, other)];
  const sources = [{ picture: crop(other, from), box: from, mesh: wanted, weight: 1 }];
  const task = { plate: crop(picture, box), box, seen, wanted, eyeDistance: UNIT, sources, strength: 1 };
  const { aperture, wider } = source;
  const truth = crop(drawnFace({ ...frame, aperture, wider }), box);
  return { task, out: renderMouth(task).picture, truth };
}

const luma = (picture: Picture): Field => fieldOf(picture.planes[0], picture.format.bitDepth);

function maskOf({ box, wanted, plate: { width, height } }: MouthTask): Field {
  return enlarge(mouthMask(wanted, coarseGridOf({ ...box, width, height }, UNIT), UNIT), width, height);
}

/** A patch round a mesh point of the wanted face, in the task's box. */
function patch({ box, wanted }: MouthTask, point: number, dx: number, dy: number, half = 4) {
  const [x, y] = [
    Math.round(wanted[2 * point]) - box.left + dx,
    Math.round(wanted[2 * point + 1]) - box.top + dy,
  ];
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

const halved = ({ left, top, right, bottom }: ReturnType<typeof patch>) => ({
  left: left >> 1,
  top: top >> 1,
  right: right >> 1,
  bottom: bottom >> 1,
});

/** Mean steepness where the mask says so. */
function steepness({ width, height, data }: Field, where: (i: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      if (!where(i)) continue;
      sum += Math.hypot(data[i + 1] - data[i - 1], data[i + width] - data[i - width]) / 2;
      count++;
    }
  return sum / count;
}

describe('what users complain of', () => {
  it.each([1, 3, 8])('2: a blurred mouth — it is as sharp as it should be under grain of ±%f', (noise) => {
    const { task, out, truth } = dub({ aperture: 0, noise, seed: 1 }, { aperture: 0.1, noise, seed: 2 });
    const mask = maskOf(task);
    const ratio = detailOf(luma(out), mask) / detailOf(luma(truth), mask);
    expect(ratio).toBeGreaterThan(0.93);
    expect(ratio).toBeLessThan(1.07);
  });

  it('2: a box — nothing changes along the border of the region a source may fill', () => {
    const { task, out, truth } = dub(
      { aperture: 0, noise: 1 },
      { aperture: 0.1, noise: 1, gain: 0.85, shift: 4 },
    );
    const mask = maskOf(task).data;
    const edge = (i: number): boolean => mask[i] > 0.02 && mask[i] < 0.3;
    expect(steepness(luma(out), edge) / steepness(luma(truth), edge)).toBeLessThan(1.1);
  });

  it('9: double chins — one chin line, and a wall behind the jaw that stands still', () => {
    for (const aperture of [0, 0.05, 0.1, 0.16]) {
      const { task, out } = dub({ aperture: 0.04, noise: 0 }, { aperture, noise: 0 });
      const { width, height, data } = luma(out);
      const x = Math.round(FACE.x) - task.box.left;
      const column = Array.from({ length: height }, (_, y) => data[y * width + x]);
      const under = column.slice(Math.round(task.wanted[2 * 200 + 1]) - task.box.top);
      const crossings = under.filter((v, i) => i > 0 && v < 110 !== under[i - 1] < 110).length;
      expect(crossings).toBeLessThanOrEqual(1);
      const before = luma(task.plate).data;
      const wall = Array.from(before.keys()).filter((i) => {
        const [u, v] = [(i % width) + task.box.left - FACE.x, Math.floor(i / width) + task.box.top - FACE.y];
        return (u / UNIT / 0.95) ** 2 + ((v / UNIT - 0.33) / 1.5) ** 2 > 1;
      });
      const worst = wall.reduce((most, i) => Math.max(most, Math.abs(data[i] - before[i])), 0);
      expect(wall.length).toBeGreaterThan(20);
      expect(worst).toBeLessThan(3);
    }
  });

  it('9: jitter — a mouth that opens evenly gets evenly darker, frame by frame', () => {
    const dark = Array.from({ length: 9 }, (_, i) => {
      const { out } = dub(
        { aperture: 0, noise: 2, seed: 20 + i },
        { aperture: 0.02 * i, noise: 2, seed: 40 + i },
      );
      return Array.from(out.planes[0].data).filter((v) => v < 60).length;
    });
    const steps = dark.slice(1).map((v, i) => v - dark[i]);
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
    for (const step of steps.slice(1)) {
      expect(step).toBeGreaterThan(0.3 * mean);
      expect(step).toBeLessThan(2 * mean);
    }
  });

  it.each([
    ['half the light', { gain: 0.6 }],
    ['a blue lamp', { shift: 14 }],
    ['a red lamp in harder light', { gain: 1.3, shift: -12 }],
  ])('13: colour that does not match — a source taken in %s sits in its frame', (_, light) => {
    const { task, out, truth } = dub({ aperture: 0, noise: 1 }, { aperture: 0.08, noise: 1, ...light });
    for (const [point, dx, dy] of [
      [18, 0, 0],
      [164, 0, 2],
      [13, 0, -4],
    ]) {
      const where = patch(task, point, dx, dy, 2);
      expect(Math.abs(meanIn(out, 0, where) - meanIn(truth, 0, where))).toBeLessThan(5);
      for (const plane of [1, 2] as const)
        expect(
          Math.abs(meanIn(out, plane, halved(where)) - meanIn(truth, plane, halved(where))),
        ).toBeLessThan(3);
    }
  });

  it('13: colour that breathes — light that changes from frame to frame changes on the mouth as on the face', () => {
    const off = Array.from({ length: 8 }, (_, i) => {
      const gain = 0.75 + 0.06 * i;
      const { task, out, truth } = dub(
        { aperture: 0, noise: 1, gain, seed: i },
        { aperture: 0.05, noise: 1, seed: 9 },
      );
      const where = patch(task, 18, 0, 0, 3);
      return meanIn(out, 0, where) - meanIn(truth, 0, where);
    });
    for (let i = 1; i < off.length; i++) expect(Math.abs(off[i] - off[i - 1])).toBeLessThan(1.5);
  });

  it('14: masks that show — an equal mouth laid over itself leaves nothing of the mask to see', () => {
    const { task, out } = dub({ aperture: 0.05, noise: 2, seed: 1 }, { aperture: 0.05, noise: 2, seed: 2 });
    const [a, b] = [luma(out), luma(task.plate)];
    let worst = 0;
    for (let y = 4; y < a.height - 4; y += 4)
      for (let x = 4; x < a.width - 4; x += 4) {
        let sum = 0;
        for (let v = -3; v <= 3; v++)
          for (let u = -3; u <= 3; u++)
            sum += a.data[(y + v) * a.width + x + u] - b.data[(y + v) * a.width + x + u];
        worst = Math.max(worst, Math.abs(sum / 49));
      }
    expect(worst).toBeLessThan(4);
  });

  it('22: the original mouth leaks — what comes out is the same whatever mouth was there', () => {
    const wanted: Drawing = { aperture: 0.07, noise: 0 };
    const [shut, wide] = [0, 0.15].map((aperture) => dub({ aperture, noise: 0 }, wanted));
    for (const [point, dy] of [
      [13, 2],
      [0, 3],
      [17, -3],
      [14, 2],
    ]) {
      const [a, b] = [shut, wide].map(({ task, out }) => meanIn(out, 0, patch(task, point, 0, dy, 2)));
      expect(Math.abs(a - b)).toBeLessThan(7);
    }
  });

  it.each(['beard', 'moustache'] as const)(
    '25: the %s is lost — its hairs stay, as dark and as fine',
    (wears) => {
      const { task, out, truth } = dub({ aperture: 0, wears }, { aperture: 0.1, wears, seed: 5 });
      const where = wears === 'beard' ? patch(task, 200, 0, 2, 6) : patch(task, 164, 0, 2, 3);
      expect(Math.abs(meanIn(out, 0, where) - meanIn(truth, 0, where))).toBeLessThan(10);
      const inside = (i: number): boolean => {
        const [x, y] = [i % out.width, Math.floor(i / out.width)];
        return x >= where.left && x < where.right && y >= where.top && y < where.bottom;
      };
      const ratio = steepness(luma(out), inside) / steepness(luma(truth), inside);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.2);
    },
  );

  it('25: lipstick is lost — the lips keep its colour', () => {
    const { task, out, truth } = dub(
      { aperture: 0, wears: 'lipstick' },
      { aperture: 0.1, wears: 'lipstick', seed: 5 },
    );
    const lip = halved(patch(task, 17, 0, -3, 2));
    expect(meanIn(truth, 2, lip)).toBeGreaterThan(180);
    expect(meanIn(out, 2, lip)).toBeGreaterThan(meanIn(truth, 2, lip) - 6);
  });
});
