import { readFileSync } from 'node:fs';

/** A place in the kernels' memory, in bytes. */
export type Address = number;

interface Kernels {
  shrinkBytes(...rest: Shrinking): void;
  shrinkWords(...rest: Shrinking): void;
  interpolate(
    ...rest: [
      ...[grid: Address, width: number, height: number, to: Address, size: number],
      ...[x: number, y: number, dx: number, dy: number, rowX: number, rowY: number],
      ...[left: number, top: number, right: number, bottom: number],
      ...[black: number, gain: number, base: number],
    ]
  ): void;
  toRgb(
    ...rest: [
      ...[planes: Address, count: number, stride: number],
      ...[rFromCr: number, gFromCb: number, gFromCr: number, bFromCb: number, low: number, gain: number],
    ]
  ): void;
  weave(planes: Address, count: number, stride: number, to: Address): void;
}

type Shrinking = [
  ...[from: Address, width: number, height: number, stepX: number, stepY: number],
  ...[to: Address, sums: Address],
];

const PAGE = 65_536;

const memory = new WebAssembly.Memory({ initial: 16 });

/** What `npm run kernels` compiled from libs/face/kernels. */
export const kernels = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url))),
  { env: { memory } },
).exports as unknown as Kernels;

/** Kernels work on many numbers at once and may touch so many bytes beyond what is theirs. */
const MARGIN = 64;

let free = MARGIN;

/** What is taken while `work` runs is given back when it ends. */
export function inMemory<T>(work: () => T): T {
  const start = free;
  try {
    return work();
  } finally {
    free = start;
  }
}

/** Takes so many bytes, aligned to 16. Views that were made before may be of no use any more. @throws RangeError when that makes more than 4 GB. */
export function take(bytes: number): Address {
  const address = free;
  free = Math.ceil((address + bytes + MARGIN) / 16) * 16;
  const missing = free - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return address;
}

/** Floats at an address; good until something is taken. */
export const floatsAt = (address: Address, count: number): Float32Array =>
  new Float32Array(memory.buffer, address, count);

/** Bytes at an address; good until something is taken. */
export const bytesAt = (address: Address, count: number): Uint8Array =>
  new Uint8Array(memory.buffer, address, count);

/** 16-bit words at an address; good until something is taken. */
export const wordsAt = (address: Address, count: number): Uint16Array =>
  new Uint16Array(memory.buffer, address, count);
