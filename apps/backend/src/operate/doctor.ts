import { openSurroundings } from './surroundings.ts';
import { EXAMINATIONS } from './examinations.ts';
import type { Finding } from './finding.ts';

const SIGNS = { ok: '  ok  ', warn: ' warn ', fail: ' FAIL ' } as const;

/** One line of the doctor's report. */
export interface Examined extends Finding {
  readonly about: string;
}

/** Looks whether all that Mondwerk needs is there and works. Prints a line for each; returns 1 when something fails. */
export async function doctor(environment: NodeJS.ProcessEnv, json: boolean): Promise<number> {
  const found = await examine(environment, (examined) => {
    if (!json) process.stdout.write(`${lineOf(examined)}\n`);
  });
  const well = found.every(({ result }) => result !== 'fail');
  if (json) process.stdout.write(`${JSON.stringify({ well, found }, null, 2)}\n`);
  return well ? 0 : 1;
}

/** Examines one thing after the other, telling each finding at once. */
export async function examine(
  environment: NodeJS.ProcessEnv,
  tell: (examined: Examined) => void,
): Promise<readonly Examined[]> {
  const surroundings = await openSurroundings(environment);
  const found: Examined[] = [];
  try {
    for (const [about, look] of Object.entries(EXAMINATIONS)) {
      const finding = await look(surroundings).catch(failed);
      found.push({ about, ...finding });
      tell(found.at(-1)!);
    }
  } finally {
    await surroundings.close();
  }
  return found;
}

const failed = (error: unknown): Finding => ({
  result: 'fail',
  said: error instanceof Error ? error.message : String(error),
});

function lineOf({ about, result, said, way }: Examined): string {
  const line = `${SIGNS[result]} ${about.padEnd(10)} ${said}`;
  return way === undefined ? line : `${line}\n${' '.repeat(18)}→ ${way}`;
}
