import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub } from '../test/performer/index.ts';
import { claims, measureDub } from './dubbing.ts';
import { generatorSpeed } from './generatorSpeed.ts';
import { SHARED } from './independent.ts';
import { plainTranscode } from './plainTranscode.ts';
import { processorSeconds } from './processorSeconds.ts';

const kitchen = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/speed');
const SECONDS_A_LINE = 4;
const FOUR_K = { seconds: 4, scale: 'scale=2160:3840:flags=lanczos' };

/** The first seconds of kitchen.mp4 twice as large in both directions. */
function enlarge(out: string): string {
  const encoding = ['-c:v', 'libx264', '-preset', 'fast', '-crf', '14', '-c:a', 'copy'];
  const cut = ['-i', kitchen, '-t', String(FOUR_K.seconds), '-vf', FOUR_K.scale];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...cut, ...encoding, out]);
  return out;
}

async function compare(name: string, film: string): Promise<void> {
  const at = (file: string): string => join(folder, `${name}-${file}`);
  const { clock, pts } = await probe(film);
  const count = Math.max(1, Math.floor(clock.end / SECONDS_A_LINE));
  const starts = Array.from({ length: count }, (_, index) => 0.6 + index * SECONDS_A_LINE);
  mkdirSync(at('voice'), { recursive: true });
  const { voice, script } = await makeDub(at('voice'), { language: 'es', starts, seconds: clock.end });
  const before = processorSeconds();
  const seconds = plainTranscode(film, at('plain.mp4'));
  const processor = processorSeconds() - before;
  const dub = await measureDub({
    ...{ film, voice, script, language: 'es' },
    ...{ out: at('out.mp4'), report: at('out.json') },
  });
  const row = (wall: number, spent: number) => ({
    seconds: wall.toFixed(1),
    times: (wall / seconds).toFixed(2),
    'frames/s': (pts.length / wall).toFixed(1),
    'processor seconds': spent.toFixed(1),
    'times, processor': (spent / processor).toFixed(2),
  });
  console.log(
    `A whole dub of ${name} (${pts.length} frames) without a work folder, against a plain transcode (libx264 medium crf 16)`,
  );
  // What it would take with all cores, were there nothing else to do: no face found, nothing pasted, nothing encoded.
  const network = (generator.processor * pts.length) / 1000;
  console.table({
    transcode: row(seconds, processor),
    dub: row(dub.seconds, dub.processorSeconds),
    'a 96 px generator, network alone': row(network / cpus().length, network),
  });
  console.table(claims(dub.report));
  console.table(dub.report.stages);
  console.log('Processor seconds by phase, by part, and peak resident memory in MB');
  console.table(dub.phases);
  console.table(dub.parts);
  console.table(dub.megabytes);
}

mkdirSync(folder, { recursive: true });
const generator = await generatorSpeed(1);
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
await compare('kitchen.mp4', kitchen);
await compare('kitchen in 4K', enlarge(join(folder, '4k.mp4')));
