import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankPicture, crop, pixelFormats, type Picture } from '@mondwerk/film';
import {
  learnIdentity,
  melSpectrum,
  openEmbedder,
  openGenerator,
  performLips,
  restoreFace,
  soundWindow,
  swapFace,
  type FaceGenerator,
  type FormName,
  type GeneratedFace,
} from '@mondwerk/generators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moved } from '../../libs/generators/src/picture/affine.ts';
import { placementOf } from '../../libs/generators/src/picture/placement.ts';
import { cardOf, COLOUR, faceIn, shadedPicture, standingMesh } from './standingFace.ts';
import { writeTiny } from './tinyNetworks.ts';

let folder: string;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mondwerk-generate-'))));
afterAll(async () => {
  await Promise.all(open.map((each) => each.close()));
  await rm(folder, { recursive: true, force: true });
});

async function opened(form: FormName): Promise<FaceGenerator> {
  const generator = await openGenerator({ path: await writeTiny(folder, form), card: cardOf(form) });
  open.push(generator);
  return generator;
}

/** Samples of a generated face that differ from its frame, and where the mask is 0 there. */
function changes(frame: Picture, { picture, box, mask }: GeneratedFace): { inside: number; outside: number } {
  const before = crop(frame, box);
  const count = { inside: 0, outside: 0 };
  picture.planes.forEach(({ data, width }, k) => {
    const [sx, sy] = k === 0 ? [0, 0] : [frame.format.shiftX, frame.format.shiftY];
    data.forEach((value, i) => {
      if (value === before.planes[k].data[i]) return;
      const [x, y] = [(i % width) << sx, Math.floor(i / width) << sy];
      const near = [0, (1 << sx) - 1].flatMap((dx) => [0, (1 << sy) - 1].map((dy) => [x + dx, y + dy]));
      const masked = near.some(([u, v]) => (mask.data[v * mask.width + u] ?? 0) > 0);
      count[masked ? 'inside' : 'outside']++;
    });
  });
  return count;
}

/** The middle of what is bright in the luma of a piece of a frame, in the frame's pixels. */
function brightMiddle({ picture, box }: GeneratedFace, above: number): readonly [number, number] {
  const { data, width } = picture.planes[0];
  let [sum, x, y] = [0, 0, 0];
  data.forEach((value, i) => {
    const weight = Math.max(0, value - above);
    sum += weight;
    x += weight * (box.left + (i % width) + 0.5);
    y += weight * (box.top + Math.floor(i / width) + 0.5);
  });
  return [x / sum, y / sum];
}

/** Where the restorer's spot is due: FFHQ's nose as the five points of this mesh place it. */
function dueNose(mesh: Float32Array): readonly [number, number] {
  const { toPicture } = placementOf(mesh, 'ffhq512', 512);
  return moved(toPicture, 0.50123859 * 512 + 0.5, 0.61331904 * 512 + 0.5);
}

const turned = [
  { angle: 0 },
  { angle: 0.35, eyes: 90 },
  { angle: -0.2, eyes: 43.7, x: 211.3, y: 188.6 },
] as const;

