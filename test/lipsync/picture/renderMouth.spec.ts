import { describe, expect, it } from 'vitest';
import { crop, type Picture } from '@mondwerk/film';
import type { PictureSource } from '@mondwerk/compositing';
import { HIDDEN, mouthBox, renderMouth, type MouthTask } from '@mondwerk/lipsync';
import { drawnFace, drawnMesh, FACE, meanIn, type Drawing } from '../drawnFace.ts';
import { coveredFace, coverOf, type Covering } from '../coveredFace.ts';
import { usualDrawnFace } from '../usualDrawnFace.ts';

const UNIT = FACE.eyeDistance;

function sourceFrom(drawing: Drawing, weight = 1): PictureSource {
  const picture = drawnFace(drawing);
  const mesh = drawnMesh(drawing);
  const box = mouthBox([mesh], UNIT, picture);
  return { picture: crop(picture, box), box, mesh, weight };
}

/** A task that gives the drawn frame the mouth of `wanted`. */
function task(
  frame: Drawing,
  wanted: Drawing,
  sources: readonly PictureSource[] = [sourceFrom(wanted)],
): MouthTask {
  const picture = drawnFace(frame);
  const [seen, then] = [drawnMesh(frame), drawnMesh(wanted)];
  const box = mouthBox([seen, then], UNIT, picture);
  return { plate: crop(picture, box), box, seen, wanted: then, eyeDistance: UNIT, sources, strength: 1 };
}

/** The same with a thing in front of the frame's face. */
function covered(frame: Drawing, wanted: Drawing, covering: Covering): MouthTask {
  const made = task(frame, wanted);
  return { ...made, plate: crop(coveredFace(frame, covering), made.box), usual: usualDrawnFace };
}

/** The largest difference of luma inside a rectangle. */
function farthest(
  a: Picture,
  b: Picture,
  box: { left: number; top: number; right: number; bottom: number },
): number {
  let most = 0;
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      const at = y * a.width + x;
      most = Math.max(most, Math.abs(a.planes[0].data[at] - b.planes[0].data[at]));
    }
  return most;
}

/** The small square between the lips, in the coordinates of the task's box. */
function betweenLips({ box, wanted }: MouthTask) {
  const x = Math.round((wanted[2 * 13] + wanted[2 * 14]) / 2) - box.left;
  const y = Math.round((wanted[2 * 13 + 1] + wanted[2 * 14 + 1]) / 2) - box.top;
  return { left: x - 4, top: y - 1, right: x + 4, bottom: y + 1 };
}

function difference(a: Picture, b: Picture): number {
  const [after, before] = [a.planes[0].data, b.planes[0].data];
  let sum = 0;
  for (let i = 0; i < after.length; i++) sum += Math.abs(after[i] - before[i]);
  return sum / after.length;
}

const FORMATS = ['yuv420p', 'yuv444p', 'yuv422p10le'];

