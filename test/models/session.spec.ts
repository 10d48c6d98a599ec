import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { DEVICE_VARIABLE, openModel, wantedDevices } from '@mondwerk/models';
import { afterEach, describe, expect, it, vi } from 'vitest';

const onnxruntime = dirname(createRequire(import.meta.url).resolve('onnxruntime-node'));
const withCuda = existsSync(
  join(onnxruntime, '../bin/napi-v6', platform, arch, 'libonnxruntime_providers_cuda.so'),
);

describe('wantedDevices', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each([undefined, ''])('is whatever is there when the environment names none (%j)', (named) => {
    vi.stubEnv(DEVICE_VARIABLE, named);
    expect(wantedDevices()).toEqual(withCuda ? ['cuda', 'cpu'] : ['cpu']);
  });

  it('is the processor alone when that is named', () => {
    vi.stubEnv(DEVICE_VARIABLE, 'cpu');
    expect(wantedDevices()).toEqual(['cpu']);
  });

  it('names what may be named', () => {
    vi.stubEnv(DEVICE_VARIABLE, 'gpu');
    expect(() => wantedDevices()).toThrow('MONDWERK_DEVICE is “gpu”; it may be cpu or cuda.');
  });

  it.skipIf(withCuda)(
    'says what is missing rather than taking the processor instead of the card',
    async () => {
      vi.stubEnv(DEVICE_VARIABLE, 'cuda');
      await expect(openModel('facemesh')).rejects.toThrow(
        /installed without libonnxruntime_providers_cuda\.so; run/,
      );
    },
  );
});
