import { describe, expect, it } from 'vitest';
import { blankPicture, crop, paste, pixelFormats, type Box, type Picture } from '@mondwerk/film';
import { hashOutside, newOutsideHash } from '../../../apps/backend/src/pipeline/outsideHash.ts';
import { OutsideProof } from '../../../apps/backend/src/pipeline/outsideProof.ts';

const BOX: Box = { left: 4, top: 6, right: 12, bottom: 14 };
const OUTSIDE = 3;

const noise = (format: string, seed: number): Picture => {
  const picture = blankPicture(33, 21, pixelFormats.get(format)!);
  for (const { data } of picture.planes) data.forEach((_, at) => (data[at] = (at * 37 + 11 * seed) % 251));
  return picture;
};

const withMouth = (picture: Picture): Picture => {
  const part = crop(picture, BOX);
  for (const { data } of part.planes) data.fill(7);
  paste(picture, BOX, part);
  return picture;
};

function prove(format: string, change: (picture: Picture, index: number) => void) {
  const proof = new OutsideProof();
  const results: Picture[] = [];
  for (let index = 0; index < 5; index++) {
    const picture = noise(format, index);
    // Frames without a new mouth are proven too.
    const boxes = index % 2 === 0 ? [BOX] : [];
    proof.addSource(picture, boxes);
    if (boxes.length > 0) withMouth(picture);
    change(picture, index);
    proof.addResult(picture, boxes);
    results.push(picture);
  }
  const hash = newOutsideHash();
  results.forEach((picture, index) => hashOutside(hash, picture, index % 2 === 0 ? [BOX] : []));
  return { ...proof.digests(), hashed: hash.digest('hex') };
}

describe.each(['yuv420p', 'yuv422p10le', 'yuv444p'])('the proof of %s', (format) => {
  it('tells one sum where only mouths are new, that of the result', () => {
    const { source, result, hashed } = prove(format, () => undefined);
    expect(result).toBe(source);
    expect(result).toBe(hashed);
  });

  it.each([0, 1, 3])(
    'tells two where one sample of frame %i is another, that of the result too',
    (changed) => {
      const { source, result, hashed } = prove(format, ({ planes }, index) => {
        if (index === changed) planes[1].data[OUTSIDE] ^= 1;
      });
      expect(result).not.toBe(source);
      expect(result).toBe(hashed);
    },
  );
});
