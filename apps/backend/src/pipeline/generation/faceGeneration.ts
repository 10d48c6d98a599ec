import { matrixOf, SourceReader, type PictureSource } from '@mondwerk/compositing';
import {
  inWholePlate,
  learnIdentity,
  openEmbedder,
  openGenerator,
  restoreFace,
  swapFace,
  type FaceGenerator,
  type FaceInFrame,
} from '@mondwerk/generators';
import type { ColourTags, Picture } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { BroughtModels } from './broughtModels.ts';
import type { ShownCuts } from './shownCuts.ts';

/** A face in one frame, before or after it was replaced. */
export type FacePlate = Omit<FaceInFrame, 'colour'>;

/** Generators at work on the faces of a film. */
export interface FaceGeneration {
  /** Whether faces are made; else they are taken from footage, and only restored. */
  readonly makes: boolean;
  /** The shown performer's face on this head; `undefined` where it lies outside the frame. */
  make(face: FacePlate): Promise<PictureSource | undefined>;
  /** The same plate with the face's detail restored, where that is wanted. */
  restore(face: FacePlate, strength: number): Promise<Picture>;
  close(): Promise<void>;
}

/** Opens the generators of an order. @throws Refusal as `openGenerator` and `openEmbedder`. */
export async function openFaceGeneration(
  models: BroughtModels,
  film: Film,
  shown: ShownCuts,
): Promise<FaceGeneration> {
  const open: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => void (await Promise.all(open.map((each) => each.close())));
  const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const one = await opening;
    open.push(one);
    return one;
  };
  try {
    return { ...(await openAll(models, film, shown, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(
  { swapper, embedder, converter, restorer }: BroughtModels,
  film: Film,
  shown: ShownCuts,
  opened: <T extends { close(): Promise<void> }>(opening: Promise<T>) => Promise<T>,
): Promise<Omit<FaceGeneration, 'close'>> {
  const colour: ColourTags = { ...film.colour, matrix: matrixOf(film, film.colour) };
  const makes = swapper && (await opened(openGenerator(swapper, converter && { converter })));
  const restores = restorer && (await opened(openGenerator(restorer)));
  const reads = embedder && (await opened(openEmbedder(embedder)));
  // Where the plan takes nothing from anybody, nothing is made either.
  const identity =
    makes && reads && shown.records.length > 0
      ? await learnIdentity(makes, reads, readCuts(shown, film, colour))
      : undefined;
  return {
    makes: makes !== undefined,
    make: (face) => make(makes!, { ...face, colour }, identity),
    restore: (face, strength) => restore(restores, { ...face, colour }, strength),
  };
}

async function make(
  swapper: FaceGenerator,
  face: FaceInFrame,
  identity: Float32Array | undefined,
): Promise<PictureSource | undefined> {
  const made = await swapFace(swapper, face, identity && { identity });
  return made && inWholePlate(face, made);
}

async function restore(
  restorer: FaceGenerator | undefined,
  face: FaceInFrame,
  strength: number,
): Promise<Picture> {
  if (restorer === undefined) return face.plate;
  const made = await restoreFace(restorer, face, { strength });
  return made === undefined ? face.plate : inWholePlate(face, made).picture;
}

function readCuts({ file, records }: ShownCuts, { format }: Film, colour: ColourTags): FaceInFrame[] {
  const reader = new SourceReader(file, format);
  try {
    return records.map((record) => {
      const { picture, box, mesh } = reader.read(record, 1);
      return { plate: picture, box, mesh, colour };
    });
  } finally {
    reader.close();
  }
}
