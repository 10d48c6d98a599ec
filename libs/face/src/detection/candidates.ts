import type { Box } from '@mondwerk/film';

import type { Region } from '../region.ts';

/** A face that the detector thinks it sees, in picture pixels. */
export interface Candidate {
  readonly box: Box;
  /** Roll by the two eyes, radians, clockwise. */
  readonly angle: number;
  readonly score: number;
}

/** A grid of anchors of the detector: its outputs and how they are laid out. */
interface AnchorGrid {
  readonly logits: string;
  readonly boxes: string;
  readonly cells: number;
  readonly stride: number;
  readonly anchorsPerCell: number;
}

const grids: readonly AnchorGrid[] = [
  { logits: 'Identity', boxes: 'Identity_2', cells: 16, stride: 16, anchorsPerCell: 2 },
  { logits: 'Identity_1', boxes: 'Identity_3', cells: 8, stride: 32, anchorsPerCell: 6 },
];

const NUMBERS_PER_ANCHOR = 16;
/** Logit of a probability of one half. */
const THRESHOLD = 0;
/** Eyes steeper than this are more likely a mistake than a head lying down. */
const STEEPEST = 1.2;

/** The detector's outputs for one tile as candidates in the picture. */
export function candidatesIn(
  outputs: Readonly<Record<string, Float32Array>>,
  tile: Region,
  inputSize: number,
): Candidate[] {
  const scale = tile.size / inputSize;
  const left = tile.centreX - tile.size / 2;
  const top = tile.centreY - tile.size / 2;
  return grids.flatMap((grid) =>
    Array.from(outputs[grid.logits].keys())
      .filter((anchor) => outputs[grid.logits][anchor] > THRESHOLD)
      .map((anchor): Candidate => {
        const at = (k: number): number => outputs[grid.boxes][anchor * NUMBERS_PER_ANCHOR + k];
        const cell = Math.floor(anchor / grid.anchorsPerCell);
        const x = left + (((cell % grid.cells) + 0.5) * grid.stride + at(0)) * scale;
        const y = top + ((Math.floor(cell / grid.cells) + 0.5) * grid.stride + at(1)) * scale;
        const [halfWidth, halfHeight] = [(at(2) * scale) / 2, (at(3) * scale) / 2];
        // Numbers 4 to 7 are the eyes, the one on the left of the picture first.
        const angle = Math.atan2(at(7) - at(5), at(6) - at(4));
        return {
          box: { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight },
          angle: Math.abs(angle) < STEEPEST ? angle : 0,
          score: 1 / (1 + Math.exp(-outputs[grid.logits][anchor])),
        };
      }),
  );
}
