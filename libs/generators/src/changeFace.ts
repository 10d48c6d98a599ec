import type { Field, PictureSource } from '@mondwerk/compositing';
import { alignBox, crop, paste, type Box } from '@mondwerk/film';
import { moved } from './picture/affine.ts';
import { eyesApart } from './picture/eyesApart.ts';
import type { FaceInFrame } from './picture/faceInFrame.ts';
import { layOver } from './picture/layOver.ts';
import { maskOver, type FacePart } from './picture/maskOver.ts';
import { placementOf, sideOf, type Placement } from './picture/placement.ts';
import { planesOf, squareOf } from './picture/squareOf.ts';
import type { Condition, FaceGenerator } from './port/faceGenerator.ts';
import { generate } from './port/generate.ts';

/** A generated face in place: a piece of the frame in the film’s own samples, ready to be a source of a face, or to be pasted. */
export interface GeneratedFace extends PictureSource {
  /** Where it differs from the frame, 0..1, a cell for each pixel of its box. */
  readonly mask: Field;
}

/** How a generated face is laid into its frame. */
export interface Laying {
  /** Times as many pixels along the square’s side as the network has; chosen by the face’s size when left out. */
  readonly boost?: number;
  /** How far light and colour are drawn to the frame’s, 0..1; by what the generator is for when left out. */
  readonly light?: number;
  /** How much of it shows, 0..1, wholly when left out. */
  readonly strength?: number;
}

/** A boost of this many squares the work: more is asked for, not chosen. */
const MOST_BOOST = 4;

/**
 * What a generator makes of a face, laid into its frame within the part of the face that it may change; `undefined` where the
 * square lies wholly outside the plate. @throws RangeError when something is missing that the generator needs.
 */
export async function changeFace(
  generator: FaceGenerator,
  face: FaceInFrame,
  condition: Condition,
  part: FacePart,
  { boost, light = 0, strength = 1 }: Laying,
): Promise<GeneratedFace | undefined> {
  const { plate, box, colour, mesh } = face;
  const placement = placed(generator, face, boost);
  const inner = boxOf(placement, face);
  if (inner.left >= inner.right || inner.top >= inner.bottom) return undefined;
  const square = squareOf(plate, box, colour, placement);
  const made = await generate(generator, square, condition);
  const piece = crop(plate, within(inner, box));
  const mask = maskOver(mesh, part, inner, placement, made.mask);
  const shown = { ...mask, data: mask.data.map((value) => value * strength) };
  const planes = planesOf(made.picture, placement, { box: inner, plate: piece, colour });
  const laid = { planes, mask: shown, light, eyeDistance: eyesApart(mesh) };
  return { picture: layOver(piece, inner, colour, laid), box: inner, mesh, weight: 1, mask: shown };
}

/** A generated face in all of its plate, for whoever takes faces out of larger pieces of a frame. */
export function inWholePlate({ plate, box, mesh }: FaceInFrame, made: GeneratedFace): PictureSource {
  const whole = { left: 0, top: 0, right: plate.width, bottom: plate.height };
  const picture = crop(plate, whole);
  paste(picture, within(made.box, box), made.picture);
  return { picture, box, mesh, weight: 1 };
}

/** Where a generator’s square lies over a face, with as many pixels as were asked for or as the face has. */
function placed({ form, size }: FaceGenerator, { mesh }: FaceInFrame, boost?: number): Placement {
  const plain = placementOf(mesh, form.framing, size);
  if (!form.tiles) return plain;
  const chosen = boost ?? Math.min(MOST_BOOST, Math.ceil(sideOf(plain) / size - 0.25));
  return placementOf(mesh, form.framing, size, Math.max(1, Math.round(chosen)));
}

/** The part of the plate under a square, aligned to whole chroma samples. */
function boxOf({ size, toPicture }: Placement, { plate, box }: FaceInFrame): Box {
  const corners = [
    [0, 0],
    [size, 0],
    [0, size],
    [size, size],
  ].map(([u, v]) => moved(toPicture, u, v));
  const [xs, ys] = [corners.map(([x]) => x - box.left), corners.map(([, y]) => y - box.top)];
  const reach = {
    left: Math.floor(Math.min(...xs)),
    top: Math.floor(Math.min(...ys)),
    right: Math.ceil(Math.max(...xs)),
    bottom: Math.ceil(Math.max(...ys)),
  };
  const { left, top, right, bottom } = alignBox(reach, plate);
  return { left: left + box.left, top: top + box.top, right: right + box.left, bottom: bottom + box.top };
}

const within = (inner: Box, box: Box): Box => ({
  left: inner.left - box.left,
  top: inner.top - box.top,
  right: inner.right - box.left,
  bottom: inner.bottom - box.top,
});
