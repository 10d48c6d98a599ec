import type { FlatMesh, PictureSource } from '@mondwerk/compositing';
import { EYES } from './facePoints.ts';

/** An eye may be opened so much further than in the frames it is taken from, as a share of its opening there. */
const FURTHER = 0.25;

/**
 * A face whose eyes are open no further than frames of them can be stretched to: beyond that, an iris becomes a cat's. How
 * far they are shut is left as it is.
 */
export function boundLids(mesh: FlatMesh, sources: readonly PictureSource[]): Float32Array {
  const bound = Float32Array.from(mesh);
  for (const eye of EYES) {
    const has = sources.reduce((sum, source) => sum + source.weight * openingOf(source.mesh, eye), 0);
    const wide = openingOf(mesh, eye) / Math.max(1e-3, has);
    if (wide <= 1) continue;
    const kept = (1 + FURTHER * Math.tanh((wide - 1) / FURTHER)) / wide;
    const { x, y, down } = axesOf(mesh, eye);
    for (const p of eye) {
      const off = [mesh[2 * p] - x, mesh[2 * p + 1] - y];
      const lid = (kept - 1) * (off[0] * down[0] + off[1] * down[1]);
      bound[2 * p] += lid * down[0];
      bound[2 * p + 1] += lid * down[1];
    }
  }
  return bound;
}

/** How far an eye is open, as a share of its width. */
function openingOf(mesh: FlatMesh, eye: readonly number[]): number {
  const { x, y, down, width } = axesOf(mesh, eye);
  const heights = eye.map((p) => (mesh[2 * p] - x) * down[0] + (mesh[2 * p + 1] - y) * down[1]);
  return (Math.max(...heights) - Math.min(...heights)) / Math.max(1e-3, width);
}

interface EyeAxes {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly down: readonly [number, number];
}

/** An eye's first corner, its width, and the direction from lid to lid. */
function axesOf(mesh: FlatMesh, eye: readonly number[]): EyeAxes {
  const [first, second] = [eye[0], eye[8]];
  const [x, y] = [mesh[2 * first], mesh[2 * first + 1]];
  const [dx, dy] = [mesh[2 * second] - x, mesh[2 * second + 1] - y];
  const width = Math.hypot(dx, dy);
  return { x, y, width, down: [-dy / width, dx / width] };
}
