import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rate } from '@mondwerk/film';
import { renderPerformer, type Shooting } from '../performer/index.ts';

/** Draws a performer at 25 frames a second into a file without loss and without sound. */
export async function drawShot(file: string, shooting: Omit<Shooting, 'rate'>): Promise<void> {
  const { width, height } = shooting;
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
      ...['-r', '25', '-i', '-', '-vf', 'scale=out_color_matrix=bt709:out_range=tv'],
      ...['-colorspace', 'bt709', '-color_range', 'tv', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-c:v', 'ffv1', '-pix_fmt', 'yuv420p', file],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const done = once(ffmpeg, 'close');
  for await (const frame of renderPerformer({ ...shooting, rate: rate(25), threads: 2 })) {
    if (!ffmpeg.stdin.write(frame)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await done;
  if (code !== 0) throw new Error(`ffmpeg could not write ${file}`);
}
