import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { alignSpeech, checkLanguage, phonemise, SOUND_RATE } from '@mondwerk/speech';
import { gridCase } from './alignGrid.ts';
import { processorSeconds } from './processorSeconds.ts';

/** What a process that aligns a long stem tells. */
export interface LongResult {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly errors: readonly number[];
  readonly fitting: number;
  readonly lines: number;
}

/** Aligns GRID's dub over and over as one stem of so many minutes, in a process of its own. */
export async function measureLong(minutes: number, script: 'timed' | 'plain'): Promise<LongResult> {
  const args = ['--disable-warning=ExperimentalWarning', import.meta.filename, String(minutes), script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout) as LongResult;
}

async function alignLong(minutes: number, timed: boolean): Promise<LongResult> {
  const { samples, lines: script, language, compare } = await gridCase('dub', 'truth.mp4');
  const once = samples.length / SOUND_RATE;
  const rounds = Math.ceil((minutes * 60) / once);
  const lines = Array.from({ length: rounds }, (_, round) =>
    script.map(({ text, span }, at) => ({
      ...{ index: round * script.length + at, text },
      ...(timed && { span: { start: span!.start + round * once, end: span!.end + round * once } }),
    })),
  ).flat();
  const said = await phonemise(lines, await checkLanguage(language));
  const before = processorSeconds();
  const found = await alignSpeech(repeated(samples, rounds), lines, said);
  const used = processorSeconds() - before;
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  const own = Map.groupBy(found.phones, ({ line }): number => line);
  const errors = lines.flatMap(({ index }) => {
    const round = Math.floor(index / script.length);
    return compare(index % script.length, own.get(index) ?? []).map(({ found: mine, real }) =>
      Math.abs(mine - real - round * once),
    );
  });
  const fitting = found.lines.filter(({ fits }) => fits).length;
  return {
    seconds: rounds * once,
    processorSeconds: used,
    peakMegabytes: peak,
    errors,
    fitting,
    lines: lines.length,
  };
}

/** A sound over and over, in portions of a second as decoders give them. */
function* repeated(samples: Float32Array, rounds: number): Generator<Float32Array> {
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < samples.length; at += SOUND_RATE) yield samples.subarray(at, at + SOUND_RATE);
  }
}

if (process.argv[1] === import.meta.filename) {
  const [minutes, script] = process.argv.slice(2);
  console.log(JSON.stringify(await alignLong(Number(minutes), script === 'timed')));
}
