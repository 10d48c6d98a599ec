import type { ColourTags, Picture } from '@mondwerk/film';
import {
  aperture,
  fromHead,
  measureFace,
  openFaceMeasurer,
  regionOf,
  type FaceMeasurer,
} from '@mondwerk/face';
import type { LipCheck } from './lipChecks.ts';
import type { SteadyShots } from './steadyShots.ts';

/** A lip gap measured again in a rendered picture. */
export interface SeenGap {
  readonly track: string;
  readonly frame: number;
  /** In eye distances; `null` when the face was not found again. */
  readonly gap: number | null;
}

/** Looks at rendered pictures with the face networks: did the lips really meet? */
export class LipInspector {
  readonly #measurer: FaceMeasurer;
  readonly #steady: SteadyShots;
  readonly #colour: ColourTags;
  readonly #byFrame: ReadonlyMap<number, readonly LipCheck[]>;

  constructor(measurer: FaceMeasurer, steady: SteadyShots, colour: ColourTags, checks: readonly LipCheck[]) {
    this.#measurer = measurer;
    this.#steady = steady;
    this.#colour = colour;
    this.#byFrame = Map.groupBy(checks, ({ frame }) => frame);
  }

  /** Measures the lips that must be checked in a frame, none in most. */
  async look(frame: number, picture: Picture): Promise<SeenGap[]> {
    const tracks = new Set((this.#byFrame.get(frame) ?? []).map(({ track }) => track));
    return Promise.all([...tracks].map((track) => this.#measure(track, frame, picture)));
  }

  /** Closes the networks. */
  async close(): Promise<void> {
    await this.#measurer.close();
  }

  async #measure(track: string, frame: number, picture: Picture): Promise<SeenGap> {
    const face = await this.#steady.at(track, frame);
    if (face === undefined) return { track, frame, gap: null };
    const region = regionOf(fromHead(face.shape, face.pose));
    const seen = await measureFace(this.#measurer, picture, this.#colour, region);
    return { track, frame, gap: seen === undefined ? null : aperture(seen.points) };
  }
}

/** Opens the networks that look at rendered pictures. */
export async function openLipInspector(
  steady: SteadyShots,
  colour: ColourTags,
  checks: readonly LipCheck[],
): Promise<LipInspector> {
  return new LipInspector(await openFaceMeasurer(), steady, colour, checks);
}
