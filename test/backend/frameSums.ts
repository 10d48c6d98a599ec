import { runProgram } from '@mondwerk/media';

/** A sum of every frame's samples in a film, in order. */
export async function frameSums(film: string): Promise<string[]> {
  const args = ['-v', 'error', '-i', film, '-map', '0:v', '-fps_mode', 'passthrough', '-f', 'framemd5', '-'];
  const { printed } = await runProgram('ffmpeg', args);
  const lines = printed.split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)!.trim());
}

/** The frames in which two films of equally many differ. */
export async function differingFrames(one: string, other: string): Promise<number[]> {
  const [ours, theirs] = [await frameSums(one), await frameSums(other)];
  if (ours.length !== theirs.length) throw new Error(`${ours.length} frames beside ${theirs.length}`);
  return ours.flatMap((sum, frame) => (sum === theirs[frame] ? [] : [frame]));
}