describe('a generated face', () => {
  it.each(turned)('lies where the face lies, within half a pixel: %j', async (stand) => {
    const mesh = standingMesh(stand);
    const frame = shadedPicture();
    frame.planes[0].data.fill(60);
    const face = faceIn(frame, mesh);
    const made = await restoreFace(await opened('gfpgan-512'), face, { strength: 1 });
    const [x, y] = brightMiddle(made!, 150);
    const nose = dueNose(mesh);
    expect(Math.hypot(x - nose[0], y - nose[1])).toBeLessThan(0.5);
  });

  it.each(['yuv420p', 'yuv422p10le', 'yuv444p12le'])(
    'changes nothing outside its mask in %s',
    async (format) => {
      const frame = shadedPicture(format);
      const face = faceIn(frame, standingMesh({ angle: 0.2 }));
      const identity = Float32Array.from({ length: 512 }, (_, i) => (i === 0 ? 0.3 : 0));
      const made = await swapFace(await opened('inswapper-128'), face, { identity }, { light: 0 });
      const { inside, outside } = changes(frame, made!);
      expect(outside).toBe(0);
      expect(inside).toBeGreaterThan(2000);
      expect(made!.picture.format).toBe(frame.format);
      expect(made!.mesh).toBe(face.mesh);
    },
  );

  it('shows where a DFM file’s masks show it only', async () => {
    const frame = shadedPicture();
    const made = await swapFace(await opened('dfm'), faceIn(frame), {}, { light: 0 });
    const { inside, outside } = changes(frame, made!);
    expect([inside > 1000, outside]).toEqual([true, 0]);
    // The lower half of its square is masked out: the mouth stays.
    const { mask, box } = made!;
    const at = (x: number, y: number): number => mask.data[(y - box.top) * mask.width + x - box.left];
    expect(at(240, 200)).toBeGreaterThan(0.9);
    expect(at(240, 275)).toBe(0);
  });

  it('is drawn into the light of its frame where that is wanted', async () => {
    const frame = shadedPicture();
    const face = faceIn(frame);
    const swapper = await opened('inswapper-128');
    const identity = new Float32Array(512).fill(0.15, 0, 3);
    const difference = async (light: number): Promise<number> => {
      const { picture, box, mask } = (await swapFace(swapper, face, { identity }, { light }))!;
      const before = crop(frame, box).planes[0].data;
      let [sum, count] = [0, 0];
      picture.planes[0].data.forEach((value, i) => {
        if (mask.data[i] < 0.99) return;
        sum += value - before[i];
        count++;
      });
      return sum / count;
    };
    // 0.15 of white is 33 levels in 8 bits.
    expect(await difference(0)).toBeCloseTo(0.15 * 219, 0);
    expect(Math.abs(await difference(1))).toBeLessThan(3);
  });

  it('goes only as far as it is asked to', async () => {
    const frame = shadedPicture();
    const swapper = await opened('inswapper-128');
    const identity = new Float32Array(512).fill(0.15, 0, 3);
    const laid = { light: 0, strength: 0 };
    const made = await swapFace(swapper, faceIn(frame), { identity }, laid);
    expect(changes(frame, made!)).toEqual({ inside: 0, outside: 0 });
  });

  it('is cut where the face leaves the frame, and none where it has left', async () => {
    const frame = shadedPicture();
    const restorer = await opened('gfpgan-512');
    const half = await restoreFace(restorer, faceIn(frame, standingMesh({ x: 20 })));
    expect(half!.box.left).toBe(0);
    expect(changes(frame, half!).outside).toBe(0);
    expect(await restoreFace(restorer, faceIn(frame, standingMesh({ x: -900 })))).toBeUndefined();
  });
});

describe('lips', () => {
  it('change the lower half of the face, as loud as the sound is', async () => {
    const frame = shadedPicture();
    const lips = await opened('wav2lip-96');
    const loud = melSpectrum(Float32Array.from({ length: 16000 }, (_, i) => Math.sin(i * (1 + (i % 7)))));
    const silent = melSpectrum(new Float32Array(16000));
    const chin = async (spectrum: typeof loud): Promise<number> => {
      const made = await performLips(lips, faceIn(frame), soundWindow(spectrum, lips, 0.5));
      expect(changes(frame, made!).outside).toBe(0);
      const { picture, box, mask } = made!;
      const at = (x: number, y: number): number => (y - box.top) * mask.width + x - box.left;
      // The eyes stay as they are.
      expect(mask.data[at(240, 172)]).toBe(0);
      return picture.planes[0].data[at(240, 285)];
    };
    expect(await chin(silent)).toBe(16);
    expect(await chin(loud)).toBeGreaterThan(60);
  });
});

describe('whose face is made', () => {
  it('is learnt from frames of the shown performer', async () => {
    const path = await writeTiny(folder, 'arcface-112');
    const embedder = await openEmbedder({ path, card: cardOf('arcface-112') });
    open.push(embedder);
    const swapper = await opened('hififace-256');
    const grey = blankPicture(480, 432, pixelFormats.get('yuv444p')!);
    // BT.709, limited range, 75 % red.
    [51, 109, 212].forEach((value, k) => grey.planes[k].data.fill(value));
    const face = { ...faceIn(grey), colour: COLOUR };
    const identity = await learnIdentity(swapper, embedder, [face, face]);
    // Red 0.5, green and blue −1, as a unit vector.
    [1 / 3, -2 / 3, -2 / 3, 0].forEach((value, k) => expect(identity[k]).toBeCloseTo(value, 1));
    await expect(learnIdentity(swapper, embedder, [])).rejects.toThrow(RangeError);
  });
});
