import { beforeAll, describe, expect, it } from 'vitest';
import { coarseGridOf, fieldsOf, type InFront } from '@mondwerk/compositing';
import { enlarge } from '../../../libs/compositing/src/field.ts';
import { findInFrontOfFace } from '../../../libs/faceswap/src/picture/inFrontOfFace.ts';
import { type KnownFace, learnKnownFace } from '../../../libs/faceswap/src/picture/knownFace.ts';
import { WHOLE_FACE } from '../../../libs/faceswap/src/picture/wholeFace.ts';
import { restMouth } from '../../performer/mouthShape.ts';
import { covered, type Covering, cutOf } from '../coveredPhotograph.ts';
import { photograph, type Photograph } from '../photograph.ts';
import { passingAt, shadowAt, wornAt, WEARS, type WornName } from '../thingsOnFaces.ts';

let photos: readonly Photograph[];
let bare: KnownFace;

const speaks = (aperture: number, yaw: number, blink = 0) => ({
  moment: {
    mouth: { ...restMouth, aperture, jaw: 2 * aperture },
    head: { yaw, pitch: 0.3 * yaw, roll: 0, shiftX: 0, shiftY: 0 },
    blink,
  },
});

beforeAll(async () => {
  photos = await Promise.all(
    [0, 0.05, 0.12, 0.02, 0.08, 0.15, 0.04].map((aperture, i) =>
      photograph('anton', speaks(aperture, 0.05 * (i - 3))),
    ),
  );
  bare = learnKnownFace(photos.map(cutOf))!;
}, 60_000);

const look = ({ picture, mesh, eyeDistance }: Photograph, known: KnownFace): InFront | undefined => {
  const { width, height } = picture;
  const box = { left: 0, top: 0, right: width, bottom: height };
  return findInFrontOfFace(fieldsOf(picture), { box, seen: mesh, eyeDistance, known });
};

/** Inside the region of a new face: shares of a thing's pixels that are lost and of free ones that are kept. */
function judge({ mesh, eyeDistance, picture }: Photograph, truth: Float32Array, found: InFront | undefined) {
  const { width, height } = picture;
  const grid = coarseGridOf({ left: 0, top: 0, width, height }, eyeDistance);
  const region = enlarge(WHOLE_FACE.mask({ mesh, eyeDistance }, grid), width, height).data;
  let [thing, lost, free, kept] = [0, 0, 0, 0];
  region.forEach((inside, i) => {
    if (inside < 0.5) return;
    const cover = found?.cover.data[i] ?? 0;
    if (truth[i] > 0.8) {
      thing++;
      if (cover < 0.6) lost++;
    } else if (truth[i] < 0.02) {
      free++;
      if (cover > 0.4) kept++;
    }
  });
  return { thing, lost: lost / Math.max(1, thing), kept: kept / free };
}

const worn = (name: WornName): Covering => ({ sample: (u, v) => wornAt(name, u, v, 0.03) });

const learned = new Map<WornName, KnownFace>();

function wearing(name: WornName): KnownFace {
  const known =
    learned.get(name) ??
    learnKnownFace(photos.map((photo) => cutOf(covered(photo, photos[3], worn(name)).photo)))!;
  learned.set(name, known);
  return known;
}

/** Share of what is worn that may be lost: wires are thinner than a pixel's chroma, brows under a fringe are taken for the face's. */
const LOST = { glasses: 0.12, wire: 0.6, sunglasses: 0.09, hat: 0.06, fringe: 0.25, mask: 0.02 } as const;

describe('what stays in front of a replaced face', () => {
  it.each(WEARS)('is kept though it is always there: %s', (name) => {
    const known = wearing(name);
    for (const photo of [photos[1], photos[5]]) {
      const { photo: seen, truth } = covered(photo, photos[3], worn(name));
      const { thing, lost, kept } = judge(seen, truth, look(seen, known));
      expect(thing).toBeGreaterThan(30);
      expect(lost).toBeLessThan(LOST[name]);
      expect(kept).toBeLessThan(name === 'mask' ? 0.14 : 0.1);
    }
  });

  it('names what is worn, and nothing on a bare face', () => {
    expect(bare.always).toBeUndefined();
    expect(wearing('glasses').always?.worn).toEqual(['glasses']);
    expect(wearing('wire').always?.worn).toEqual(['glasses']);
    expect(wearing('hat').always?.worn).toEqual(['hair or hat']);
    expect(wearing('mask').always?.worn).toContain('mask or veil');
  });

  it.each([
    ['hand', 'eye'],
    ['hand', 'cheek'],
    ['microphone', 'mouth'],
    ['cup', 'mouth'],
    ['spoon', 'cheek'],
    ['hair', 'cheek'],
  ] as const)('is kept when it passes: %s before %s', (thing, place) => {
    const hand = [118, 104, 158] as const;
    const sample: Covering['sample'] = (u, v) =>
      passingAt(thing, place, { time: 0.5, skin: hand, blur: 0.03 }, u, v);
    const { photo: seen, truth } = covered(photos[2], photos[3], { sample });
    const { thing: size, lost, kept } = judge(seen, truth, look(seen, bare));
    expect(size).toBeGreaterThan(30);
    expect(lost).toBeLessThan(thing === 'hair' ? 0.35 : 0.16);
    expect(kept).toBeLessThan(0.05);
  });

  it('is nothing on a bare face that speaks, turns and blinks', async () => {
    for (const shot of [speaks(0.1, 0.12), speaks(0.02, -0.1), speaks(0.06, 0, 1), speaks(0.03, 0.05, 0.6)])
      expect(look(await photograph('anton', shot), bare)).toBeUndefined();
  }, 30_000);

  it('is no shadow: the light of a hat or hand is left to the light', () => {
    const { photo: seen } = covered(photos[2], photos[3], { light: shadowAt });
    expect(look(seen, bare)).toBeUndefined();
  });

  it('is what people drew, whatever is found', () => {
    const photo = photos[2];
    const { width, height } = photo.picture;
    const [x, y] = [photo.mesh[2 * 50], photo.mesh[2 * 50 + 1]];
    const corners = [
      [x - 20, y - 20],
      [x + 20, y - 20],
      [x + 20, y + 20],
      [x - 20, y + 20],
    ] as const;
    const box = { left: 0, top: 0, right: width, bottom: height };
    const face = { box, seen: photo.mesh, eyeDistance: photo.eyeDistance, known: bare };
    const at = Math.round(y) * width + Math.round(x);
    const masked = findInFrontOfFace(fieldsOf(photo.picture), {
      ...face,
      masks: [{ shows: 'frame', corners, feather: 2 }],
    });
    expect(masked?.cover.data[at]).toBe(1);
    const ball: Covering = {
      sample: (u, v) => ({ alpha: Math.hypot(u + 0.45, v - 0.45) < 0.4 ? 1 : 0, tone: [60, 128, 128] }),
    };
    const { photo: seen } = covered(photo, photos[3], ball);
    expect(look(seen, bare)?.cover.data[at]).toBe(1);
    const shown = findInFrontOfFace(fieldsOf(seen.picture), {
      ...face,
      masks: [{ shows: 'mouth', corners, feather: 2 }],
    });
    expect(shown?.cover.data[at]).toBe(0);
  });
});
