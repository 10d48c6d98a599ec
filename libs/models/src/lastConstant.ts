import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { fromHalf } from './convert/float16.ts';
import type { FloatTensor } from './network.ts';

/** Fields of onnx.proto3 that lead to a graph's constants. */
const [GRAPH, INITIALIZER] = [7, 5];
const [DIMS, DATA_TYPE, FLOAT_DATA, RAW_DATA] = [1, 2, 4, 9];
const [FLOAT, FLOAT16] = [1, 10];

/** A constant that is larger than this many bytes is no matrix that anybody asks for. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The last constant that an ONNX file holds; `undefined` where it holds none. Only what leads there is read, since such files
 * are half a gigabyte. @throws Refusal `network-unreadable` when the file is no ONNX file, or that constant no float numbers.
 */
export async function lastConstantOf(path: string): Promise<FloatTensor | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let last: Span | undefined;
    for await (const graph of fieldsIn(file, { start: 0, end: size })) {
      if (graph.field !== GRAPH || graph.wire !== 2) continue;
      for await (const inner of fieldsIn(file, graph)) {
        if (inner.field === INITIALIZER && inner.wire === 2) last = inner;
      }
    }
    return last && (await tensorIn(file, last));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const sentence = `${basename(path)} cannot be read: its last constant is no matrix of numbers; give a whole ONNX file.`;
    throw new Refusal('network-unreadable', sentence, { cause });
  } finally {
    await file.close();
  }
}

/** Bytes of the file, the end outside. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A field of a message: where its content lies, or its number. */
interface Field extends Span {
  readonly field: number;
  readonly wire: number;
  readonly value: number;
}

/** Walks over the fields of a message without reading what is in them. */
async function* fieldsIn(file: FileHandle, { start, end }: Span): AsyncGenerator<Field> {
  const window = Buffer.alloc(32);
  for (let at = start; at < end;) {
    const { bytesRead } = await file.read(window, 0, window.length, at);
    const tag = varint(window.subarray(0, bytesRead), 0);
    const [field, wire] = [Math.floor(tag.value / 8), tag.value % 8];
    const head = at + tag.bytes;
    const body = bodyOf(wire, window.subarray(0, bytesRead), tag.bytes);
    const next = head + body.head + body.length;
    if (next > end) throw new RangeError(`a field ends at ${next}, beyond ${end}`);
    yield { field, wire, value: body.value, start: head + body.head, end: next };
    at = next;
  }
}

function bodyOf(wire: number, bytes: Buffer, at: number): { head: number; length: number; value: number } {
  if (wire === 1) return { head: 0, length: 8, value: 0 };
  if (wire === 5) return { head: 0, length: 4, value: 0 };
  const { value, bytes: head } = varint(bytes, at);
  if (wire === 0) return { head, length: 0, value };
  if (wire === 2) return { head, length: value, value: 0 };
  throw new RangeError(`there is no wire type ${wire}`);
}

function varint(bytes: Buffer, at: number): { value: number; bytes: number } {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    if (at + i >= bytes.length) throw new RangeError('the file ends inside a number');
    value += (bytes[at + i] & 0x7f) * 2 ** (7 * i);
    if (bytes[at + i] < 0x80) return { value, bytes: i + 1 };
  }
  throw new RangeError('a number is too long');
}

async function tensorIn(file: FileHandle, span: Span): Promise<FloatTensor> {
  if (span.end - span.start > MOST_BYTES) throw new RangeError('the constant is too large');
  const shape: number[] = [];
  let type = 0;
  let bytes: Buffer = Buffer.alloc(0);
  for await (const { field, wire, value, start, end } of fieldsIn(file, span)) {
    if (field === DATA_TYPE) type = value;
    else if (field === DIMS && wire === 0) shape.push(value);
    else if (field === DIMS) shape.push(...(await packed(file, { start, end })));
    else if (field === RAW_DATA || (field === FLOAT_DATA && wire === 2))
      bytes = await read(file, { start, end });
  }
  const data = numbersIn(bytes, type);
  const length = shape.reduce((product, size) => product * size, 1);
  if (data.length !== length) throw new RangeError(`there are ${data.length} numbers for ${length} places`);
  return { shape, data };
}

function numbersIn(bytes: Buffer, type: number): Float32Array {
  if (type === FLOAT)
    return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readFloatLE(4 * i));
  if (type !== FLOAT16) throw new RangeError(`the constant is of type ${type}`);
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) => fromHalf(bytes.readUInt16LE(2 * i)));
}

async function packed(file: FileHandle, span: Span): Promise<number[]> {
  const bytes = await read(file, span);
  const values: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const next = varint(bytes, at);
    values.push(next.value);
    at += next.bytes;
  }
  return values;
}

async function read(file: FileHandle, { start, end }: Span): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
  if (bytesRead !== bytes.length) throw new RangeError('the file ends too early');
  return bytes;
}
