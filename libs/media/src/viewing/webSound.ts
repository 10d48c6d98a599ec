import { rename, rm } from 'node:fs/promises';
import { checkWritable, partialName } from '../checkOut.ts';
import { fillGapsFromZero } from '../fillGaps.ts';
import { fileArgument, ProgramError, startProgram } from '../program.ts';
import { damagedSound, probeSound } from '../sound.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { fewerChannels } from './viewingSound.ts';

/** How long a sound shall be. */
export interface WebSoundOptions {
  /** The rest is cut off, or silence added. */
  readonly seconds: number;
  /** Aborted when a person stops the run. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a sound file as browsers play it beside a proxy: AAC in an MP4, mono or stereo, its first sample at 0, the
 * index in front. Equal sounds give equal bytes. Memory does not grow with the sound; `out` appears only when complete.
 * @throws Refusal of `probeSound`, `damaged-sound`, and those of a file that cannot be written.
 */
export async function makeWebSound(
  path: string,
  out: string,
  { seconds, signal }: WebSoundOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const { channels } = await probeSound(path);
  await checkWritable(out);
  const encoder = startProgram('ffmpeg', webSoundArgs(path, channels, seconds, partialName(out)));
  const stop = (): void => encoder.stop();
  signal?.addEventListener('abort', stop, { once: true });
  encoder.stdin.end();
  encoder.stdout.resume();
  try {
    await endedWell(out, encoder);
    await rename(partialName(out), out);
  } catch (error) {
    await rm(partialName(out), { force: true });
    signal?.throwIfAborted();
    const refusal = writeRefusal(out, error);
    throw refusal instanceof ProgramError ? damagedSound(path, refusal) : refusal;
  } finally {
    encoder.stop();
    signal?.removeEventListener('abort', stop);
  }
}

function webSoundArgs(path: string, channels: number, seconds: number, out: string): string[] {
  const length = `apad,atrim=end=${seconds.toFixed(6)}`;
  return [
    ...['-v', 'error', '-nostdin', '-i', fileArgument(path), '-map', '0:a:0', '-vn'],
    ...['-af', `${fillGapsFromZero}:osr=48000,${length},${fewerChannels(channels)}`],
    ...[
      '-c:a',
      'aac',
      '-b:a',
      channels === 1 ? '64k' : '112k',
      '-aac_coder',
      'fast',
      '-flags:a',
      '+bitexact',
    ],
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'],
    ...['-movflags', '+faststart', '-movie_timescale', '48000', '-f', 'mp4', '-y', fileArgument(out)],
  ];
}
