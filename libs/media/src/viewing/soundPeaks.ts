import { open, rename, rm } from 'node:fs/promises';
import { partialName } from '../checkOut.ts';
import { fillGapsFromZero } from '../fillGaps.ts';
import type { Film } from '../film.ts';
import { fileArgument, startProgram, type RunningProgram } from '../program.ts';
import { damagedSound, noAudio, probeSound } from '../sound.ts';
import { writeRefusal } from '../writeRefusal.ts';
import { PeakBins } from './peakBins.ts';

/** Samples a second that peaks are taken from. */
const SAMPLE_RATE = 48_000;

/** How fine peaks are, and which of a film's sounds they are of. */
export interface PeakOptions {
  /** Pairs a second; divides 48,000. */
  readonly perSecond: number;
  /** Place in `film.audio`; a sound file has only 0. */
  readonly track?: number;
  /** How long the sound is taken to be: the rest is left out, or silence added. As it is when not given. */
  readonly seconds?: number;
  /** Aborted when a person stops the run. */
  readonly signal?: AbortSignal;
}

/** What stands in a file of peaks: `pairs` × (lowest, highest) as int8, -127..127, over all channels. */
export interface PeakHeader {
  readonly perSecond: number;
  readonly pairs: number;
}

/**
 * Writes the lowest and highest sample of every stretch of a sound, for drawing it. A film's begins with its first
 * frame, a sound file's with its first sample. Memory does not grow with the sound; `out` appears only when complete.
 * @throws RangeError when `perSecond` does not divide 48,000.
 * @throws Refusal `no-audio`, `damaged-sound`, and those of a file that cannot be read or written.
 */
export async function soundPeaks(
  sound: Film | string,
  { perSecond, track = 0, seconds, signal }: PeakOptions,
  out: string,
): Promise<PeakHeader> {
  const stretch = SAMPLE_RATE / perSecond;
  if (!Number.isInteger(stretch))
    throw new RangeError(`${perSecond} peaks a second do not divide ${SAMPLE_RATE}`);
  signal?.throwIfAborted();
  const { path, args, channels } = await sourceOf(sound, track, seconds);
  const decoder = startProgram('ffmpeg', args);
  decoder.stdin.end();
  try {
    const pairs = await writePairs(decoder, new PeakBins(stretch, channels), out, signal);
    await decoder.ended.catch((error: unknown) => Promise.reject(damagedSound(path, error)));
    await rename(partialName(out), out);
    return { perSecond, pairs };
  } catch (error) {
    throw writeRefusal(out, error);
  } finally {
    decoder.stop();
    await rm(partialName(out), { force: true });
  }
}

async function writePairs(
  decoder: RunningProgram,
  bins: PeakBins,
  out: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const file = await open(partialName(out), 'w');
  let written = 0;
  try {
    for await (const chunk of decoder.stdout) {
      signal?.throwIfAborted();
      const pairs = bins.take(chunk as Buffer);
      if (pairs.length > 0) await file.write(pairs);
      written += pairs.length;
    }
    const last = bins.rest();
    if (last.length > 0) await file.write(last);
    return (written + last.length) / 2;
  } finally {
    await file.close();
  }
}

interface Source {
  readonly path: string;
  readonly args: readonly string[];
  readonly channels: number;
}

async function sourceOf(sound: Film | string, track: number, seconds?: number): Promise<Source> {
  const { path, map, zero, channels } =
    typeof sound === 'string' ? await fileSource(sound) : filmSource(sound, track);
  const length = seconds === undefined ? '' : `,apad,atrim=end=${seconds.toFixed(6)}`;
  const filters = `${zero},${fillGapsFromZero}:osr=${SAMPLE_RATE}${length}`;
  const args = [
    ...['-v', 'error', '-nostdin', '-copyts', '-i', fileArgument(path), '-map', map, '-af', filters],
    ...['-ar', String(SAMPLE_RATE), '-c:a', 'pcm_s16le', '-f', 's16le', 'pipe:1'],
  ];
  return { path, args, channels };
}

async function fileSource(path: string): Promise<FoundSound> {
  return { path, map: '0:a:0', zero: 'asetpts=PTS-STARTPTS', channels: (await probeSound(path)).channels };
}

interface FoundSound {
  readonly path: string;
  readonly map: string;
  readonly zero: string;
  readonly channels: number;
}

function filmSource(film: Film, track: number): FoundSound {
  const stream = film.audio[track];
  if (!stream) throw noAudio(film.path);
  const zero = `asetpts=PTS-${film.start.toFixed(6)}/TB`;
  return { path: film.path, map: `0:${stream.index}`, zero, channels: stream.channels };
}
