import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { openOn, type Device } from './session.ts';

/** Numbers with the lengths of their axes, the last axis running fastest. */
export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** One input or output of a network as its file says it. */
export interface NetworkValue {
  readonly name: string;
  /** As onnxruntime calls it: float32, float16, float64, … */
  readonly type: string;
  /** Lengths of the axes, `null` where the file leaves one open. */
  readonly shape: readonly (number | null)[];
}

/** A network of any shape that is ready to run. */
export interface Network {
  readonly device: Device;
  readonly inputs: readonly NetworkValue[];
  readonly outputs: readonly NetworkValue[];
  /** Runs on one tensor for each input; where an input is float64 the numbers are widened. @throws Error as onnxruntime does. */
  run(inputs: Readonly<Record<string, FloatTensor>>): Promise<Record<string, FloatTensor>>;
  close(): Promise<void>;
}

/**
 * Opens an ONNX file that somebody brought, on the first device that takes it.
 * @throws Refusal `network-unreadable` when it is none, or the graphics card was asked for by name and cannot be used.
 */
export async function openNetwork(
  path: string,
  { devices, threads }: { readonly devices?: readonly Device[]; readonly threads?: number } = {},
): Promise<Network> {
  const { session, device } = await openOn(path, devices, threads).catch((cause: unknown) => {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(
      'network-unreadable',
      `${basename(path)} cannot be opened as a network: give a whole ONNX file (.onnx, .dfm) that needs no other files.`,
      { cause },
    );
  });
  return {
    device,
    inputs: session.inputMetadata.map(valueOf),
    outputs: session.outputMetadata.map(valueOf),
    run: (inputs) => run(session, inputs),
    close: () => session.release(),
  };
}

const valueOf = (value: InferenceSession.ValueMetadata): NetworkValue =>
  value.isTensor
    ? { name: value.name, type: value.type, shape: value.shape.map(lengthOf) }
    : { name: value.name, type: 'none', shape: [] };

const lengthOf = (length: number | string): number | null =>
  typeof length === 'number' && length > 0 ? length : null;

async function run(
  session: InferenceSession,
  inputs: Readonly<Record<string, FloatTensor>>,
): Promise<Record<string, FloatTensor>> {
  const types = new Map(session.inputMetadata.map((value) => [value.name, value.isTensor ? value.type : '']));
  const feeds = Object.entries(inputs).map(([name, { data, shape }]) => [
    name,
    types.get(name) === 'float64'
      ? new Tensor('float64', Float64Array.from(data), shape)
      : new Tensor('float32', data, shape),
  ]);
  const outputs = await session.run(Object.fromEntries(feeds) as Record<string, Tensor>);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data, dims }]) => [
      name,
      { data: data instanceof Float32Array ? data : Float32Array.from(data as Float64Array), shape: dims },
    ]),
  );
}
