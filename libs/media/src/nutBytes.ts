/** CRC-32 with the generator 0x04C11DB7, most significant bit first, starting from 0, as NUT wants it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ table[((crc >>> 24) ^ byte) & 0xff]) >>> 0;
  return crc;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** A whole number from 0 up to 2^53 in NUT's `v` coding: seven bits a byte, the highest first. */
export function variable(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift((rest % 128) | 0x80);
  }
  return bytes;
}

/** A signed whole number in NUT's `s` coding. */
export const signed = (value: number): number[] => variable(value > 0 ? 2 * value - 1 : -2 * value);

/** Bytes with their length in front, NUT's `vb`. */
export const counted = (bytes: Uint8Array): number[] => [...variable(bytes.length), ...bytes];

/** A number as four bytes, the highest first. */
export const big32 = (value: number): number[] =>
  [value >>> 24, value >>> 16, value >>> 8, value].map((b) => b & 0xff);
