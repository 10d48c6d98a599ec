import type { ChangedRegion, Luma } from './changedRegion.ts';

/** How deep inside the changed region outlines are laid, in eye distances: a border is blended over some width. */
const DEPTHS = [0, 0.04, 0.08, 0.14, 0.22];

/** How far to either side of an outline brightness is compared, in eye distances: hard edges, and soft ones. */
const STEPS = [0.012, 0.025, 0.05, 0.1];

type Place = readonly [x: number, y: number];

/** What was summed of one film, a number for each depth and step: edges across outlines, and those along them. */
interface Edges {
  readonly across: Float64Array;
  readonly along: Float64Array;
}

/**
 * How strong edges across the outlines of changed regions are, against edges along the same outlines: skin of more grain has
 * more of both, a seam has more of the first.
 */
export class Seams {
  readonly #sums: readonly Edges[];
  #eyeDistances = 0;
  #frames = 0;

  constructor(films: number) {
    const none = (): Float64Array => new Float64Array(DEPTHS.length * STEPS.length);
    this.#sums = Array.from({ length: films }, () => ({ across: none(), along: none() }));
  }

  /** Looks along the outlines in one frame of every film. */
  look({ box, depth }: ChangedRegion, pictures: readonly Luma[], eyeDistance: number): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    this.#eyeDistances += eyeDistance;
    this.#frames++;
    for (let y = 1; y + 1 < height; y++) {
      for (let x = 1; x + 1 < width; x++) {
        const at = y * width + x;
        if (depth[at] === 0) continue;
        const level = DEPTHS.findIndex((deep) => Math.abs(depth[at] - 1 - deep * eyeDistance) <= 0.5);
        if (level < 0) continue;
        const [across, down] = [depth[at + 1] - depth[at - 1], depth[at + width] - depth[at - width]];
        const length = Math.hypot(across, down);
        if (length < 0.5) continue;
        this.#add(
          level,
          pictures,
          [box.left + x, box.top + y],
          [across / length, down / length],
          eyeDistance,
        );
      }
    }
  }

  #add(level: number, pictures: readonly Luma[], place: Place, [nx, ny]: Place, eyeDistance: number): void {
    STEPS.forEach((step, s) =>
      pictures.forEach((picture, film) => {
        const [reach, at] = [step * eyeDistance, level * STEPS.length + s];
        this.#sums[film].across[at] += edgeAt(picture, place, [reach * nx, reach * ny]);
        this.#sums[film].along[at] += edgeAt(picture, place, [-reach * ny, reach * nx]);
      }),
    );
  }

  /** That share of one film as a multiple of another's, where that is largest, and where that was. */
  worst(film: number, against: number): { readonly seam: number; readonly where: string } {
    const crossing = ({ across, along }: Edges, at: number): number => across[at] / along[at];
    const [own, other] = [this.#sums[film], this.#sums[against]];
    const ratios = Array.from(own.across, (_, at) => crossing(own, at) / crossing(other, at) || 1);
    const at = ratios.indexOf(Math.max(...ratios));
    const pixels = (share: number): string => ((share * this.#eyeDistances) / this.#frames).toFixed(1);
    const [deep, step] = [DEPTHS[Math.floor(at / STEPS.length)], STEPS[at % STEPS.length]];
    return { seam: ratios[at], where: `${pixels(deep)} px inside, over ±${pixels(step)} px` };
  }
}

/** The difference of brightness between the two sides of a place. */
const edgeAt = (picture: Luma, [x, y]: Place, [dx, dy]: Place): number =>
  Math.abs(readAt(picture, x + dx, y + dy) - readAt(picture, x - dx, y - dy));

function readAt({ width, height, data }: Luma, x: number, y: number): number {
  const [left, top] = [
    Math.min(width - 2, Math.max(0, Math.floor(x))),
    Math.min(height - 2, Math.max(0, Math.floor(y))),
  ];
  const [right, below] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const row = (at: number): number => data[at] * (1 - right) + data[at + 1] * right;
  const at = top * width + left;
  return row(at) * (1 - below) + row(at + width) * below;
}
