import { choosePortions, galleryOf, type Gallery, type RunCosts } from '@mondwerk/face';
import { measureOf } from '../donor/expression.ts';
import type { FaceEntry } from '../donor/faceAtlas.ts';
import { JOINED, lookOf, type FacePart, type Usual } from './faceLooks.ts';

/** Costs in eye distances of warping that they are worth. */
const COSTS = {
  /** Half as sharp as the frame: blur cannot be taken back, while a source that is sharper is blurred along. */
  softer: 0.012,
  /** Half the resolution. */
  smaller: 0.01,
  /** Leaving a run of consecutive source frames, before the jump's own difference is added. */
  cut: 0.025,
  /** How much the difference across a jump counts. */
  jump: 0.5,
  /** Warping an open mouth shut gives thick lips over squeezed teeth, by the opening that must go. */
  shut: 1.8,
  /** Warping a shut mouth open shows nothing inside, by the opening that is missing. */
  open: 1.4,
  /** Taking a mouth or eyes from another frame than the face. */
  apart: 0.02,
} as const;

/** How much of what warping a mouth costs is minded when a face is chosen, whose mouth may come from elsewhere. */
const MOUTH_OF_FACE = 0.25;

/**
 * Costs of going on in a run otherwise than by one frame: faces move faster or slower, forth or back. Staying shows what stands
 * still.
 */
export const STEPS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 0.002],
  [0, 0.006],
  [-1, 0.003],
]);

/** The shown performer's frames to choose from, laid out once for each part. */
export interface FaceShop {
  readonly sources: readonly FaceEntry[];
  readonly galleries: Readonly<Record<FacePart, Gallery>>;
  readonly replacedUsual: Usual;
}

/** Lays out the shown performer's frames, which are in the order of frames inside each track. */
export const openFaceShop = (
  sources: readonly FaceEntry[],
  shownUsual: Usual,
  replacedUsual: Usual,
): FaceShop => {
  const layOut = (part: FacePart): Gallery => galleryOf(sources, (entry) => lookOf(entry, shownUsual, part));
  return {
    sources,
    galleries: { face: layOut('face'), mouth: layOut('mouth'), eyes: layOut('eyes') },
    replacedUsual,
  };
};

/** A source for every frame, part by part: indices into the shop's sources. */
export type ChosenFaces = Readonly<Record<FacePart, readonly number[]>>;

/**
 * Chooses for every frame of a track of the replaced performer whose face it shall get, and a mouth and eyes of other frames
 * where they are so much liker that it is worth to take them apart. Yields now and then.
 */
export function* chooseFaces(wanted: readonly FaceEntry[], shop: FaceShop): Generator<void, ChosenFaces> {
  const face = yield* choosePart(
    'face',
    wanted.map((entry) => ({ entry })),
    shop,
  );
  const withFace = wanted.map((entry, i) => ({ entry, face: face[i] }));
  return {
    face,
    mouth: yield* choosePart('mouth', withFace, shop),
    eyes: yield* choosePart('eyes', withFace, shop),
  };
}

interface Wanted {
  readonly entry: FaceEntry;
  /** The source of the whole face, where that is known. */
  readonly face?: number;
}

function choosePart(part: FacePart, wanted: readonly Wanted[], shop: FaceShop): Generator<void, number[]> {
  const { sources, galleries, replacedUsual } = shop;
  const opens = Float32Array.from(sources, openOf);
  const sharps = Float32Array.from(sources, sharpnessOf);
  const minded = part === 'mouth' ? 1 : part === 'face' ? MOUTH_OF_FACE : 0;
  const costs: RunCosts<Wanted> = {
    lookOf: ({ entry }) => lookOf(entry, replacedUsual, part),
    added: ({ entry, face }, source) =>
      minded * warpCost(openOf(entry), opens[source]) +
      COSTS.softer * Math.max(0, sharpnessOf(entry) - sharps[source]) +
      COSTS.smaller * Math.max(0, Math.log2(entry.eyeDistance / sources[source].eyeDistance)) +
      (face === undefined || face === source ? 0 : COSTS.apart),
    longRuns: () => 1,
    ...{ steps: STEPS, cut: COSTS.cut, jump: COSTS.jump, joined: JOINED },
  };
  return choosePortions(wanted, galleries[part], costs);
}

const openOf = ({ expression }: FaceEntry): number => measureOf(expression, 'open');

/** Sharpness as a power of two. */
const sharpnessOf = ({ sharpness }: FaceEntry): number => Math.log2(Math.max(1e-3, sharpness));

/** What it costs that a source is open further, or less far, than is wanted. */
const warpCost = (wanted: number, source: number): number =>
  source > wanted ? COSTS.shut * (source - wanted) : COSTS.open * (wanted - source);
