import { beforeAll, describe, expect, it } from 'vitest';
import { crop, type Picture, paste, blankPicture } from '@mondwerk/film';
import { likeness, openFaceFinder } from '@mondwerk/face';
import { hullOf } from '@mondwerk/compositing';
import { faceBox, renderFace, type FaceTask } from '@mondwerk/faceswap';
import { identify } from '../../../libs/face/src/following/identify.ts';
import { BROWS, OUTLINE } from '../../../libs/faceswap/src/picture/facePoints.ts';
import { REACH } from '../../../libs/faceswap/src/picture/faceBox.ts';
import { COLOUR, onHeadOf, photograph, sourceOf, type Photograph } from '../photograph.ts';

let mira: Photograph;
let elias: Photograph;

beforeAll(async () => {
  [mira, elias] = [await photograph('mira'), await photograph('elias')];
});

/** A task that puts one performer's face on the head of another. */
function task(head: Photograph, shown: Photograph): FaceTask {
  const wanted = onHeadOf(shown, head);
  const box = faceBox([head.mesh, wanted], head.eyeDistance, head.picture);
  return {
    ...{ plate: crop(head.picture, box), box, seen: head.mesh, wanted, eyeDistance: head.eyeDistance },
    ...{ faces: [sourceOf(shown)], mouths: [], eyes: [], strength: 1 },
  };
}

/** The whole frame with the face's box exchanged. */
function framed(head: Photograph, { box }: FaceTask, made: Picture): Picture {
  const { width, height, format } = head.picture;
  const frame = blankPicture(width, height, format);
  paste(frame, { left: 0, top: 0, right: width, bottom: height }, head.picture);
  paste(frame, box, made);
  return frame;
}

/** Mean of luma above black over some pixels round a mesh point. */
function lightAt({ planes: [luma] }: Picture, mesh: Float32Array, point: number, reach = 4): number {
  let [sum, count] = [0, 0];
  const [x, y] = [Math.round(mesh[2 * point]), Math.round(mesh[2 * point + 1])];
  for (let j = y - reach; j <= y + reach; j++)
    for (let i = x - reach; i <= x + reach; i++, count++) sum += luma.data[j * luma.width + i] - 16;
  return sum / count;
}

function brightestAt({ planes: [luma] }: Picture, mesh: Float32Array, point: number, reach: number): number {
  let most = 0;
  const [x, y] = [Math.round(mesh[2 * point]), Math.round(mesh[2 * point + 1])];
  for (let j = y - reach; j <= y + reach; j++)
    for (let i = x - reach; i <= x + reach; i++) most = Math.max(most, luma.data[j * luma.width + i] - 16);
  return most;
}

/** Mean difference of luma within some pixels of mesh points. */
function differenceAt(a: Picture, b: Picture, mesh: Float32Array, points: readonly number[]): number {
  let [sum, count] = [0, 0];
  for (const p of points)
    for (let j = -3; j <= 3; j++)
      for (let i = -3; i <= 3; i++, count++) {
        const at = (Math.round(mesh[2 * p + 1]) + j) * a.width + Math.round(mesh[2 * p]) + i;
        sum += Math.abs(a.planes[0].data[at] - b.planes[0].data[at]);
      }
  return sum / count;
}

function meanDifference(a: Picture, b: Picture): number {
  const [after, before] = [a.planes[0].data, b.planes[0].data];
  let sum = 0;
  for (let i = 0; i < after.length; i++) sum += Math.abs(after[i] - before[i]);
  return sum / after.length;
}

