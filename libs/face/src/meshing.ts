import type { ColourTags, Picture } from '@mondwerk/film';

import { boxOf } from './box.ts';
import type { FaceFinder } from './finder.ts';
import { REFINED_LEFT_EYE, REFINED_LIPS, REFINED_RIGHT_EYE } from './mesh.ts';
import { regionOf, toPicture, type Region } from './region.ts';
import { runOn } from './sampling/runOn.ts';

/** A face that the mesh network has measured: 468 points in picture pixels. */
export interface MeasuredFace {
  readonly points: Float32Array;
  /** Centres of the irises, the left one first: 2 × (x, y); the plain mesh does not know them. */
  readonly irises?: Float32Array;
  /** 0..1, the network's own flag. */
  readonly confidence: number;
}

/** Below this flag there is no face. */
const LEAST_CONFIDENCE = 0.5;
/** A mesh must fill about two thirds of its square; one that does not has latched on to something else. */
const FILLED = { least: 0.45, most: 1.5 };
/** Faces smaller than this, in picture pixels between mesh edges, are noise. */
const SMALLEST_FACE = 14;

/** Places a face roughly with the plain mesh; `undefined` when it sees none in the region. */
export async function placeFace(
  { mesh }: FaceFinder,
  picture: Picture,
  colour: ColourTags,
  region: Region,
): Promise<MeasuredFace | undefined> {
  const outputs = await runOn(mesh, picture, colour, region, ['output_mesh', 'output_faceflag']);
  const confidence = outputs.output_faceflag[0];
  const points = toPicture(outputs.output_mesh, region, mesh.card.input.size);
  return confidence >= LEAST_CONFIDENCE ? { points, confidence } : undefined;
}

const ATTENTION_OUTPUTS = [
  'output_mesh_identity',
  'output_lips',
  'output_left_eye',
  'output_right_eye',
  'output_left_iris',
  'output_right_iris',
  'conv_faceflag',
];

/** Measures a face with refined lips and eyes; `undefined` when there is none or its mesh cannot be right. */
export async function measureFace(
  { attention }: Pick<FaceFinder, 'attention'>,
  picture: Picture,
  colour: ColourTags,
  region: Region,
): Promise<MeasuredFace | undefined> {
  const outputs = await runOn(attention, picture, colour, region, ATTENTION_OUTPUTS);
  const confidence = 1 / (1 + Math.exp(-outputs.conv_faceflag[0]));
  const refined = Float32Array.from(outputs.output_mesh_identity);
  refine(refined, outputs.output_lips, REFINED_LIPS);
  refine(refined, outputs.output_left_eye, REFINED_LEFT_EYE);
  refine(refined, outputs.output_right_eye, REFINED_RIGHT_EYE);
  const points = toPicture(refined, region, attention.card.input.size);
  if (confidence < LEAST_CONFIDENCE || !isPlausible(points, region, picture)) return undefined;
  return { points, irises: irisesOf(outputs, region, attention.card.input.size), confidence };
}

/** The first of an iris' five points is its centre. */
function irisesOf(
  { output_left_iris: left, output_right_iris: right }: Record<string, Float32Array>,
  region: Region,
  inputSize: number,
): Float32Array {
  const points = toPicture(Float32Array.of(left[0], left[1], 0, right[0], right[1], 0), region, inputSize);
  return Float32Array.of(points[0], points[1], points[3], points[4]);
}

/** Writes refined x and y over the mesh's own, which knows z alone. */
function refine(mesh: Float32Array, refined: Float32Array, indices: readonly number[]): void {
  indices.forEach((index, at) => {
    mesh[3 * index] = refined[2 * at];
    mesh[3 * index + 1] = refined[2 * at + 1];
  });
}

/** Whether a mesh has the size of the face it was looked for, stands upright in its square and is in the picture. */
function isPlausible(points: Float32Array, region: Region, picture: Picture): boolean {
  const own = regionOf(points);
  const fill = own.size / region.size;
  const box = boxOf(points);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return (
    fill > FILLED.least &&
    fill < FILLED.most &&
    Math.min(box.right - box.left, box.bottom - box.top) > SMALLEST_FACE &&
    Math.cos(own.angle - region.angle) > 0.5 &&
    x > 0 &&
    y > 0 &&
    x < picture.width &&
    y < picture.height
  );
}
