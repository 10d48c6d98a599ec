import { expect, test } from 'vitest';
import { framed, inLengths, nalUnits } from '../../../libs/media/src/splice/nalUnits.ts';
import { avcSetId } from '../../../libs/media/src/splice/parameterSets.ts';

const units = [Uint8Array.of(0x67, 1, 2), Uint8Array.of(0x65, 9)];

test('units are told apart by lengths of any size, and by start codes with zeros around them', () => {
  expect(nalUnits(Uint8Array.of(0, 3, 0x67, 1, 2, 0, 2, 0x65, 9), 2)).toEqual(units);
  expect(nalUnits(Uint8Array.of(0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x65, 9, 0, 0), 'startCodes')).toEqual(
    units,
  );
  expect(nalUnits(framed(units), 4).map((unit) => Uint8Array.from(unit))).toEqual(units);
});

test('a packet that has lengths of four bytes stays the same bytes, another gets them', () => {
  const packet = framed(units);
  expect(inLengths(packet, 4)).toBe(packet);
  expect(inLengths(Uint8Array.of(3, 0x67, 1, 2, 2, 0x65, 9), 1)).toEqual(packet);
});

test('a length that leads out of the packet is an error', () => {
  expect(() => nalUnits(Uint8Array.of(0, 0, 0, 9, 1), 4)).toThrow(RangeError);
  expect(() => nalUnits(Uint8Array.of(0, 0), 4)).toThrow(RangeError);
});

test('parameter sets of H.264 are known by their numbers', () => {
  expect(avcSetId(Uint8Array.of(0x67, 0x64, 0, 0x0b, 0b1010_1100))).toBe(0);
  expect(avcSetId(Uint8Array.of(0x67, 0x64, 0, 0x0b, 0b0101_1001))).toBe(1);
  expect(avcSetId(Uint8Array.of(0x68, 0b0001_0000))).toBe(7);
  expect(avcSetId(Uint8Array.of(0x68, 0b0000_0100, 0b0000_1111))).toBe(31);
});
