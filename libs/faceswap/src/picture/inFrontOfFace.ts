import type { Box } from '@mondwerk/film';
import { type DrawnMask, type Fields, findInFront, type FlatMesh, type InFront } from '@mondwerk/compositing';
import type { KnownFace } from './knownFace.ts';

/** A frame's face that is to be replaced, what is known of it, and what people drew over it. */
export interface ReplacedFace {
  readonly box: Box;
  readonly seen: FlatMesh;
  readonly eyeDistance: number;
  readonly known?: KnownFace;
  readonly masks?: readonly DrawnMask[];
}

/** Finds what stays in front of a replaced face: hands, props, hair; `undefined` where the whole new face may show. */
export const findInFrontOfFace = (seen: Fields, { known, ...face }: ReplacedFace): InFront | undefined =>
  findInFront(seen, { ...face, usual: known?.usual });
