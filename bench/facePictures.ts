import type { Box } from '@mondwerk/film';
import { changedRegion, type Luma } from './changedRegion.ts';
import { pointOf, type MeasuredFilm, type MeasuredFrame } from './measuredFilm.ts';
import { readTogether } from './readRgb.ts';
import { Seams } from './seams.ts';

/** The face's outline on the mesh, once round. */
const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/** Outlines are looked at in every so many frames. */
const EVERY = 4;
/** How much larger than the face the box is in which changes are looked for. */
const ROUND = 0.5;

/** A film's face against another film's in the same place, frame by frame. */
export interface PicturesCompared {
  /** Detail (variance of the Laplacian) as a share of the other's. */
  readonly sharpness: number;
  /** Change from frame to frame as a share of the other's. */
  readonly flicker: number;
  /** Edges along the outlines of what was changed, as a multiple of the other's where that is largest. */
  readonly seam: number;
  readonly seamWhere: string;
  /** Mean difference of a sample, 0..255. */
  readonly sampleOff: number;
  /** Mean distance between the mean colours of the face, 0..255. */
  readonly colourOff: number;
}

interface Sums {
  sharp: number;
  flicker: number;
  sampleOff: number;
  colourOff: number;
}

/**
 * Compares a film with others of the same frames: the first is what it was before, which tells what was changed; the faces
 * are the first one's.
 */
export async function comparePictures(
  out: string,
  others: readonly string[],
  faces: MeasuredFilm,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<PicturesCompared[]> {
  const films = [out, ...others];
  const sums = films.map((): Sums => ({ sharp: 0, flicker: 0, sampleOff: 0, colourOff: 0 }));
  const seams = new Seams(films.length);
  let [number, seen] = [0, 0];
  let before: readonly Luma[] = [];
  for await (const frames of readTogether(films, width, height)) {
    const face = faces.frames[number];
    const lumas = frames.map((rgb) => lumaOf(rgb, width, height));
    if (face?.ok === 1) {
      const inside = ovalOf(faces, face, width, height);
      lumas.forEach((luma, film) => {
        sums[film].sharp += detailIn(luma, inside);
        if (before.length > 0) sums[film].flicker += changeIn(luma, before[film], inside);
        addColours(sums[film], frames[0], frames[film], inside);
      });
      if (number % EVERY === 0) {
        const region = changedRegion(
          lumas[1],
          lumas[0],
          boxRound(inside, width, height),
          Math.round(face.iod2 / 50),
        );
        seams.look(region, lumas, face.iod2);
      }
      seen++;
    }
    before = lumas;
    number++;
  }
  return others.map((_, at) => {
    const [own, other, edges] = [sums[0], sums[at + 1], seams.worst(0, at + 1)];
    return {
      ...{ sharpness: own.sharp / other.sharp, flicker: own.flicker / other.flicker },
      ...{ seam: edges.seam, seamWhere: edges.where },
      ...{ sampleOff: other.sampleOff / seen, colourOff: other.colourOff / seen },
    };
  });
}

function lumaOf(rgb: Uint8Array, width: number, height: number): Luma {
  const data = new Float32Array(width * height);
  for (let at = 0, c = 0; at < data.length; at++, c += 3)
    data[at] = 0.2126 * rgb[c] + 0.7152 * rgb[c + 1] + 0.0722 * rgb[c + 2];
  return { width, height, data };
}

/** Numbers of all pixels inside a face's outline, ascending. */
function ovalOf(film: MeasuredFilm, face: MeasuredFrame, width: number, height: number): number[] {
  const corners = OVAL.map((point) => pointOf(film, face, point));
  const rows = corners.map(([, y]) => y);
  const inside: number[] = [];
  const [top, bottom] = [Math.max(1, Math.ceil(Math.min(...rows))), Math.min(height - 2, Math.max(...rows))];
  for (let y = top; y <= bottom; y++) {
    const crossings = corners.flatMap(([x, cy], i) => {
      const [nx, ny] = corners[(i + 1) % corners.length];
      return cy > y + 0.5 === ny > y + 0.5 ? [] : [x + ((y + 0.5 - cy) / (ny - cy)) * (nx - x)];
    });
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2)
      for (let x = Math.max(1, Math.ceil(crossings[i])); x < Math.min(width - 1, crossings[i + 1]); x++)
        inside.push(y * width + x);
  }
  return inside;
}

/** The box of a face with the whole head round it. */
function boxRound(inside: readonly number[], width: number, height: number): Box {
  let [left, right] = [width, 0];
  for (const at of inside) [left, right] = [Math.min(left, at % width), Math.max(right, at % width)];
  const [top, bottom] = [Math.floor(inside[0] / width), Math.floor(inside[inside.length - 1] / width)];
  const [x, y] = [ROUND * (right - left), ROUND * (bottom - top)];
  return {
    left: Math.max(0, Math.floor(left - x)),
    top: Math.max(0, Math.floor(top - y)),
    right: Math.min(width, Math.ceil(right + x)),
    bottom: Math.min(height, Math.ceil(bottom + y)),
  };
}

function detailIn({ data, width }: Luma, inside: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const at of inside) {
    const edge = data[at - 1] + data[at + 1] + data[at - width] + data[at + width] - 4 * data[at];
    sum += edge;
    squares += edge * edge;
  }
  return squares / inside.length - (sum / inside.length) ** 2;
}

const changeIn = ({ data }: Luma, before: Luma, inside: readonly number[]): number =>
  inside.reduce((sum, at) => sum + Math.abs(data[at] - before.data[at]), 0) / inside.length;

function addColours(sums: Sums, own: Uint8Array, other: Uint8Array, inside: readonly number[]): void {
  const means = [0, 0, 0];
  let off = 0;
  for (const at of inside)
    for (let c = 0; c < 3; c++) {
      const difference = own[3 * at + c] - other[3 * at + c];
      means[c] += difference / inside.length;
      off += Math.abs(difference);
    }
  sums.sampleOff += off / inside.length / 3;
  sums.colourOff += Math.hypot(...means);
}
