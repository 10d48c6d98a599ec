import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';

/** Makes the files that people bring, each once, in a folder. */
export async function makeFiles(
  folder: string,
): Promise<Readonly<Record<'film' | 'voice' | 'script' | 'paper' | 'noise', string>>> {
  const at = (name: string): string => join(folder, name);
  const files = {
    film: at('film.mp4'),
    voice: at('voice.wav'),
    script: at('script.srt'),
    paper: at('paper.pdf'),
    noise: at('noise.mov'),
  };
  const picture = 'testsrc2=size=320x240:rate=24:duration=2';
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, ...encode, files.film]);
  const sound = 'sine=frequency=300:duration=3';
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', sound, files.voice]);
  await writeFile(files.script, '1\n00:00:00,500 --> 00:00:01,500\nANNA: Good morning.\n');
  await writeFile(files.paper, '%PDF-1.7\n%%EOF\n');
  await writeFile(files.noise, randomBytes(40_000));
  return files;
}

/** SHA-256 of a file, in hexadecimal. */
export const sha256Of = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
