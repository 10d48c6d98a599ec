import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';

import { Refusal } from '@mondwerk/film';
import { InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node';

import type { ModelInput } from './cards.ts';

/** A network that is ready to run; one input, named outputs. */
export interface Session {
  /** Where it runs. */
  readonly device: Device;
  /** Runs on `[1, size, size, 3]` numbers and returns the wanted outputs, all of them when none is named. */
  run(input: Float32Array, wanted?: readonly string[]): Promise<Record<string, Float32Array>>;
  close(): Promise<void>;
}

/** The devices that onnxruntime may run a network on. */
export type Device = 'cuda' | 'cpu';

/** One thread a session: two fight for the same cores, and other sessions run beside this one. */
const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  logSeverityLevel: 4,
} as const;

/**
 * Opens an ONNX file on the first device that takes it.
 * @throws Refusal when the graphics card was asked for by name and cannot be used.
 */
export async function openSession(
  model: string | Uint8Array,
  input: ModelInput,
  devices: readonly Device[] = wantedDevices(),
): Promise<Session> {
  const { session, device } = await openOn(model, devices);
  return sessionOf(session, input, device);
}

/**
 * Opens an ONNX file on the first device that takes it, as onnxruntime has it.
 * @throws Refusal when the graphics card was asked for by name and cannot be used.
 */
export async function openOn(
  model: string | Uint8Array,
  devices: readonly Device[] = wantedDevices(),
  threads = 1,
): Promise<{ readonly session: InferenceSession; readonly device: Device }> {
  const [device, ...others] = devices;
  try {
    return { session: await create(model, device, threads), device };
  } catch (error) {
    if (others.length > 0) return openOn(model, others, threads);
    if (device === 'cuda') throw cudaRefusal('it does not work on this machine', { cause: error });
    throw error;
  }
}

/** The environment variable that names the only device to be used. */
export const DEVICE_VARIABLE = 'MONDWERK_DEVICE';

/**
 * The device that the environment names, else the graphics card first where onnxruntime was installed with the library that
 * drives it. @throws Refusal when the named one is unknown, or is the graphics card and that library is missing.
 */
export function wantedDevices(): readonly Device[] {
  const named = process.env[DEVICE_VARIABLE] || undefined;
  if (named === 'cpu') return ['cpu'];
  if (named === undefined) return hasCuda() ? ['cuda', 'cpu'] : ['cpu'];
  if (named !== 'cuda')
    throw new Refusal('device-unknown', `${DEVICE_VARIABLE} is “${named}”; it may be cpu or cuda.`);
  if (!hasCuda()) throw cudaRefusal(`onnxruntime-node is installed without ${CUDA_LIBRARY}`);
  return ['cuda'];
}

const cudaRefusal = (why: string, options?: ErrorOptions): Refusal =>
  new Refusal(
    'no-cuda',
    `CUDA was asked for, but ${why}; ` +
      'run “ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node” where CUDA 12 and cuDNN 9 are, or ask for the cpu.',
    options,
  );

function hasCuda(): boolean {
  const listed = listSupportedBackends().some((backend) => backend.name === 'cuda');
  return listed && existsSync(join(librariesFolder(), CUDA_LIBRARY));
}

// onnxruntime lists CUDA even where its library is absent, and complains on the terminal when it is asked for.
const CUDA_LIBRARY =
  platform === 'win32' ? 'onnxruntime_providers_cuda.dll' : 'libonnxruntime_providers_cuda.so';

const librariesFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node')), '../bin/napi-v6', platform, arch);

const create = (model: string | Uint8Array, device: Device, threads: number): Promise<InferenceSession> => {
  const options = { ...OPTIONS, intraOpNumThreads: threads, executionProviders: [device] };
  return typeof model === 'string'
    ? InferenceSession.create(model, options)
    : InferenceSession.create(model, options);
};

function sessionOf(session: InferenceSession, { size }: ModelInput, device: Device): Session {
  const shape = [1, size, size, 3];
  return {
    device,
    async run(input, wanted = session.outputNames) {
      const feeds = { [session.inputNames[0]]: new Tensor('float32', input, shape) };
      const outputs = await session.run(feeds, wanted);
      return Object.fromEntries(wanted.map((name) => [name, outputs[name].data as Float32Array]));
    },
    close: () => session.release(),
  };
}