describe('renderFace', () => {
  it('shows whom it shall show, and no more whom it replaced', async () => {
    const made = task(mira, elias);
    const frame = framed(mira, made, renderFace(made).picture);
    const finder = await openFaceFinder();
    const [shown, replaced, now] = await Promise.all([
      identify(finder, elias.picture, COLOUR, elias.points),
      identify(finder, mira.picture, COLOUR, mira.points),
      identify(finder, frame, COLOUR, mira.points),
    ]);
    await finder.close();
    expect(likeness(now, shown)).toBeGreaterThan(0.8);
    expect(likeness(now, shown)).toBeGreaterThan(likeness(now, replaced) + 0.1);
  });

  it('gives a frame back whose own face is put on it', () => {
    const made = task(mira, mira);
    expect(meanDifference(renderFace(made).picture, made.plate)).toBeLessThan(1.5);
  });

  it('changes not one sample beyond the reach of a face', () => {
    const made = task(elias, mira);
    const { picture } = renderFace(made);
    const hull = hullOf(made.seen, OUTLINE);
    const { left, top } = made.box;
    let beyond = 0;
    picture.planes.forEach((plane, channel) => {
      const step = channel === 0 ? 1 : 2;
      for (let i = 0; i < plane.data.length; i++) {
        const [x, y] = [
          left + step * ((i % plane.width) + 0.5),
          top + step * (Math.floor(i / plane.width) + 0.5),
        ];
        const depth = Math.min(...hull.map(({ a, b, c }) => a * x + b * y + c));
        if (depth > -REACH * made.eyeDistance) continue;
        beyond++;
        expect(plane.data[i]).toBe(made.plate.planes[channel].data[i]);
      }
    });
    expect(beyond).toBeGreaterThan(1000);
  });

  it('gives the frame back exactly at strength 0, and half of the change at one half', () => {
    const made = task(mira, elias);
    const [none, half, whole] = [0, 0.5, 1].map((strength) => renderFace({ ...made, strength }).picture);
    expect(none.planes).toEqual(made.plate.planes);
    const [part, all] = [half, whole].map((picture) => meanDifference(picture, made.plate));
    expect(part / all).toBeCloseTo(0.5, 1);
  });

  it('leaves no white eyebrows beside dark ones', () => {
    const made = task(elias, mira);
    const frame = framed(elias, made, renderFace(made).picture);
    const brightest = (picture: Picture): number =>
      Math.max(
        ...BROWS.flat().map((p) => brightestAt(picture, elias.mesh, p, Math.round(0.06 * made.eyeDistance))),
      );
    const forehead = lightAt(elias.picture, elias.mesh, 151);
    expect(brightest(elias.picture)).toBeGreaterThan(1.3 * forehead);
    expect(brightest(frame)).toBeLessThan(1.15 * forehead);
  });

  it('keeps the light of the frame, dark on one side', async () => {
    const lit = await photograph('mira', { light: (x) => (x < 0.5 ? 0.45 : 1) });
    const made = task(lit, elias);
    const frame = framed(lit, made, renderFace(made).picture);
    for (const cheek of [50, 280]) {
      const [is, was] = [frame, lit.picture].map((picture) => lightAt(picture, lit.mesh, cheek));
      expect(is / was).toBeGreaterThan(0.75);
      expect(is / was).toBeLessThan(1.33);
    }
  });

  it('keeps the frame where people drew that it stays', () => {
    const made = task(mira, elias);
    const [x, y] = [made.seen[8], made.seen[9]];
    const around = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([i, j]) => [x + 14 * i, y + 14 * j] as const);
    const masks = [{ shows: 'frame' as const, corners: around, feather: 2 }];
    const { picture } = renderFace({ ...made, masks });
    const inBox = Float32Array.from(
      made.seen,
      (value, i) => value - (i % 2 === 0 ? made.box.left : made.box.top),
    );
    expect(lightAt(picture, inBox, 4)).toBeCloseTo(lightAt(made.plate, inBox, 4), 5);
    expect(meanDifference(picture, made.plate)).toBeGreaterThan(2);
  });

  it('takes mouth and eyes from frames of their own', async () => {
    const open = { jaw: 0.5, aperture: 0.16, width: 0, round: 0, raise: 0, bite: 0, press: 0 };
    const [speaking, blinking] = [
      await photograph('elias', { moment: { mouth: open } }),
      await photograph('elias', { moment: { blink: 1 } }),
    ];
    const plain = { ...task(mira, elias), wanted: onHeadOf(speaking, mira) };
    const drawn = (changes: Partial<FaceTask>): Picture =>
      framed(mira, plain, renderFace({ ...plain, ...changes }).picture);
    const [without, spoken, blinked] = [
      drawn({}),
      drawn({ faces: [sourceOf(speaking)] }),
      drawn({ faces: [sourceOf(blinking)] }),
    ];
    const mixed = drawn({ mouths: [sourceOf(speaking)], eyes: [sourceOf(blinking)] });
    const off = (from: Picture, points: readonly number[]): number =>
      differenceAt(mixed, from, plain.wanted, points);
    const [lips, eyes] = [
      [13, 14, 82, 312],
      [159, 145, 386, 374],
    ];
    expect(off(spoken, lips)).toBeLessThan(0.4 * off(without, lips));
    expect(off(blinked, eyes)).toBeLessThan(0.4 * off(without, eyes));
  });

  it('does the same in ten bits and other samplings of colour', async () => {
    const [head, shown] = [
      await photograph('mira', { format: 'yuv422p10le' }),
      await photograph('elias', { format: 'yuv422p10le' }),
    ];
    const deep = task(head, shown);
    const made = renderFace(deep).picture;
    expect(made.format.name).toBe('yuv422p10le');
    const frame = framed(head, deep, made);
    const plain = framed(mira, task(mira, elias), renderFace(task(mira, elias)).picture);
    const inEight = {
      ...plain,
      planes: frame.planes.map((p) => ({ ...p, data: Uint8Array.from(p.data, (v) => Math.round(v / 4)) })),
    };
    expect(meanDifference(inEight as unknown as Picture, plain)).toBeLessThan(1);
  });
});
