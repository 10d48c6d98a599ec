import { describe, expect, it } from 'vitest';
import { crop, type Picture } from '@mondwerk/film';
import { HIDDEN, mouthBox, renderMouth, type MouthSource, type MouthTask } from '@mondwerk/lipsync';
import { drawnFace, drawnMesh, FACE, meanIn, type Drawing } from '../drawnFace.ts';

const UNIT = FACE.eyeDistance;

function sourceFrom(drawing: Drawing, weight = 1): MouthSource {
  const picture = drawnFace(drawing);
  const mesh = drawnMesh(drawing);
  const box = mouthBox([mesh], UNIT, picture);
  return { picture: crop(picture, box), box, mesh, weight };
}

/** A task that gives the drawn frame the mouth of `wanted`. */
function task(
  frame: Drawing,
  wanted: Drawing,
  sources: readonly MouthSource[] = [sourceFrom(wanted)],
): MouthTask {
  const picture = drawnFace(frame);
  const [seen, then] = [drawnMesh(frame), drawnMesh(wanted)];
  const box = mouthBox([seen, then], UNIT, picture);
  return { plate: crop(picture, box), box, seen, wanted: then, eyeDistance: UNIT, sources, strength: 1 };
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
    const bar = { left: 60, top: 60, right: 100, bottom: 150 };
    const made = task({ aperture: 0, bar }, { aperture: 0.08 });
    const { picture, hidden } = renderMouth(made);
    expect(hidden).toBeGreaterThan(HIDDEN);
    expect(hidden).toBeLessThanOrEqual(1);
    expect(picture).toEqual(made.plate);
  });

  it('keeps a thin thing in front of the mouth and changes the rest', () => {
    const bar = { left: 94, top: 106, right: 98, bottom: 160 };
    const made = task({ aperture: 0, bar }, { aperture: 0.12 });
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
    expect(Math.abs(meanIn(picture, 0, inBar) - meanIn(made.plate, 0, inBar))).toBeLessThan(8);
    expect(meanIn(picture, 0, mouth)).toBeLessThan(60);
  });
});
