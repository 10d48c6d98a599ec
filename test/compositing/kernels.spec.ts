import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WRITTEN = [
  ['libs/compositing/kernels', 'libs/compositing/src/kernels.wasm'],
  ['libs/face/kernels', 'libs/face/src/sampling/kernels.wasm'],
] as const;

describe('kernels', () => {
  it.each(WRITTEN)('of %s are compiled from the sources that lie there', (sources, compiled) => {
    const made = join(mkdtempSync(join(tmpdir(), 'mondwerk-kernels-')), 'kernels.wasm');
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/assemblyscript/bin/asc.js'),
        ...[`${sources}/index.ts`, '--config', `${sources}/asconfig.json`, '-o', made],
      ],
      { cwd: ROOT },
    );
    const committed = readFileSync(join(ROOT, compiled));
    expect(committed.equals(readFileSync(made)), 'run npm run kernels').toBe(true);
  });
});
