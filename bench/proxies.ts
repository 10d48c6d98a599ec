import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { drawThumbnails, frameIndex, framesEvery, makeWebProxy, probe, soundPeaks } from '@mondwerk/media';
import { SHARED } from './independent.ts';
import { residentOf } from './residentMemory.ts';

/** The film lasts 2 minutes; 10 times that is 20. */
const LOOPS = [1, 10];

const folder = join(import.meta.dirname, '../out/bench/proxies');
const at = (name: string): string => join(folder, name);

/** Runs something and tells how long it took and what memory it and its programs had at most. */
async function watched<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; megabytes: number }> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentOf(process.pid))), 100);
  const started = performance.now();
  const result = await work();
  clearInterval(watch);
  return { result, seconds: (performance.now() - started) / 1000, megabytes: Math.round(peak / 1024) };
}

mkdirSync(folder, { recursive: true });
const rows = [];
for (const loops of LOOPS) {
  const path = at(`film-${loops}.mp4`);
  const clip = join(SHARED, 'fixtures/grid/film.mp4');
  const args = ['-v', 'error', '-y', '-stream_loop', String(loops - 1), '-i', clip, '-c', 'copy', path];
  execFileSync('ffmpeg', args);
  const film = await probe(path);
  const frames = film.pts.length;
  const made = await watched(() => makeWebProxy(film, at('proxy.mp4'), { burnTimecode: true }));
  const proxy = await probe(made.result.path);
  const drawn = await watched(() =>
    drawThumbnails(proxy, framesEvery(proxy, 1), at('sheets'), { width: 160 }),
  );
  const heard = await watched(() => soundPeaks(film, { perSecond: 100 }, at('peaks')));
  const index = JSON.stringify(frameIndex(film, made.result)).length;
  rows.push({
    frames,
    'proxy, frames/s': Math.round(frames / made.seconds),
    'peak MB': made.megabytes,
    'proxy, MB': Math.round(statSync(at('proxy.mp4')).size / 1e6),
    'thumbnails, frames/s': Math.round(frames / drawn.seconds),
    'their peak MB': drawn.megabytes,
    sheets: drawn.result.sheets.length,
    'peaks, s': Math.round(heard.seconds * 10) / 10,
    'peaks, kB': Math.round((heard.result.pairs * 2) / 1000),
    'frame index, bytes': index,
  });
}
console.log('A film for browsers; memory is that of Mondwerk and its ffmpeg together');
console.table(rows);
