import { neckPart, earPart, shirtPart } from './bodyParts.ts';
import { faceMesh, type FaceMesh } from './faceMesh.ts';
import { hairParts } from './hair.ts';
import { headSurface } from './headForm.ts';
import { MATERIAL, type Part } from './mesh.ts';
import type { PerformerLook } from './performers.ts';
import { skinTints } from './skinTints.ts';
import { teethParts, tonguePart } from './teeth.ts';

/** All parts of a person in one set of arrays. */
export interface Figure {
  readonly look: PerformerLook;
  readonly face: FaceMesh;
  readonly parts: readonly { readonly part: Part; readonly first: number; readonly count: number }[];
  readonly rest: Float32Array;
  readonly places: Float32Array;
  readonly traits: Float32Array;
  /** Vertex numbers, three a triangle, anticlockwise seen from outside. */
  readonly triangles: Uint32Array;
  /** So many of the leading vertex numbers belong to closed pieces, which are never seen from behind. */
  readonly oneSided: number;
  /** How blushed, oily, and freckled the skin is at each vertex. */
  readonly tints: Float32Array;
  /** The material of each triangle. */
  readonly materials: Uint8Array;
}

const built = new WeakMap<PerformerLook, Figure>();

/** A person put together, once; the face comes first, so its vertex numbers are those of the face mesh. */
export function figureOf(look: PerformerLook): Figure {
  const figure = built.get(look) ?? buildFigure(look);
  built.set(look, figure);
  return figure;
}

function buildFigure(look: PerformerLook): Figure {
  const surface = headSurface(look.form);
  const face = faceMesh(look.form, surface);
  const ears = [earPart(-1, look.form), earPart(1, look.form)];
  const parts = [
    face.part,
    ...teethParts(),
    tonguePart(),
    neckPart(look.form),
    shirtPart(look.form),
    ...ears,
    ...hairParts(look, surface),
  ];
  const firsts: number[] = [];
  let first = 0;
  for (const part of parts) {
    firsts.push(first);
    first += part.points.length / 3;
  }
  return {
    look,
    face,
    parts: parts.map((part, i) => ({ part, first: firsts[i], count: part.points.length / 3 })),
    rest: join(parts.map((part) => part.points)),
    places: join(parts.map((part) => part.places)),
    traits: join(parts.map((part) => part.traits)),
    triangles: Uint32Array.from(parts.flatMap((part, i) => [...outwards(part)].map((v) => v + firsts[i]))),
    oneSided: parts
      .filter((part) => part.material !== MATERIAL.hair)
      .reduce((sum, part) => sum + part.triangles.length, 0),
    tints: join(parts.map((part) => skinTints(part.places))),
    materials: Uint8Array.from(
      parts.flatMap((part) => new Array<number>(part.triangles.length / 3).fill(part.material)),
    ),
  };
}

function join(arrays: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    out.set(array, at);
    at += array.length;
  }
  return out;
}

/** Turns a part's triangles so that they face away from the inside of the head. */
function outwards(part: Part): Uint32Array {
  const { points: p, triangles } = part;
  let facing = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] * 3, triangles[i + 1] * 3, triangles[i + 2] * 3];
    const [ux, uy, uz] = [p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]];
    const [vx, vy, vz] = [p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]];
    const [nx, nz] = [uy * vz - uz * vy, ux * vy - uy * vx];
    facing += nx * p[a] + nz * (p[a + 2] + 2);
  }
  if (facing >= 0) return triangles;
  return triangles.map((_, i) => triangles[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]);
}
