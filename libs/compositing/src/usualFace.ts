import { type CoarseGrid, coarseGridOf, type FlatMesh } from './coarseGrid.ts';
import { placesIn, type PlacedFace, readAt } from './facePlaces.ts';
import { type FaceRegion, insideOf, movingPartsOf } from './faceRegion.ts';
import { blankField, blur, combine, type Field } from './field.ts';
import { shrinkAll } from './matchLight.ts';
import type { PictureSource } from './pictureSource.ts';
import { eachPlane, type Fields, fieldsOf } from './planes.ts';
import { inLight, learnSlowLight } from './slowLight.ts';
import { distanceFrom } from './strangeness.ts';
import { findPatch } from './thingPatch.ts';

/** What a region of a performer's face looks like in a shot, place by place on a mesh of its own. */
export interface UsualFace {
  readonly region: FaceRegion;
  readonly face: PlacedFace;
  readonly grid: CoarseGrid;
  readonly mean: Fields;
  /** How far luma and chroma usually are from the mean, on the 0..255 scale. */
  readonly spread: readonly [luma: Field, chroma: Field];
  /** 1 where enough of the pictures showed something. */
  readonly known: Field;
}

/** A cut-out of a performer's face. */
export type FaceCut = Pick<PictureSource, 'picture' | 'box' | 'mesh'>;

/** Fewer cut-outs than this say nothing of what is usual. */
export const FEWEST_CUTS = 5;

/** Cells of a usual face across one eye distance. */
const CELLS = 64;

/** What light, coding and a mesh that trembles leave between two equal faces, on the 0..255 scale. */
const NOISE = { luma: 4, chroma: 1.5 } as const;

/** Folds and shadows of skin: the share of its luma by which skin may be darker or brighter. */
const SHADING = 0.05;

/** How far landmarks may be off, in cells: at an edge as much difference is no surprise. */
const TREMBLE = 0.9;

/** Half of the cut-outs may show something else in the first look; in the second, whatever was strange is left out. */
const FIRST = { share: 0.5, deviations: 0.6745 } as const;
const SECOND = { share: 0.85, deviations: 1.44 } as const;

/** A cut-out has a thing in front where it is so many times as strange as a frame would have to be. */
const DOUBT = 1.5;

const EYES = [33, 263] as const;

/** Learns the usual face from cut-outs of one performer, with the light of their middle; things in front of some are not learned. */
export function learnUsualFace(cuts: readonly FaceCut[], region: FaceRegion): UsualFace {
  const meshes = cuts.map(({ mesh }) => levelled(mesh));
  const mesh = meshes[0].map((_, i) => meshes.reduce((sum, m) => sum + m[i], 0) / meshes.length);
  const face = { mesh, eyeDistance: CELLS };
  const grid = gridOf(mesh, region);
  const looks = inOneLight(cuts.map((cut) => lookOn({ face, grid, region }, cut)));
  const rough = statisticsOf(looks, FIRST);
  const inside = insideOf(region, face, grid);
  const parts = movingPartsOf(region, face, grid);
  const clean = looks.map((look) => {
    const known = combine(look.known, inside, (k, r) => (k > 0.5 && r > 0.5 ? 1 : 0));
    const thing = findPatch(distanceFrom(look.fields, rough, known, parts), { doubt: DOUBT });
    if (thing === undefined) return look;
    const near = blur(thing, 2);
    return { ...look, known: combine(look.known, near, (k, n) => (n > 0.02 ? 0 : k)) };
  });
  return { ...statisticsOf(clean, SECOND), region, face, grid };
}

/** A mesh with its eyes level and as far apart as the grid wants, their middle at the origin. */
function levelled(mesh: FlatMesh): FlatMesh {
  const [[ax, ay], [bx, by]] = EYES.map((p) => [mesh[2 * p], mesh[2 * p + 1]]);
  const size = (bx - ax) ** 2 + (by - ay) ** 2;
  const [dx, dy] = [(CELLS * (bx - ax)) / size, (CELLS * (by - ay)) / size];
  const [x0, y0] = [(ax + bx) / 2, (ay + by) / 2];
  return Float32Array.from(mesh, (_, i) => {
    const [x, y] = [mesh[i - (i % 2)] - x0, mesh[i - (i % 2) + 1] - y0];
    return i % 2 === 0 ? x * dx + y * dy : y * dx - x * dy;
  });
}