describe('renderMouth', () => {
  it.each(FORMATS)('returns the picture when the wanted mouth is the one that is there (%s)', (format) => {
    const frame = { aperture: 0.06, format };
    const made = task(frame, frame);
    const { picture, hidden } = renderMouth(made);
    expect(hidden).toBe(0);
    expect(picture.format).toEqual(made.plate.format);
    const all = { left: 0, top: 0, right: picture.width, bottom: picture.height };
    expect(Math.abs(meanIn(picture, 0, all) - meanIn(made.plate, 0, all))).toBeLessThan(0.5);
    expect(difference(picture, made.plate) / 2 ** (picture.format.bitDepth - 8)).toBeLessThan(2);
  });

  it('returns the picture exactly at strength 0', () => {
    const made = task({ aperture: 0 }, { aperture: 0.15 });
    const { picture } = renderMouth({ ...made, strength: 0 });
    picture.planes.forEach((plane, i) => expect(plane.data).toEqual(made.plate.planes[i].data));
  });

  it.each(['yuv420p', 'yuv444p'])('never changes the border of the box (%s)', (format) => {
    const made = task({ aperture: 0, format, seed: 5 }, { aperture: 0.16, format });
    const { picture } = renderMouth(made);
    picture.planes.forEach((plane, i) => {
      const { width, height, data } = plane;
      const before = made.plate.planes[i].data;
      const changed = Array.from(data.keys()).filter((i) => data[i] !== before[i]);
      expect(changed.length).toBeGreaterThan(0);
      for (const i of changed) {
        const [x, y] = [i % width, Math.floor(i / width)];
        if (x === 0 || y === 0 || x === width - 1 || y === height - 1)
          expect.fail(`border sample ${x}, ${y} changed`);
      }
    });
  });

  it('opens a closed mouth with the dark between the lips of an open source', () => {
    const made = task({ aperture: 0 }, { aperture: 0.15 });
    const { picture } = renderMouth(made);
    expect(meanIn(made.plate, 0, betweenLips(made))).toBeGreaterThan(90);
    expect(meanIn(picture, 0, betweenLips(made))).toBeLessThan(60);
  });

  it('closes an open mouth with the lips of a closed source', () => {
    const made = task({ aperture: 0.12 }, { aperture: 0 });
    const { picture } = renderMouth(made);
    const seen = betweenLips({ ...made, wanted: made.seen });
    expect(meanIn(made.plate, 0, seen)).toBeLessThan(40);
    expect(meanIn(picture, 0, seen)).toBeGreaterThan(90);
  });

  it('comes near to what the wanted mouth would have looked like', () => {
    const made = task({ aperture: 0.03, seed: 1 }, { aperture: 0.12, seed: 2 });
    const real = crop(drawnFace({ aperture: 0.12, seed: 1 }), made.box);
    expect(difference(renderMouth(made).picture, real)).toBeLessThan(0.5 * difference(made.plate, real));
  });

  it('gives a source of other light the light of the frame', () => {
    const source = sourceFrom({ aperture: 0, gain: 0.85, shift: 4 });
    const made = task({ aperture: 0 }, { aperture: 0 }, [source]);
    const { picture } = renderMouth(made);
    const round = { left: 40, top: 30, right: picture.width - 40, bottom: picture.height - 40 };
    expect(Math.abs(meanIn(picture, 0, round) - meanIn(made.plate, 0, round))).toBeLessThan(2);
  });

  it('lies between plate and result at half strength', () => {
    const made = task({ aperture: 0 }, { aperture: 0.15 });
    const [half, whole] = [renderMouth({ ...made, strength: 0.5 }), renderMouth(made)];
    const luma = (picture: Picture, i: number): number => picture.planes[0].data[i];
    const off = Array.from(
      half.picture.planes[0].data,
      (v, i) => v - (luma(made.plate, i) + luma(whole.picture, i)) / 2,
    );
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('dissolves two sources', () => {
    const sources = [
      sourceFrom({ aperture: 0.1, seed: 3 }, 0.65),
      sourceFrom({ aperture: 0.12, seed: 4 }, 0.35),
    ];
    const made = task({ aperture: 0 }, { aperture: 0.11 }, sources);
    expect(meanIn(renderMouth(made).picture, 0, betweenLips(made))).toBeLessThan(60);
  });

  it('keeps 10 bits, with values between the steps of 8', () => {
    const format = 'yuv420p10le';
    const { picture } = renderMouth(task({ aperture: 0, format }, { aperture: 0.1, format }));
    const luma = picture.planes[0].data;
    expect(luma).toBeInstanceOf(Uint16Array);
    expect(Math.max(...luma)).toBeGreaterThan(255);
    for (const rest of [1, 2, 3])
      expect(luma.filter((v) => v % 4 === rest).length).toBeGreaterThan(luma.length / 8);
  });

  it('leaves a hidden mouth alone and says so', () => {
    const bar = { left: 20, top: 60, right: 170, bottom: 150 };
    const made = { ...task({ aperture: 0, bar }, { aperture: 0.08 }), usual: usualDrawnFace };
    const { picture, hidden } = renderMouth(made);
    expect(hidden).toBeGreaterThan(HIDDEN);
    expect(hidden).toBeLessThanOrEqual(1);
    expect(picture).toEqual(made.plate);
  });

  it('keeps a thin thing in front of the mouth and changes the rest', () => {
    const bar = { left: 93, top: 106, right: 99, bottom: 160 };
    const made = { ...task({ aperture: 0, bar }, { aperture: 0.12 }), usual: usualDrawnFace };
    const { picture, hidden } = renderMouth(made);
    expect(hidden).toBeGreaterThan(0);
    expect(hidden).toBeLessThan(HIDDEN);
    const mouth = betweenLips(made);
    const inBar = {
      left: 95 - made.box.left,
      top: 114 - made.box.top,
      right: 97 - made.box.left,
      bottom: 118 - made.box.top,
    };
    expect(Math.abs(meanIn(picture, 0, inBar) - meanIn(made.plate, 0, inBar))).toBeLessThan(3);
    expect(meanIn(picture, 0, mouth)).toBeLessThan(60);
  });

  it.each(['cup', 'microphone', 'head', 'spoon'] as const)(
    'leaves a %s in front of a mouth as it is',
    (thing) => {
      const covering = { thing, time: 0.5 };
      const made = covered({ aperture: 0.02, noise: 2, seed: 8 }, { aperture: 0.12 }, covering);
      const { picture } = renderMouth(made);
      const truth = coverOf(covering);
      let [all, changed] = [0, 0];
      for (let y = made.box.top; y < made.box.bottom; y++)
        for (let x = made.box.left; x < made.box.right; x++) {
          if (truth[y * FACE.width + x] < 0.99) continue;
          const at = (y - made.box.top) * picture.width + x - made.box.left;
          all++;
          if (Math.abs(picture.planes[0].data[at] - made.plate.planes[0].data[at]) > 6) changed++;
        }
      expect(all).toBeGreaterThan(100);
      expect(changed / all).toBeLessThan(thing === 'spoon' ? 0.3 : 0.09);
    },
  );

  it('gives the mouth up little by little while something comes to hide it', () => {
    const shares = Array.from({ length: 31 }, (_, i) => {
      const bar = { left: 20, top: 150 - 2 * i, right: 170, bottom: 176 };
      const made = { ...task({ aperture: 0, bar }, { aperture: 0.12 }), usual: usualDrawnFace };
      const { picture, hidden } = renderMouth(made);
      return { hidden, changed: difference(picture, made.plate) };
    });
    const changes = shares.map(({ changed }) => changed);
    expect(changes[0]).toBeGreaterThan(1);
    expect(changes.at(-1)).toBe(0);
    for (let i = 1; i < changes.length; i++)
      expect(Math.abs(changes[i] - changes[i - 1])).toBeLessThan(0.3 * changes[0]);
  });

  it('keeps what people drew round, whatever is there, and shows the mouth where they want it', () => {
    const bare = task({ aperture: 0 }, { aperture: 0.15 });
    const square = (left: number, right: number): readonly (readonly [number, number])[] => [
      [left, 100],
      [right, 100],
      [right, 140],
      [left, 140],
    ];
    const kept = renderMouth({ ...bare, masks: [{ shows: 'frame', corners: square(80, 96), feather: 1 }] });
    const { picture } = kept;
    const free = renderMouth(bare).picture;
    const inside = {
      left: 82 - bare.box.left,
      top: 102 - bare.box.top,
      right: 94 - bare.box.left,
      bottom: 138 - bare.box.top,
    };
    expect(kept.hidden).toBe(0);
    expect(farthest(picture, bare.plate, inside)).toBeLessThanOrEqual(1);
    expect(farthest(free, bare.plate, inside)).toBeGreaterThan(40);

    const covering = { thing: 'cup', time: 0.5 } as const;
    const hidden = covered({ aperture: 0, seed: 8 }, { aperture: 0.15 }, covering);
    const shown = renderMouth({
      ...hidden,
      masks: [{ shows: 'mouth', corners: square(60, 132), feather: 1 }],
    });
    const low = {
      left: 90 - bare.box.left,
      top: 100 - bare.box.top,
      right: 102 - bare.box.left,
      bottom: 104 - bare.box.top,
    };
    expect(meanIn(renderMouth(hidden).picture, 0, low)).toBeGreaterThan(150);
    expect(meanIn(shown.picture, 0, low)).toBeLessThan(130);
    expect(shown.hidden).toBeLessThan(renderMouth(hidden).hidden);
  });

  it('lets the mask that was drawn last have its way, with an edge as soft as it was wanted', () => {
    const bare = task({ aperture: 0 }, { aperture: 0.15 });
    const corners = [
      [0, 0],
      [96, 0],
      [96, 176],
      [0, 176],
    ] as const;
    const frame = { shows: 'frame', corners, feather: 20 } as const;
    const whole = renderMouth(bare).picture;
    const { picture } = renderMouth({
      ...bare,
      masks: [
        { ...frame, shows: 'frame' },
        { ...frame, shows: 'mouth' },
      ],
    });
    const right = {
      left: 60 - bare.box.left,
      top: 90 - bare.box.top,
      right: 84 - bare.box.left,
      bottom: 110 - bare.box.top,
    };
    expect(farthest(picture, whole, right)).toBeLessThanOrEqual(1);
    const soft = renderMouth({ ...bare, masks: [frame] }).picture;
    const row = betweenLips(bare).top;
    const shareAt = (x: number): number => {
      const at = row * whole.width + x - bare.box.left;
      const [a, b, c] = [bare.plate, soft, whole].map(({ planes }) => planes[0].data[at]);
      return (b - a) / (c - a);
    };
    expect(shareAt(84)).toBeLessThan(0.1);
    expect(shareAt(96)).toBeGreaterThan(0.3);
    expect(shareAt(96)).toBeLessThan(0.7);
    expect(shareAt(108)).toBeGreaterThan(0.9);
  });
});
