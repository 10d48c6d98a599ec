/** What a triangle is made of; the painter picks its recipe by this. */
export const MATERIAL = {
  none: 0,
  face: 1,
  plainSkin: 2,
  mouthInside: 3,
  teeth: 4,
  tongue: 5,
  hair: 6,
  cloth: 7,
} as const;

/** How a part's vertices move with the mouth and head. */
export type Bond = 'face' | 'skull' | 'jaw' | 'neck' | 'body';

/**
 * A piece of the figure at rest. Per vertex: `points` x, y, z; `places` two numbers the painter reads as a place on the
 * material; `traits` two more (redness of lip and such, darkness of nooks 0..1 where 1 is open air).
 */
export interface Part {
  readonly bond: Bond;
  readonly material: number;
  readonly points: Float32Array;
  readonly places: Float32Array;
  readonly traits: Float32Array;
  readonly triangles: Uint32Array;
}

/** One vertex as a part's recipe gives it. */
export interface Vertex {
  readonly point: readonly [number, number, number];
  readonly place: readonly [number, number];
  readonly traits: readonly [number, number];
}

/** Triangles of a grid of `rows` × `columns` vertices; `closed` joins the last column to the first. */
export function gridTriangles(rows: number, columns: number, closed = false): Uint32Array {
  const across = closed ? columns : columns - 1;
  const out = new Uint32Array((rows - 1) * across * 6);
  let n = 0;
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c < across; c++) {
      const a = r * columns + c;
      const b = r * columns + ((c + 1) % columns);
      out.set([a, b, a + columns, b, b + columns, a + columns], n);
      n += 6;
    }
  }
  return out;
}

/** Makes a part from a grid whose vertices a function gives, rows and columns in 0..1. */
export function gridPart(
  kind: Pick<Part, 'bond' | 'material'>,
  rows: number,
  columns: number,
  vertex: (row: number, column: number) => Vertex,
): Part {
  const count = rows * columns;
  const points = new Float32Array(count * 3);
  const places = new Float32Array(count * 2);
  const traits = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const made = vertex(Math.floor(i / columns) / (rows - 1), (i % columns) / (columns - 1));
    points.set(made.point, i * 3);
    places.set(made.place, i * 2);
    traits.set(made.traits, i * 2);
  }
  return { ...kind, points, places, traits, triangles: gridTriangles(rows, columns) };
}
