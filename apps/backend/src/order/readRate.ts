import { perSecond, rate, Refusal, type Rate } from '@mondwerk/film';

/** Rates that people round when they write them. */
const ROUNDED: Readonly<Record<string, Rate>> = {
  '23.976': rate(24_000, 1001),
  '23.98': rate(24_000, 1001),
  '29.97': rate(30_000, 1001),
  '47.95': rate(48_000, 1001),
  '59.94': rate(60_000, 1001),
};

const MOST = 240;

/** Reads frames a second: `25`, `23.976`, `24000/1001`. @throws Refusal `rate-unreadable` */
export function readRate(text: string): Rate {
  const known = Object.hasOwn(ROUNDED, text) ? ROUNDED[text] : undefined;
  const parts = /^(\d{1,6})(?:\/(\d{1,6}))?$/.exec(text);
  const [num, den] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 1)];
  const read = known ?? (num > 0 && den > 0 ? rate(num, den) : undefined);
  if (read !== undefined && perSecond(read) >= 1 && perSecond(read) <= MOST) return read;
  throw new Refusal(
    'rate-unreadable',
    `--rate ${text} is not a number of frames a second: write 24, 25, 23.976, 29.97 or 30000/1001.`,
  );
}
