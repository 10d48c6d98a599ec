import { BORDER_RING, GAP_RINGS, SPOKES, spokeAcross } from './faceMesh.ts';
import { figureOf } from './figure.ts';
import { EYE_DISTANCE } from './headForm.ts';
import type { Moment } from './mouthShape.ts';
import type { PerformerLook } from './performers.ts';
import { focalOf, poseFigure, project, type Camera } from './pose.ts';

/** The mouth as it is seen in one picture, in eye distances. */
export interface MouthTruth {
  /** Visible gap between the lips: mean of three columns; 0 when they touch. */
  readonly aperture: number;
  /** From the upper border of the upper lip to the lower border of the lower lip, in the middle. */
  readonly lipHeight: number;
  /** From corner to corner. */
  readonly width: number;
}

/** Spokes of the columns at which the gap is read: the middle and a third to either side. */
const COLUMNS = [0, 0.31, -0.31].map((across) => {
  const upper = nearestSpoke(across);
  return { upper, lower: SPOKES - upper };
});
const CORNERS = [0, SPOKES / 2] as const;

function nearestSpoke(across: number): number {
  let best = 0;
  for (let spoke = 0; spoke <= SPOKES / 2; spoke++) {
    if (Math.abs(spokeAcross(spoke) - across) < Math.abs(spokeAcross(best) - across)) best = spoke;
  }
  return best;
}

/** Reads mouths off the very geometry that is drawn, projected to the picture. */
export function openTruth(look: PerformerLook, camera: Camera): (moment: Moment) => MouthTruth {
  const figure = figureOf(look);
  const points = new Float32Array(figure.rest.length);
  const screen = new Float32Array(figure.rest.length);
  return (moment) => {
    poseFigure(figure, moment, points);
    project(points, camera, screen);
    return readMouth(screen, focalOf(camera) * EYE_DISTANCE * nearnessOfFace(screen));
  };
}

/** Nearness of the face, read at the lip corners, which lie about as deep as the outer eye corners. */
function nearnessOfFace(screen: Float32Array): number {
  const at = (spoke: number) => screen[(BORDER_RING * SPOKES + spoke) * 3 + 2];
  return (at(CORNERS[0]) + at(CORNERS[1])) / 2;
}

function readMouth(screen: Float32Array, eyeDistance: number): MouthTruth {
  const y = (ring: number, spoke: number) => screen[(ring * SPOKES + spoke) * 3 + 1];
  const x = (ring: number, spoke: number) => screen[(ring * SPOKES + spoke) * 3];
  const gaps = COLUMNS.map(({ upper, lower }) => {
    const top = Math.max(...GAP_RINGS.map((ring) => y(ring, upper)));
    const bottom = Math.min(...GAP_RINGS.map((ring) => y(ring, lower)));
    return Math.max(0, bottom - top);
  });
  const { upper, lower } = COLUMNS[0];
  const dx = x(BORDER_RING, CORNERS[0]) - x(BORDER_RING, CORNERS[1]);
  const dy = y(BORDER_RING, CORNERS[0]) - y(BORDER_RING, CORNERS[1]);
  return {
    aperture: gaps.reduce((a, b) => a + b, 0) / gaps.length / eyeDistance,
    lipHeight: (y(BORDER_RING, lower) - y(BORDER_RING, upper)) / eyeDistance,
    width: Math.hypot(dx, dy) / eyeDistance,
  };
}
