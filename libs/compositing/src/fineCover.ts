import { blankField, enlarge, type Field } from './field.ts';
import type { Occluder } from './occluder.ts';
import type { Fields } from './planes.ts';
import type { Strangeness } from './strangeness.ts';

/** How different a thing and the face must be before their colours say where its edge is, on the 0..255 scale. */
const TELLING = 22;

/** A step of chroma counts as much as so many of luma. */
const CHROMA = 2;

/**
 * A thing's cover at full size, sharp where it can be: what is seen at an edge lies between the thing's colour and the face's,
 * and how far between is how much the thing covers there. Where both are alike the coarse cover must do.
 */
export function fineCover(
  full: Fields,
  { cover, colour }: Occluder,
  { expected, known }: Pick<Strangeness, 'expected' | 'known'>,
): Field {
  const [{ width, height }] = full;
  const large = (field: Field): Field => enlarge(field, width, height);
  const rough = large(cover);
  const sure = large(known);
  const out = blankField(width, height);
  const [behind, front] = [expected, colour].map((fields) => fields.map(large));
  const seen = full.map((field) => (field.width === width && field.height === height ? field : large(field)));
  for (let i = 0; i < out.data.length; i++) {
    const guess = rough.data[i];
    if (guess < 0.02 || guess > 0.98 || front[0].data[i] < 0) {
      out.data[i] = guess > 0.98 ? 1 : guess < 0.02 ? 0 : guess;
      continue;
    }
    let along = 0;
    let length = 0;
    for (let k = 0; k < 3; k++) {
      const scale = k === 0 ? 1 : CHROMA;
      const way = scale * (front[k].data[i] - behind[k].data[i]);
      along += scale * (seen[k].data[i] - behind[k].data[i]) * way;
      length += way * way;
    }
    const trust = sure.data[i] < 0.99 ? 0 : length / (length + TELLING * TELLING);
    const told = Math.min(1, Math.max(0, along / (length || 1)));
    out.data[i] = guess + trust * (told - guess);
  }
  return out;
}
