import type { ColourTags } from '@mondwerk/film';

/** Light of a white wall in cd/m², as HDR is graded (ITU-R BT.2408): what counts as white in a standard picture. */
const WHITE = 203;

/** What is brighter on the screen than this many cd/m² is all the same to a standard picture. */
const BRIGHTEST = 1000;

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** From the primaries of wide colour spaces to those of BT.709, in light (ITU-R BT.2087; P3 with D65 or DCI white). */
const toBt709: Readonly<Record<string, Matrix>> = {
  bt2020: [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187],
  smpte432: [1.2249, -0.2247, 0, -0.042, 1.0419, 0, -0.0196, -0.0786, 1.0979],
  smpte431: [1.1575, -0.155, -0.0025, -0.0415, 1.0456, -0.0041, -0.0181, -0.0786, 1.0967],
};

const SAME: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** How light depends on a coded value (0..1), in cd/m², on a screen of 1000 cd/m². */
const screens: ReadonlyMap<string, (value: number) => number> = new Map([
  ['smpte2084', pqLight],
  ['arib-std-b67', hlgLight],
]);

/** Whether a film's samples are coded for screens brighter than the usual ones. */
export const isHdr = ({ transfer }: ColourTags): boolean => screens.has(transfer);

/** Whether pictures have to be turned into what a usual screen would show before a network sees them. */
export const isUnusual = (colour: ColourTags): boolean => isHdr(colour) || colour.primaries in toBt709;

/**
 * Turns R, G, B of HDR or of wide primaries (interleaved, 0..1) into what a screen of BT.709 shows, in `low`..`high`, in
 * place of the numbers given. Networks were trained on such pictures.
 */
export function toStandard(rgb: Float32Array, colour: ColourTags, low: number, high: number): Float32Array {
  const light = lightOf(colour.transfer);
  const m = toBt709[colour.primaries] ?? (isHdr(colour) ? toBt709.bt2020 : SAME);
  const gain = high - low;
  for (let at = 0; at < rgb.length; at += 3) {
    const r = light[Math.round(rgb[at] * STEPS)];
    const g = light[Math.round(rgb[at + 1] * STEPS)];
    const b = light[Math.round(rgb[at + 2] * STEPS)];
    rgb[at] = low + gain * coded(m[0] * r + m[1] * g + m[2] * b);
    rgb[at + 1] = low + gain * coded(m[3] * r + m[4] * g + m[5] * b);
    rgb[at + 2] = low + gain * coded(m[6] * r + m[7] * g + m[8] * b);
  }
  return rgb;
}

/** The way back: R, G, B that a screen of BT.709 shows (interleaved, 0..1) as the film codes them, in place of the numbers given. */
export function fromStandard(rgb: Float32Array, colour: ColourTags): Float32Array {
  const light = lightOf(colour.transfer);
  const m = inverse(toBt709[colour.primaries] ?? (isHdr(colour) ? toBt709.bt2020 : SAME));
  for (let at = 0; at < rgb.length; at += 3) {
    const [r, g, b] = [0, 1, 2].map((k) => Math.min(1, Math.max(0, rgb[at + k])) ** 2.4);
    rgb[at] = codeOf(m[0] * r + m[1] * g + m[2] * b, light);
    rgb[at + 1] = codeOf(m[3] * r + m[4] * g + m[5] * b, light);
    rgb[at + 2] = codeOf(m[6] * r + m[7] * g + m[8] * b, light);
  }
  return rgb;
}

/** The coded value at which a table reaches this light, 0..1. */
function codeOf(value: number, light: Float32Array): number {
  let [low, high] = [0, STEPS];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (light[middle] <= value) low = middle;
    else high = middle;
  }
  const rise = light[high] - light[low];
  const part = rise > 0 ? (value - light[low]) / rise : 0;
  return (low + Math.min(1, Math.max(0, part))) / STEPS;
}

function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const by = 1 / (a * p + b * q + c * r);
  const rest = [c * h - b * i, b * f - c * e, a * i - c * g, c * d - a * f, b * g - a * h, a * e - b * d];
  const [ch, bf, ai, cd, bg, ae] = rest.map((value) => value * by);
  return [p * by, ch, bf, q * by, ai, cd, r * by, bg, ae];
}

const STEPS = 4095;

/** Light by coded value, white being 1; what is brighter is rolled off. */
const tables = new Map<string, Float32Array>();

function lightOf(transfer: string): Float32Array {
  const screen = screens.get(transfer);
  const kind = screen ? transfer : 'usual';
  const known = tables.get(kind);
  if (known) return known;
  const table = Float32Array.from({ length: STEPS + 1 }, (_, i) => {
    const value = i / STEPS;
    return screen ? rollOff(screen(value)) / WHITE : value ** 2.4;
  });
  tables.set(kind, table);
  return table;
}

/** Light to coded value by ITU-R BT.1886; the table goes by the root, which spreads the shadows. */
const CODES = Float32Array.from({ length: STEPS + 1 }, (_, i) => (i / STEPS) ** (2 / 2.4));

const coded = (light: number): number =>
  light <= 0 ? 0 : light >= 1 ? 1 : CODES[Math.round(Math.sqrt(light) * STEPS)];

/**
 * Light on a screen that shows no more than white. Below some 90 cd/m² nothing changes, so skin stays as it is; above,
 * a soft knee (ITU-R BT.2390, 5.4.1).
 */
function rollOff(light: number): number {
  const top = pqValue(BRIGHTEST);
  const most = pqValue(WHITE) / top;
  const knee = 1.5 * most - 0.5;
  const value = Math.min(1, pqValue(light) / top);
  if (value < knee) return light;
  const t = (value - knee) / (1 - knee);
  const bent =
    (2 * t ** 3 - 3 * t ** 2 + 1) * knee +
    (t ** 3 - 2 * t ** 2 + t) * (1 - knee) +
    (3 * t ** 2 - 2 * t ** 3) * most;
  return pqLight(bent * top);
}

const [M1, M2, C1, C2, C3] = [
  2610 / 16384,
  (2523 / 4096) * 128,
  3424 / 4096,
  (2413 / 4096) * 32,
  (2392 / 4096) * 32,
];

/** SMPTE ST 2084. */
function pqLight(value: number): number {
  const power = value ** (1 / M2);
  return 10000 * (Math.max(0, power - C1) / (C2 - C3 * power)) ** (1 / M1);
}

function pqValue(light: number): number {
  const power = (light / 10000) ** M1;
  return ((C1 + C2 * power) / (1 + C3 * power)) ** M2;
}

/** ITU-R BT.2100, table 5, on a screen of 1000 cd/m²; its system gamma is applied colour by colour. */
function hlgLight(value: number): number {
  const scene =
    value <= 0.5 ? value ** 2 / 3 : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  return 1000 * scene ** 1.2;
}