function gridOf(mesh: FlatMesh, { points }: FaceRegion): CoarseGrid {
  const xs = points.map((p) => mesh[2 * p]);
  const ys = points.map((p) => mesh[2 * p + 1]);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const [right, bottom] = [Math.ceil(Math.max(...xs)), Math.ceil(Math.max(...ys))];
  return { left, top, cell: 1, width: right - left + 1, height: bottom - top + 1 };
}

interface Look {
  readonly fields: Fields;
  readonly known: Field;
}

/** A cut-out as it looks on another mesh. */
function lookOn(
  { face, grid, region }: Pick<UsualFace, 'face' | 'grid' | 'region'>,
  { picture, box, mesh }: FaceCut,
): Look {
  const [a, b] = EYES.map((p) => [mesh[2 * p], mesh[2 * p + 1]]);
  const eyeDistance = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const { width, height } = picture;
  const own = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const small = shrinkAll(fieldsOf(picture), own.width, own.height);
  const { read, inside } = readAt(small, own, placesIn(face, grid, { mesh, eyeDistance }, region.points));
  const field = (data: Float32Array): Field => ({ width: grid.width, height: grid.height, data });
  return { fields: eachPlane((k) => field(read[k])), known: field(inside) };
}

function inOneLight(looks: readonly Look[]): Look[] {
  const middle = statisticsOf(looks, FIRST).mean;
  return looks.map(({ fields, known }) => ({
    fields: inLight(fields, learnSlowLight(middle, fields, known)),
    known,
  }));
}

/** The middle of what is known, and how far a share of it lies from there. */
function statisticsOf(
  looks: readonly Look[],
  { share, deviations }: { readonly share: number; readonly deviations: number },
): Pick<UsualFace, 'mean' | 'spread' | 'known'> {
  const { width, height } = looks[0].known;
  const known = blankField(width, height);
  const fewest = Math.max(3, 0.3 * looks.length);
  const [mean, apart] = [0, 1].map(() => eachPlane(() => blankField(width, height)));
  const row = new Float32Array(looks.length);
  for (let i = 0; i < width * height; i++) {
    for (const k of PLANES) {
      let count = 0;
      for (const look of looks) if (look.known.data[i] > 0.5) row[count++] = look.fields[k].data[i];
      known.data[i] = count >= fewest ? 1 : 0;
      if (count === 0) break;
      sort(row, count);
      const middle = row[count >> 1];
      for (let n = 0; n < count; n++) row[n] = Math.abs(row[n] - middle);
      sort(row, count);
      mean[k].data[i] = middle;
      apart[k].data[i] = row[Math.round(share * (count - 1))] / deviations;
    }
  }
  const chroma = combine(apart[1], apart[2], (a, b) => Math.sqrt((a * a + b * b) / 2));
  return {
    ...{ mean, known },
    spread: [
      tolerant(apart[0], [mean[0]], (i) => NOISE.luma + SHADING * mean[0].data[i]),
      tolerant(chroma, [mean[1], mean[2]], () => NOISE.chroma),
    ],
  };
}

const PLANES = [0, 1, 2] as const;

/** Sorts the first few numbers of a row in place. */
function sort(row: Float32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = row[i];
    let at = i;
    for (; at > 0 && row[at - 1] > value; at--) row[at] = row[at - 1];
    row[at] = value;
  }
}

/** What may be expected next to what was seen: spread of the neighbourhood, noise, and edges that lie a little elsewhere. */
function tolerant(spread: Field, means: readonly Field[], noise: (i: number) => number): Field {
  const { width, height } = spread;
  const near = blur(
    combine(spread, spread, (s) => s * s),
    1.2,
  );
  const out = blankField(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const [l, r] = [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i];
      const [u, d] = [y > 0 ? i - width : i, y < height - 1 ? i + width : i];
      let slope = 0;
      for (const { data } of means) slope += ((data[r] - data[l]) / 2) ** 2 + ((data[d] - data[u]) / 2) ** 2;
      out.data[i] = Math.sqrt(near.data[i] + noise(i) ** 2 + TREMBLE * TREMBLE * slope);
    }
  }
  return out;
}
