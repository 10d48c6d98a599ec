import { blankPicture, MESH_POINTS, pixelFormats, type ColourTags, type Picture } from '@mondwerk/film';
import type { FaceInFrame, GeneratorCard } from '@mondwerk/generators';

/** Size of a picture with a face in it. */
export const PICTURE = { width: 480, height: 432 } as const;

/** Tags of usual films. */
export const COLOUR: ColourTags = {
  range: 'tv',
  matrix: 'bt709',
  transfer: 'bt709',
  primaries: 'bt709',
  chromaLocation: 'left',
};

/** Points in pairs, in eye distances from between the eyes: those that faces are aligned by, and some that bound them. */
const PAIRS: readonly (readonly [right: number, left: number, x: number, y: number])[] = [
  [33, 263, 0.5, 0],
  [133, 362, 0.2, 0],
  [160, 387, 0.42, -0.05],
  [158, 385, 0.28, -0.05],
  [144, 373, 0.42, 0.05],
  [153, 380, 0.28, 0.05],
  [61, 291, 0.28, 0.92],
  [50, 280, 0.5, 0.45],
  [98, 327, 0.13, 0.6],
];

/** The jaw from the right ear to the left, and both brows, as their places round the middle of the face in degrees from straight down. */
const JAW: readonly number[] = [
  93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323,
];
const BROWS: readonly number[] = [70, 63, 105, 66, 107, 336, 296, 334, 293, 300];

/** A face that stands still: 468 × (x, y), turned by `angle` radians clockwise about the point between its eyes. */
export function standingMesh({ x = 240, y = 170, eyes = 110, angle = 0 } = {}): Float32Array {
  const mesh = new Float32Array(2 * MESH_POINTS);
  const put = (point: number, u: number, v: number): void => {
    mesh[2 * point] = x + eyes * (u * Math.cos(angle) - v * Math.sin(angle));
    mesh[2 * point + 1] = y + eyes * (u * Math.sin(angle) + v * Math.cos(angle));
  };
  // The oval of the face, which bounds all the others.
  for (let p = 0; p < MESH_POINTS; p++) {
    const turn = (2 * Math.PI * p) / MESH_POINTS;
    put(p, 0.8 * Math.sin(turn), 0.3 + 1.05 * Math.cos(turn));
  }
  JAW.forEach((p, i) => {
    const turn = ((9 - i) / 9) * (Math.PI / 2);
    put(p, -0.8 * Math.sin(turn), 0.3 + 1.05 * Math.cos(turn));
  });
  BROWS.forEach((p, i) => put(p, (i - 4.5) / 8, -0.2));
  for (const [right, left, u, v] of PAIRS) {
    put(right, -u, v);
    put(left, u, v);
  }
  put(127, -0.78, 0.1);
  put(234, -0.8, 0.2);
  put(356, 0.78, 0.1);
  put(454, 0.8, 0.2);
  put(4, 0, 0.5);
  put(2, 0, 0.64);
  return mesh;
}

/** A picture with gentle shapes in all planes, which no two places share. */
export function shadedPicture(format = 'yuv420p'): Picture {
  const picture = blankPicture(PICTURE.width, PICTURE.height, pixelFormats.get(format)!);
  const unit = 2 ** (picture.format.bitDepth - 8);
  picture.planes.forEach(({ data, width, height }, k) => {
    for (let i = 0; i < data.length; i++) {
      const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
      const wave = Math.sin(7 * x + 3 * k) * Math.cos(5 * y - k);
      data[i] = Math.round(unit * (k === 0 ? 120 + 40 * wave + 20 * x : 128 + 14 * wave));
    }
  });
  return picture;
}

/** A face in the whole of a picture. */
export const faceIn = (plate: Picture, mesh = standingMesh(), colour = COLOUR): FaceInFrame => ({
  ...{ plate, colour, mesh },
  box: { left: 0, top: 0, right: plate.width, bottom: plate.height },
});

/** A card as studios give one. */
export const cardOf = (form: GeneratorCard['form'], rest: Partial<GeneratorCard> = {}): GeneratorCard => ({
  ...{ name: 'tiny', form, sha256: '0'.repeat(64), licence: 'ours', use: 'commercial' },
  ...{ holder: null, performer: null, ...rest },
});
