import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rate } from '@mondwerk/film';
import { runProgram } from '@mondwerk/media';
import {
  makeDub,
  makePerformerFilm,
  wholeMotion,
  type Dub,
  type PerformerName,
  type PerformerFilm,
} from '../performer/index.ts';
import { mouthMotion } from '../performer/mouthMotion.ts';
import { drawShot } from './drawnShot.ts';

/** A film in which somebody is never seen speaking, a dub in which they speak, and other footage in which they do. */
export interface SilentFilm {
  readonly film: string;
  readonly frames: number;
  readonly dub: Dub;
  /** Of another size, another pixel format and another frame rate. */
  readonly footage: PerformerFilm;
  /** Footage of somebody else. */
  readonly stranger: string;
}

const FRAMES = 90;

/** Films a silent performer, and the same one speaking for another film, into a folder. */
export async function makeSilentFilm(
  folder: string,
  performer: PerformerName,
  size = 300,
): Promise<SilentFilm> {
  await mkdir(folder, { recursive: true });
  const [drawn, film] = [join(folder, 'drawn.mkv'), join(folder, 'film.mp4')];
  const motion = wholeMotion(mouthMotion([]), 2);
  await drawShot(drawn, { performer, width: size, height: size, frames: FRAMES, motion, seed: 2 });
  await runProgram('ffmpeg', [
    ...['-v', 'error', '-y', '-i', drawn, '-f', 'lavfi', '-i', 'anoisesrc=a=0.001:c=brown', '-shortest'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', '-pix_fmt', 'yuv420p', '-c:a', 'aac', film],
  ]);
  const dub = await makeDub(folder, {
    language: 'es',
    starts: [0.4],
    seconds: FRAMES / 25,
    lines: ['Abramos la ventana y cantemos, mi padre.'],
  });
  const spoken = await makePerformerFilm(join(folder, 'other'), {
    performer,
    lines: ['Maybe my brother will move the big boat.'],
    ...{ width: size + 104, height: size + 40, rate: rate(30), seed: 5, threads: 2 },
  });
  const footage = join(folder, 'trailer.mov');
  await runProgram('ffmpeg', [
    ...[
      '-v',
      'error',
      '-y',
      '-i',
      spoken.film,
      '-c:v',
      'prores_ks',
      '-pix_fmt',
      'yuv422p10le',
      '-c:a',
      'copy',
    ],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', footage],
  ]);
  const stranger = join(folder, 'stranger.mkv');
  const other = performer === 'elias' ? 'anton' : 'elias';
  await drawShot(stranger, { performer: other, width: size, height: size, frames: 20, motion, seed: 7 });
  return { film, frames: FRAMES, dub, footage: { ...spoken, film: footage }, stranger };
}
