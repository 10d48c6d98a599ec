import type { FloatTensor } from '@mondwerk/models';
import { changeFace, type GeneratedFace, type Laying } from './changeFace.ts';
import type { FaceInFrame } from './picture/faceInFrame.ts';
import { placementOf } from './picture/placement.ts';
import { squareOf } from './picture/squareOf.ts';
import type { Condition, FaceEmbedder, FaceGenerator } from './port/faceGenerator.ts';

/** A restorer makes too much of a face when it is shown wholly; as much is usual. */
const RESTORED = 0.8;

/**
 * The shown performer’s face on the head in a frame, in that frame’s light. `identity` is what `learnIdentity` gave, where the
 * swapper wants one; `undefined` where the face lies outside the plate.
 */
export const swapFace = (
  swapper: FaceGenerator,
  face: FaceInFrame,
  condition: Pick<Condition, 'identity' | 'morph'> = {},
  laying: Laying = {},
): Promise<GeneratedFace | undefined> =>
  changeFace(swapper, face, condition, 'face', { light: 1, ...laying });

/** The face in a frame saying what the window of sound says (`soundWindow`): the lower half of it is new. */
export const performLips = (
  lips: FaceGenerator,
  face: FaceInFrame,
  sound: FloatTensor,
  { weight, ...laying }: Laying & Pick<Condition, 'weight'> = {},
): Promise<GeneratedFace | undefined> => changeFace(lips, face, { sound, weight }, 'lowerFace', laying);

/** A face in a frame with the detail that a restorer sees in it. */
export const restoreFace = (
  restorer: FaceGenerator,
  face: FaceInFrame,
  { weight, strength = 1, ...laying }: Laying & Pick<Condition, 'weight'> = {},
): Promise<GeneratedFace | undefined> =>
  changeFace(restorer, face, { weight }, 'face', { ...laying, strength: RESTORED * strength });

/**
 * Whose face a swapper shall make, learnt from some frames of the shown performer: the middle of what the embedder says of them.
 * @throws RangeError when there is no frame.
 */
export async function learnIdentity(
  swapper: FaceGenerator,
  embedder: FaceEmbedder,
  faces: readonly FaceInFrame[],
): Promise<Float32Array> {
  if (faces.length === 0) throw new RangeError('nobody’s face is learnt from no frame');
  let sum = new Float32Array(0);
  for (const { plate, box, colour, mesh } of faces) {
    const placement = placementOf(mesh, embedder.form.framing, embedder.size);
    const described = await embedder.describe(squareOf(plate, box, colour, placement));
    sum = Float32Array.from(described, (value, i) => value / faces.length + (sum[i] ?? 0));
  }
  return swapper.identify(sum);
}
