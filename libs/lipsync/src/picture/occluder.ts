import { blankField, blur, combine, type Field } from './field.ts';
import type { Fields } from './planes.ts';

/** Differences from the expected face, on the 0..255 scale, that skin, light and a moved lip do not reach. */
const STRANGE_LUMA = 42;
const STRANGE_CHROMA = 13;

/** Share of the mask that a strange patch must fill before it is believed to be a thing and not noise. */
const SMALLEST = 0.04;

/** What stands in front of the mouth: `keep` is 1 where the frame's own pixels must stay; `share` of the mask it covers. */
export interface Occluder {
  readonly keep: Field;
  readonly share: number;
}

/**
 * Finds hands, microphones, cups and hair: patches of skin round the lips that look like neither the frame's face nor the
 * light-matched source. All fields are on the coarse grid. A patch grown from the skin may reach over the lips.
 */
export function findOccluder(under: Fields, matched: Fields, mask: Field, lips: Field): Occluder {
  const strange = blankField(mask.width, mask.height);
  for (let i = 0; i < strange.data.length; i++) {
    const luma = Math.abs(under[0].data[i] - matched[0].data[i]) / STRANGE_LUMA;
    const chroma =
      Math.hypot(under[1].data[i] - matched[1].data[i], under[2].data[i] - matched[2].data[i]) /
      STRANGE_CHROMA;
    strange.data[i] = mask.data[i] > 0.02 ? Math.max(luma, chroma) : 0;
  }
  const smooth = blur(strange, 2);
  const patches = grow(
    smooth,
    combine(mask, lips, (m, l) => (m > 0.02 && l < 0.5 ? 1 : 0)),
  );
  const area = mask.data.reduce((sum, m) => sum + (m > 0.5 ? 1 : 0), 0);
  const covered = patches.data.reduce((sum, p) => sum + p, 0);
  const share = area === 0 ? 0 : Math.min(1, covered / area);
  if (share < SMALLEST) return { keep: blankField(mask.width, mask.height), share: 0 };
  return { keep: combine(blur(patches, 2.5), patches, (soft) => Math.min(1, 2 * soft)), share };
}

/** Patches seeded where skin is strange (> 1) and grown through strange cells (> 0.7), also over the lips. */
function grow(strange: Field, skin: Field): Field {
  const { width, height } = strange;
  const patch = blankField(width, height);
  const front: number[] = [];
  strange.data.forEach((value, i) => {
    if (value > 1 && skin.data[i] === 1) front.push(i);
  });
  for (const i of front) patch.data[i] = 1;
  while (front.length > 0) {
    const i = front.pop()!;
    const x = i % width;
    for (const j of [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i - width, i + width]) {
      if (j < 0 || j >= width * height || patch.data[j] === 1 || strange.data[j] <= 0.7) continue;
      patch.data[j] = 1;
      front.push(j);
    }
  }
  return patch;
}
