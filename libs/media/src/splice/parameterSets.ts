import type { PixelFormat } from '@mondwerk/film';
import { avcType, hevcType, nalUnits, type Framing } from './nalUnits.ts';

/** What a decoder of H.264 or H.265 is told before the first picture. */
export interface DecoderSetup {
  readonly framing: Framing;
  /** Sequence, picture and (H.265) video parameter sets, as NAL units. */
  readonly sets: readonly Uint8Array[];
}

/** Reads H.264's setup from an `avcC` box (ISO/IEC 14496-15, 5.3.3.1) or from NAL units with start codes. */
export function readAvcSetup(setup: Uint8Array): DecoderSetup {
  if (setup[0] !== 1) return bare(setup);
  const sets: Uint8Array[] = [];
  let at = 5;
  for (const mask of [0x1f, 0xff]) {
    const count = setup[at++] & mask;
    for (let i = 0; i < count; i++) at = takeSet(setup, at, sets);
  }
  return { framing: lengthBytes(setup[4]), sets };
}

/** Reads H.265's setup from an `hvcC` box (ISO/IEC 14496-15, 8.3.3.1) or from NAL units with start codes. */
export function readHevcSetup(setup: Uint8Array): DecoderSetup {
  if (setup[0] !== 1) return bare(setup);
  const sets: Uint8Array[] = [];
  let at = 23;
  for (let arrays = setup[22]; arrays > 0; arrays--) {
    const count = setup[at + 1] * 256 + setup[at + 2];
    at += 3;
    for (let i = 0; i < count; i++) at = takeSet(setup, at, sets);
  }
  return { framing: lengthBytes(setup[21]), sets: sets.filter(isHevcSet) };
}

const bare = (setup: Uint8Array): DecoderSetup => ({
  framing: 'startCodes',
  sets: nalUnits(setup, 'startCodes'),
});

function takeSet(setup: Uint8Array, at: number, sets: Uint8Array[]): number {
  const end = at + 2 + setup[at] * 256 + setup[at + 1];
  if (!(end <= setup.length)) throw new RangeError('a parameter set is longer than its box');
  sets.push(setup.subarray(at + 2, end));
  return end;
}

const lengthBytes = (flags: number): 1 | 2 | 4 => ([1, 2, 4, 4] as const)[flags & 3];

/** Whether a NAL unit of H.265 is a video, sequence or picture parameter set. */
export const isHevcSet = (unit: Uint8Array): boolean => hevcType(unit) >= 32 && hevcType(unit) <= 34;

/** Whether a NAL unit of H.264 is a sequence or picture parameter set. */
export const isAvcSet = (unit: Uint8Array): boolean => avcType(unit) === 7 || avcType(unit) === 8;

/** The number by which slices and picture sets name an H.264 parameter set. (H.264, 7.3.2.1.1 and 7.3.2.2) */
export function avcSetId(unit: Uint8Array): number {
  // A sequence set tells profile, constraints and level first, a byte each.
  const payload = unit.subarray(avcType(unit) === 7 ? 4 : 1, 12);
  let bit = 0;
  const next = (): number => ((payload[bit >> 3] ?? 0xff) >> (7 - (bit++ & 7))) & 1;
  let zeros = 0;
  while (next() === 0) zeros += 1;
  let value = 1;
  for (let i = 0; i < zeros; i++) value = value * 2 + next();
  return value - 1;
}

/** Without the bytes that keep start codes out of a NAL unit. */
function unescaped(unit: Uint8Array): Uint8Array {
  return unit.filter((byte, at) => byte !== 3 || unit[at - 1] !== 0 || unit[at - 2] !== 0 || at < 2);
}

/** An `avcC` box with all sets of some setups of the same profile: the highest level, lengths of four bytes. */
export function joinAvcSetups(
  setups: readonly DecoderSetup[],
  { shiftX, shiftY, bitDepth }: PixelFormat,
): Uint8Array {
  const sets = setups.flatMap((setup) => setup.sets);
  const [sequences, pictures] = [7, 8].map((type) => sets.filter((unit) => avcType(unit) === type));
  const [profile, compatible] = sequences[0].subarray(1);
  const level = Math.max(...sequences.map((unit) => unit[3]));
  const tail = [0xfc | chromaCode(shiftX, shiftY), 0xf8 | (bitDepth - 8), 0xf8 | (bitDepth - 8), 0];
  return Buffer.concat([
    Uint8Array.of(1, profile, compatible, level, 0xff, 0xe0 | sequences.length),
    ...listed(sequences),
    ...[Uint8Array.of(pictures.length), ...listed(pictures)],
    Uint8Array.from(profile >= 100 ? tail : []),
  ]);
}

/** An `hvcC` box with the sets of one setup, which says that others come with the pictures; lengths of four bytes. */
export function hevcSetup({ sets }: DecoderSetup, { shiftX, shiftY, bitDepth }: PixelFormat): Uint8Array {
  const ofType = (type: number): Uint8Array[] => sets.filter((unit) => hevcType(unit) === type);
  const sequence = unescaped(ofType(33)[0]);
  const layers = ((sequence[2] >> 1) & 7) + 1;
  const depth = 0xf8 | (bitDepth - 8);
  const arrays = [32, 33, 34].map((type) => ({ type, units: ofType(type) }));
  return Buffer.concat([
    ...[Uint8Array.of(1), sequence.subarray(3, 15)],
    Uint8Array.of(0xf0, 0, 0xfc, 0xfc | chromaCode(shiftX, shiftY), depth, depth, 0, 0, (layers << 3) | 7),
    Uint8Array.of(arrays.length),
    ...arrays.flatMap(({ type, units }) => [Uint8Array.of(type, 0, units.length), ...listed(units)]),
  ]);
}

const chromaCode = (shiftX: number, shiftY: number): number => 3 - shiftX - shiftY;

const listed = (units: readonly Uint8Array[]): Uint8Array[] =>
  units.flatMap((unit) => [Uint8Array.of(unit.length >> 8, unit.length & 0xff), unit]);
