import type { Box, Picture } from '@mondwerk/film';
import { probe, readFrames } from '@mondwerk/media';

/** Samples of a film that another one has otherwise. */
export interface ChangedSamples {
  readonly inside: number;
  readonly outside: number;
}

/** Compares a film with one that was coded without loss, sample by sample: how many differ inside the boxes of their frame, and outside. */
export async function changedSamples(
  film: string,
  lossless: string,
  boxes: ReadonlyMap<number, readonly Box[]>,
): Promise<ChangedSamples> {
  const others = readFrames(await probe(lossless));
  let [inside, outside] = [0, 0];
  try {
    for await (const { frame, picture } of readFrames(await probe(film))) {
      const other = await others.next();
      if (other.done) throw new Error(`${lossless} ends before ${film} does`);
      const found = compare(picture, other.value.picture, boxes.get(frame) ?? []);
      inside += found.inside;
      outside += found.outside;
    }
  } finally {
    await others.return(undefined);
  }
  return { inside, outside };
}

function compare(a: Picture, b: Picture, boxes: readonly Box[]): ChangedSamples {
  let [inside, outside] = [0, 0];
  a.planes.forEach((plane, index) => {
    const [shiftX, shiftY] = index === 0 ? [0, 0] : [a.format.shiftX, a.format.shiftY];
    const other = b.planes[index].data;
    plane.data.forEach((sample, at) => {
      if (sample === other[at]) return;
      const [x, y] = [(at % plane.width) << shiftX, Math.floor(at / plane.width) << shiftY];
      const boxed = boxes.some((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
      if (boxed) inside++;
      else outside++;
    });
  });
  return { inside, outside };
}
