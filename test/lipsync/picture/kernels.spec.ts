import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const KERNELS = 'libs/lipsync/kernels';

describe('kernels', () => {
  it('are compiled from the sources that lie beside them', () => {
    const made = join(mkdtempSync(join(tmpdir(), 'mondwerk-kernels-')), 'kernels.wasm');
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/assemblyscript/bin/asc.js'),
        ...[`${KERNELS}/index.ts`, '--config', `${KERNELS}/asconfig.json`, '-o', made],
      ],
      { cwd: ROOT },
    );
    const committed = readFileSync(join(ROOT, 'libs/lipsync/src/picture/kernels.wasm'));
    expect(committed.equals(readFileSync(made)), 'run npm run kernels').toBe(true);
  });
});
