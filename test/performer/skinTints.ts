import { bell } from './curve.ts';

/** How blushed, oily and freckled the skin is at places of a face (x, y pairs in, three numbers each out). */
export function skinTints(places: Float32Array): Float32Array {
  const out = new Float32Array((places.length / 2) * 3);
  for (let i = 0; i < places.length / 2; i++) {
    const a = Math.abs(places[i * 2]);
    out.set(tintsAt(a, places[i * 2 + 1]), i * 3);
  }
  return out;
}

function tintsAt(a: number, y: number): readonly [number, number, number] {
  const cheeks = 0.38 * bell(a - 4.1, 1.5) * bell(y + 3.3, 1.5);
  const blush = cheeks + 0.3 * bell(a, 0.9) * bell(y + 4, 0.7) + 0.14 * bell(a, 1.2) * bell(y + 10.2, 0.9);
  const noseAndBrow = bell(a, 0.8) * bell(y + 3.4, 2.6) + 0.6 * bell(a, 3) * bell(y - 4.4, 1.6);
  const oil = noseAndBrow + 0.3 * bell(a - 4.2, 1.2) * bell(y + 1.5, 0.9);
  return [blush, oil, bell(a - 2.6, 2) * bell(y + 2.7, 1.5)];
}
