import { readFileSync } from 'node:fs';
import type { Field } from './field.ts';
import type { Kernels } from './kernels.ts';

const PAGE = 65_536;

/** The kernels' memory, 4 GB at most. It is shared because only then fields that lie in it stay valid when it grows. */
const memory = new WebAssembly.Memory({ initial: 16, maximum: 65_536, shared: true });

/** What `npm run kernels` compiled from libs/compositing/kernels. */
export const kernels = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url))),
  { env: { memory } },
).exports as unknown as Kernels;

/** Kernels work on four numbers at once and may look so many bytes beyond what is theirs. */
const MARGIN = 64;

let free = MARGIN;
let open = false;

/**
 * Everything that is taken while `work` runs lies in the kernels' memory and is given back when it ends, so its result must
 * not hold any of the fields made in it.
 */
export function inWorkspace<T>(work: () => T): T {
  const [start, wasOpen] = [free, open];
  open = true;
  try {
    return work();
  } finally {
    free = start;
    open = wasOpen;
  }
}

/** Whether fields made now lie in the kernels' memory. */
export const isOpen = (): boolean => open;

/** Takes so many bytes of the workspace, aligned to 16. @throws RangeError when that makes more than 4 GB. */
export function take(bytes: number): number {
  const address = free;
  free = Math.ceil((address + bytes + MARGIN) / 16) * 16;
  const missing = free - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 4) / PAGE));
  return address;
}

/** Floats at an address of the workspace. */
export const floatsAt = (address: number, count: number): Float32Array =>
  new Float32Array(memory.buffer, address, count);

/** 64-bit floats at an address of the workspace. */
export const doublesAt = (address: number, count: number): Float64Array =>
  new Float64Array(memory.buffer, address, count);

/** Bytes at an address of the workspace. */
export const bytesAt = (address: number, count: number): Uint8Array =>
  new Uint8Array(memory.buffer, address, count);

/** Where numbers lie in the workspace; they are copied there when they lie elsewhere. */
export function addressOf(data: Float32Array | Uint8Array | Uint16Array): number {
  if (data.buffer instanceof SharedArrayBuffer) return data.byteOffset;
  const address = take(data.byteLength);
  bytesAt(address, data.byteLength).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return address;
}

/** A field that `fill` writes at an address of the workspace; what else it takes is given back at once. */
export function fieldBy(width: number, height: number, fill: (address: number) => void): Field {
  const count = width * height;
  if (!open) {
    return inWorkspace(() => {
      const { data } = fieldBy(width, height, fill);
      return { width, height, data: Float32Array.from(data) };
    });
  }
  const address = take(4 * count);
  inWorkspace(() => fill(address));
  return { width, height, data: floatsAt(address, count) };
}
