import { crop, type ColourTags } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';
import { inverse, moved, similarity } from '../../libs/generators/src/picture/affine.ts';
import { fivePointsOf } from '../../libs/generators/src/picture/fivePoints.ts';
import { placementOf, sideOf } from '../../libs/generators/src/picture/placement.ts';
import { planesOf, squareOf } from '../../libs/generators/src/picture/squareOf.ts';
import { TEMPLATES, type TemplateName } from '../../libs/generators/src/picture/templates.ts';
import { COLOUR, shadedPicture, standingMesh } from './standingFace.ts';

/** A mesh whose five points are where a template wants them, after a turn, a scale and a shift. */
function meshLike(template: TemplateName, size: number, angle: number, scale: number): Float32Array {
  const points = TEMPLATES[template].map(([x, y]) => [x * size + 0.5, y * size + 0.5] as const);
  const mesh = standingMesh();
  const [eyeL, eyeR, nose, mouthL, mouthR] = points.map(([x, y]) => [
    100 + scale * (x * Math.cos(angle) - y * Math.sin(angle)),
    50 + scale * (x * Math.sin(angle) + y * Math.cos(angle)),
  ]);
  const put = (indices: readonly number[], [x, y]: readonly number[]): void =>
    indices.forEach((p) => mesh.set([x, y], 2 * p));
  put([33, 160, 158, 133, 153, 144], eyeL);
  put([362, 385, 387, 263, 373, 380], eyeR);
  put([4], nose);
  put([61], mouthL);
  put([291], mouthR);
  return mesh;
}

describe('similarity', () => {
  it('finds the turn, the scale and the shift', () => {
    const from = [
      [0, 0],
      [4, 1],
      [2, 7],
    ] as const;
    const map = [0.6, -0.8, 3, 0.8, 0.6, -5] as const;
    const found = similarity(
      from,
      from.map(([x, y]) => moved(map, x, y)),
    );
    found.forEach((value, i) => expect(value).toBeCloseTo(map[i], 10));
  });

  it('refuses points that are all one', () => {
    expect(() => similarity([[1, 1]], [[2, 2]])).toThrow(RangeError);
  });
});

describe('placementOf', () => {
  it.each([
    ['arcface128', 128],
    ['mtcnn512', 256],
    ['dflWholeFace', 224],
    ['ffhq512', 512],
    ['arcface112', 112],
  ] as const)('lays %s at %d pixels over five points that are turned and larger', (template, size) => {
    const mesh = meshLike(template, size, 0.4, 1.7);
    const placement = placementOf(mesh, template, size);
    const back = inverse(placement.toPicture);
    fivePointsOf(mesh).forEach(([x, y], k) => {
      const [u, v] = moved(back, x, y);
      expect(u).toBeCloseTo(TEMPLATES[template][k][0] * size + 0.5, 3);
      expect(v).toBeCloseTo(TEMPLATES[template][k][1] * size + 0.5, 3);
    });
    expect(sideOf(placement)).toBeCloseTo(1.7 * size, 3);
  });

  it('covers the same place with more pixels where it is boosted', () => {
    const [plain, fine] = [1, 3].map((boost) => placementOf(standingMesh(), 'arcface128', 128, boost));
    expect(fine.size).toBe(384);
    expect(sideOf(fine)).toBeCloseTo(sideOf(plain), 6);
    moved(fine.toPicture, 192, 30).forEach((value, k) => {
      expect(value).toBeCloseTo(moved(plain.toPicture, 64, 10)[k], 6);
    });
  });

  it('goes round jaw and brows for Wav2Lip, however the head is turned', () => {
    for (const angle of [0, 0.5]) {
      const mesh = standingMesh({ angle });
      const back = inverse(placementOf(mesh, 'faceBox', 96).toPicture);
      const [, chin] = moved(back, mesh[2 * 152], mesh[2 * 152 + 1]);
      expect(chin).toBeLessThan(96);
      for (const point of [127, 356, 70, 300]) {
        for (const at of moved(back, mesh[2 * point], mesh[2 * point + 1])) {
          expect(at).toBeGreaterThan(-0.01);
          expect(at).toBeLessThan(96.01);
        }
      }
    }
  });
});

const colours: readonly (readonly [string, Partial<ColourTags>])[] = [
  ['yuv420p', {}],
  ['yuv420p', { range: 'pc', matrix: 'smpte170m' }],
  ['yuv422p10le', {}],
  ['yuv444p12le', { matrix: 'bt2020nc', primaries: 'bt2020' }],
  [
    'yuv420p10le',
    { matrix: 'bt2020nc', primaries: 'bt2020', transfer: 'smpte2084', chromaLocation: 'topleft' },
  ],
  ['yuv420p10le', { matrix: 'bt2020nc', primaries: 'bt2020', transfer: 'arib-std-b67' }],
];

describe('a square of a picture', () => {
  it.each(colours)('comes back as the picture it was taken from: %s, %j', (format, tags) => {
    const colour = { ...COLOUR, ...tags };
    const plate = shadedPicture(format);
    const box = { left: 0, top: 0, right: plate.width, bottom: plate.height };
    const placement = placementOf(standingMesh({ angle: 0.2 }), 'arcface128', 128, 3);
    const planes = planesOf(squareOf(plate, box, colour, placement), placement, { box, plate, colour });
    const unit = 2 ** (plate.format.bitDepth - 8);
    // Well within the square: round the tip of the nose.
    const differences = plate.planes.flatMap(({ data, width }, k) => {
      const [sx, sy] = k === 0 ? [0, 0] : [plate.format.shiftX, plate.format.shiftY];
      return Array.from({ length: 40 * 40 }, (_, i) => {
        const at = ((200 + Math.floor(i / 40)) >> sy) * width + ((200 + (i % 40)) >> sx);
        return Math.abs(planes[k].data[at] - data[at] / unit);
      });
    });
    expect(Math.max(...differences)).toBeLessThan(1);
  });

  it('is red where the picture is red, and blue where it is blue', () => {
    const plate = shadedPicture('yuv444p');
    const box = { left: 0, top: 0, right: plate.width, bottom: plate.height };
    const placement = placementOf(standingMesh(), 'arcface128', 128);
    // BT.709, limited range, 75 % bars.
    for (const [yuv, rgb] of [
      [
        [51, 109, 212],
        [0.75, 0, 0],
      ],
      [
        [28, 212, 120],
        [0, 0, 0.75],
      ],
    ] as const) {
      plate.planes.forEach(({ data }, k) => data.fill(yuv[k]));
      const { data } = squareOf(plate, box, COLOUR, placement);
      rgb.forEach((value, k) => expect(data[3 * 5000 + k]).toBeCloseTo(value, 1));
    }
  });

  it('is taken from a cut-out as from the whole frame', () => {
    const plate = shadedPicture();
    const whole = { left: 0, top: 0, right: plate.width, bottom: plate.height };
    const placement = placementOf(standingMesh(), 'arcface128', 128);
    const box = { left: 60, top: 40, right: 440, bottom: 400 };
    const cut = crop(plate, box);
    expect(squareOf(cut, box, COLOUR, placement)).toEqual(squareOf(plate, whole, COLOUR, placement));
  });
});
