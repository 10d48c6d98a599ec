import { rate, type Rate } from '@mondwerk/film';

/** Rates that people round when they say them. */
const spoken: Readonly<Record<string, Rate>> = {
  '23.976': rate(24_000, 1001),
  '23.98': rate(24_000, 1001),
  '23.97': rate(24_000, 1001),
  '29.97': rate(30_000, 1001),
  '47.952': rate(48_000, 1001),
  '47.95': rate(48_000, 1001),
  '59.94': rate(60_000, 1001),
  '119.88': rate(120_000, 1001),
};

/** Reads a frame rate as people write it: `25`, `23.976`, `29,97 fps`, `30000/1001`; `undefined` where it is none. */
export function readRate(text: string): Rate | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(',', '.')
    .replace(/\s*(fps|df|ndf|drop|non-drop)$/, '');
  const fraction = /^(\d{1,7})\s*[/:]\s*(\d{1,7})$/.exec(plain);
  if (fraction !== null) {
    const [num, den] = [Number(fraction[1]), Number(fraction[2])];
    return den > 0 && num / den >= 1 && num / den <= 1000 ? rate(num, den) : undefined;
  }
  const rounded = plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  if (Object.hasOwn(spoken, rounded)) return spoken[rounded];
  return /^\d{1,3}$/.test(rounded) && Number(rounded) > 0 ? rate(Number(rounded)) : undefined;
}
