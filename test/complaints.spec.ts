import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COMPLAINTS = 25;

/** Number, complaint, and the file and title of a test. */
const rows = readFileSync(join(import.meta.dirname, '../docs/complaints.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| (\d+) +\| (.+?) +\| (.+?) +\|$/.exec(line);
    return cells === null ? [] : [{ number: Number(cells[1]), complaint: cells[2], tested: cells[3] }];
  });

/** Speed is measured: a test of it would fail on a busy machine. */
const MEASURED = [19];

describe('complaints about other tools', () => {
  it('are all answered', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: COMPLAINTS }, (_, i) => i + 1));
  });

  it.each(rows.filter(({ number }) => !MEASURED.includes(number)))(
    '$number, $complaint, has its test',
    ({ tested }) => {
      const [, file, title] = /^`([\w/.]+)`: (.+)$/.exec(tested)!;
      const code = readFileSync(join(import.meta.dirname, file), 'utf8');
      expect(code).toContain(`'${title}'`);
    },
  );
});
