import { big32 } from '../nutBytes.ts';

/** How the NAL units of H.264 and H.265 are told apart: by so many bytes of length in front, or by start codes. */
export type Framing = 1 | 2 | 4 | 'startCodes';

/** The NAL units of one packet, without copying them. @throws RangeError where a length leads out of the packet. */
export function nalUnits(packet: Uint8Array, framing: Framing): Uint8Array[] {
  return framing === 'startCodes' ? betweenStartCodes(packet) : byLength(packet, framing);
}

function byLength(packet: Uint8Array, size: number): Uint8Array[] {
  const units: Uint8Array[] = [];
  for (let at = 0; at < packet.length;) {
    if (at + size > packet.length) throw new RangeError('a NAL unit has no length');
    const length = packet.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0);
    const end = at + size + length;
    if (end > packet.length) throw new RangeError('a NAL unit is longer than its packet');
    units.push(packet.subarray(at + size, end));
    at = end;
  }
  return units.filter((unit) => unit.length > 0);
}

/** Units lie between `00 00 01`; zeros before it belong to nobody. (H.264, annex B) */
function betweenStartCodes(packet: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  const code = Buffer.from([0, 0, 1]);
  const units: Uint8Array[] = [];
  for (let at = bytes.indexOf(code); at >= 0;) {
    const next = bytes.indexOf(code, at + 3);
    let end = next < 0 ? bytes.length : next;
    while (end > at + 3 && bytes[end - 1] === 0) end -= 1;
    if (end > at + 3) units.push(packet.subarray(at + 3, end));
    at = next;
  }
  return units;
}

/** NAL units with four bytes of length in front of each, as MP4 and Matroska hold them. */
export const framed = (units: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(units.flatMap((unit) => [Uint8Array.from(big32(unit.length)), unit]));

/** A packet in that framing; the same bytes where it has it already. */
export const inLengths = (packet: Uint8Array, framing: Framing): Uint8Array =>
  framing === 4 ? packet : framed(nalUnits(packet, framing));

/** The type of a NAL unit of H.264. */
export const avcType = (unit: Uint8Array): number => unit[0] & 0x1f;

/** The type of a NAL unit of H.265. */
export const hevcType = (unit: Uint8Array): number => (unit[0] >> 1) & 0x3f;

/** The type of an H.265 picture at which decoding may begin, with pictures behind it that may need those before. */
export const CRA = 21;

/** The type of the same picture where other pictures were put in front of it and no such pictures follow. */
export const BLA_ALONE = 18;

/** The same NAL unit of H.265 under another type. */
export function retyped(unit: Uint8Array, type: number): Uint8Array {
  const other = Uint8Array.from(unit);
  other[0] = (other[0] & 0x81) | (type << 1);
  return other;
}
