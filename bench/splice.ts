import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub, makePerformerFilm } from '../test/performer/index.ts';
import { measureDub } from './dubbing.ts';
import { SHARED } from './independent.ts';
import { plainTranscode } from './plainTranscode.ts';
import { processorSeconds } from './processorSeconds.ts';

/** A film of about so many seconds, of which a fifth is dubbed. */
const SECONDS = 100;
const encoding = ['-c:v', 'libx264', '-preset', 'medium', '-crf', '18', '-g', '50'];

const folder = join(import.meta.dirname, '../out/bench/splice');
mkdirSync(folder, { recursive: true });
const at = (name: string): string => join(folder, name);
const ffmpeg = (...args: readonly string[]): void =>
  void execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Five scenes of those films, told apart by being mirrored and lit otherwise, as one film with sound. */
function fiveScenes(films: readonly string[], out: string): void {
  const looks = ['null', 'hflip', 'eq=brightness=0.06', 'hflip,eq=contrast=0.9', 'eq=saturation=0.7'];
  const length = SECONDS / looks.length;
  const scenes = looks.map(
    (look, i) =>
      `[${i}:v]${look},fps=25,setsar=1[v${i}];[${i}:a]aresample=48000,apad,atrim=end=${length}[a${i}]`,
  );
  const joined = `${looks.map((_, i) => `[v${i}][a${i}]`).join('')}concat=n=${looks.length}:v=1:a=1[v][a]`;
  ffmpeg(
    ...looks.flatMap((_, i) => ['-stream_loop', '-1', '-t', String(length), '-i', films[i % films.length]]),
    ...['-filter_complex', [...scenes, joined].join(';'), '-map', '[v]', '-map', '[a]'],
    ...[...encoding, '-pix_fmt', 'yuv420p', '-c:a', 'aac', out],
  );
}

async function scenesOf(name: 'filmed' | 'drawn'): Promise<readonly string[]> {
  if (name === 'filmed')
    return ['kitchen', 'garden'].map((clip) => join(SHARED, `fixtures/clips/${clip}.mp4`));
  const drawn = await makePerformerFilm(at('performer'), { performer: 'mira', width: 720, height: 720 });
  return [drawn.film];
}

function pictureSums(path: string): string[] {
  const args = [
    '-v',
    'error',
    '-i',
    path,
    '-map',
    '0:V:0',
    '-fps_mode',
    'passthrough',
    '-f',
    'framemd5',
    '-',
  ];
  const printed = execFileSync('ffmpeg', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return printed
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)!);
}

async function measure(name: 'filmed' | 'drawn'): Promise<void> {
  const film = at(`${name}.mp4`);
  if (!existsSync(film)) fiveScenes(await scenesOf(name), film);
  const { end } = (await probe(film)).clock;
  // The second of five scenes is dubbed.
  const starts = [0.6, 4.6, 8.6, 12.6, 16.6].map((start) => end / 5 + start);
  const { voice, script } = await makeDub(at(`${name}-dub`), { language: 'es', starts, seconds: end });
  const timed = async <T>(work: () => T | Promise<T>): Promise<{ result: T; processor: number }> => {
    const before = processorSeconds();
    const result = await work();
    return { result, processor: processorSeconds() - before };
  };
  const transcode = await timed(() => plainTranscode(film, at('plain.mp4')));
  const order = {
    film,
    voice,
    script,
    language: 'es',
    out: at(`${name}-out.mp4`),
    report: at(`${name}-out.json`),
  };
  const dub = await timed(() => measureDub(order, ['splice']));
  const { report, seconds, peakMegabytes } = dub.result;
  const [before, after] = [pictureSums(film), pictureSums(order.out)];
  const copied = report.copied!.flatMap(({ frames: { start, end: to } }) =>
    Array.from({ length: to - start }, (_, i) => start + i),
  );
  const same = copied.filter((frame) => before[frame] === after[frame]).length;
  console.log(
    `A film of ${Math.round(end)} s (${name}), a fifth of it dubbed with --splice, against a plain transcode`,
  );
  console.table({
    transcode: {
      seconds: transcode.result.toFixed(1),
      'processor seconds': transcode.processor.toFixed(1),
      times: '1.00',
    },
    splice: {
      ...{ seconds: seconds.toFixed(1), 'processor seconds': dub.processor.toFixed(1) },
      times: (seconds / transcode.result).toFixed(2),
    },
  });
  console.table({
    'processor time against the transcode': (dub.processor / transcode.processor).toFixed(2),
    'copied frames': `${copied.length} of ${before.length} (${Math.round((100 * copied.length) / before.length)}%)`,
    'of them with the same samples': `${same} of ${copied.length}`,
    'frames in all': `${after.length} of ${before.length}`,
    'peak MB': peakMegabytes,
  });
  console.table(report.stages.filter(({ reused }) => !reused));
}

if (existsSync(SHARED)) await measure('filmed');
await measure('drawn');
