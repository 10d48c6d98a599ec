import { blankPicture, pixelFormats, type ColourTags, type Picture } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';

import type { Region } from '../../../libs/face/src/region.ts';
import { networkInput, sampleRegion } from '../../../libs/face/src/sampling/sampleRegion.ts';

const colour: ColourTags = {
  range: 'tv',
  matrix: 'bt709',
  transfer: 'bt709',
  primaries: 'bt709',
  chromaLocation: 'left',
};

/** A picture of soft waves, the same in every format up to its own precision. */
function waves(format: string, width = 400, height = 300): Picture {
  const picture = blankPicture(width, height, pixelFormats.get(format)!);
  const unit = 2 ** (picture.format.bitDepth - 8);
  picture.planes.forEach((plane, index) => {
    const [stepX, stepY] = index === 0 ? [1, 1] : [1 << picture.format.shiftX, 1 << picture.format.shiftY];
    for (let at = 0; at < plane.data.length; at++) {
      // Left-sited chroma lies on luma columns and between luma rows.
      const x = (at % plane.width) * stepX;
      const y = Math.floor(at / plane.width) * stepY + (stepY - 1) / 2;
      plane.data[at] = Math.round(unit * wave(index, x, y));
    }
  });
  return picture;
}

const wave = (plane: number, x: number, y: number): number =>
  128 + 60 * Math.sin(x / (11 + plane)) * Math.cos(y / (9 + 2 * plane)) + 30 * Math.sin((x + y) / 23);

/** Luma of one sample by averaging many points of its square, straight from the pixels; the slow truth. */
function naiveLuma(picture: Picture, region: Region, size: number, column: number, row: number): number {
  const points = 12;
  const [cosine, sine] = [Math.cos(region.angle), Math.sin(region.angle)];
  let sum = 0;
  for (let k = 0; k < points * points; k++) {
    const u = ((column + ((k % points) + 0.5) / points) / size - 0.5) * region.size;
    const v = ((row + (Math.floor(k / points) + 0.5) / points) / size - 0.5) * region.size;
    const x = Math.floor(region.centreX + cosine * u - sine * v);
    const y = Math.floor(region.centreY + sine * u + cosine * v);
    const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
    sum += inside ? (picture.planes[0].data[y * picture.width + x] - 16) * (255 / 219) : 0;
  }
  return sum / points ** 2;
}

describe('sampleRegion', () => {
  it.each([
    { centreX: 200, centreY: 150, size: 288, angle: 0 },
    { centreX: 190.3, centreY: 141.7, size: 200, angle: 0.4 },
    { centreX: 180, centreY: 150, size: 130, angle: -1 },
    { centreX: 210, centreY: 150, size: 60, angle: 0.1 },
    { centreX: 200, centreY: 150, size: 200, angle: 2.5 },
  ])('agrees with averaging many points (side $size, angle $angle)', (region) => {
    const picture = waves('yuv420p');
    const size = 48;
    const sample = sampleRegion(picture, colour, region, size);
    let total = 0;
    for (let row = 4; row < size - 4; row++) {
      for (let column = 4; column < size - 4; column++) {
        const truth = naiveLuma(picture, region, size, column, row);
        total += Math.abs(sample[3 * (row * size + column)] - truth);
      }
    }
    expect(total / (size - 8) ** 2).toBeLessThan(1);
  });

  it.each(['yuv422p', 'yuv444p', 'yuv420p10le', 'yuv422p10le', 'yuv444p12le'])(
    'reads %s as it reads yuv420p',
    (format) => {
      const region = { centreX: 200, centreY: 150, size: 220, angle: 0.2 };
      const expected = sampleRegion(waves('yuv420p'), colour, region, 64);
      const sample = sampleRegion(waves(format), colour, region, 64);
      const difference =
        sample.reduce((sum, value, at) => sum + Math.abs(value - expected[at]), 0) / sample.length;
      expect(difference).toBeLessThan(1);
    },
  );

  it('is black beyond the edge of the picture', () => {
    const sample = sampleRegion(
      waves('yuv420p'),
      colour,
      { centreX: 0, centreY: 0, size: 100, angle: 0 },
      10,
    );
    expect([...sample.slice(0, 3)]).toEqual([0, 128, 128]);
    expect(sample[3 * 99]).toBeGreaterThan(0);
  });
});

describe('networkInput', () => {
  const flat = (y: number, cb: number, cr: number): Picture => {
    const picture = blankPicture(64, 64, pixelFormats.get('yuv420p')!);
    [y, cb, cr].forEach((value, index) => picture.planes[index].data.fill(value));
    return picture;
  };
  const region = { centreX: 32, centreY: 32, size: 32, angle: 0 };
  const first = (picture: Picture, tags: ColourTags, low = 0, high = 255): number[] =>
    [...networkInput(picture, tags, region, { size: 4, low, high }).slice(0, 3)].map((v) => +v.toFixed(1));

  it.each([
    ['white', 'bt709', [235, 128, 128], [255, 255, 255]],
    ['black', 'bt709', [16, 128, 128], [0, 0, 0]],
    ['BT.709 red', 'bt709', [63, 102, 240], [255, 0, 0]],
    ['BT.601 red', 'smpte170m', [81, 90, 240], [254, 0, 0]],
    ['BT.2020 blue', 'bt2020nc', [29, 240, 119], [0, 0, 255]],
  ])('makes %s of its limited-range samples', (_, matrix, samples, rgb) => {
    const found = first(flat(...(samples as [number, number, number])), { ...colour, matrix });
    found.forEach((value, channel) => expect(Math.abs(value - rgb[channel])).toBeLessThan(2));
  });

  it('knows full range, and the range that the network wants', () => {
    const full = { ...colour, range: 'pc' } as const;
    expect(first(flat(255, 128, 128), full, -1, 1)).toEqual([1, 1, 1]);
    expect(first(flat(0, 128, 128), full, -1, 1)).toEqual([-1, -1, -1]);
  });
});
