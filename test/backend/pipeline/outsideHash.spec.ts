import { describe, expect, it } from 'vitest';
import { blankPicture, crop, paste, pixelFormats, type Box, type Picture } from '@mondwerk/film';
import { hashOutside, newOutsideHash } from '../../../apps/backend/src/pipeline/outsideHash.ts';

const boxes: readonly Box[] = [
  { left: 4, top: 6, right: 12, bottom: 14 },
  { left: 8, top: 10, right: 20, bottom: 18 },
];

function noise(format: string): Picture {
  const picture = blankPicture(33, 21, pixelFormats.get(format)!);
  for (const { data } of picture.planes) data.forEach((_, index) => (data[index] = (index * 37 + 11) % 251));
  return picture;
}

function hashOf(picture: Picture): string {
  const hash = newOutsideHash();
  hashOutside(hash, picture, boxes);
  return hash.digest('hex');
}

describe.each(['yuv420p', 'yuv422p10le', 'yuv444p'])('the hash outside the boxes of %s', (format) => {
  it('does not see a change inside a box', () => {
    const before = hashOf(noise(format));
    const changed = noise(format);
    for (const box of boxes) {
      const part = crop(changed, box);
      for (const { data } of part.planes) data.fill(7);
      paste(changed, box, part);
    }
    expect(hashOf(changed)).toBe(before);
  });

  it('sees one changed sample anywhere else', () => {
    const before = hashOf(noise(format));
    const changed = noise(format);
    for (const [plane, index] of [
      [0, 0],
      [0, 6 * 33 + 3],
      [0, 6 * 33 + 12],
      [1, 0],
      [2, changed.planes[2].data.length - 1],
    ]) {
      const one = noise(format);
      one.planes[plane].data[index] += 1;
      expect(hashOf(one)).not.toBe(before);
    }
  });
});
