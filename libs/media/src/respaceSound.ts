import { rename, rm } from 'node:fs/promises';
import { readable } from './checkFilm.ts';
import { fillGapsFromZero } from './fillGaps.ts';
import { fileArgument, startProgram, type RunningProgram } from './program.ts';
import { sendAll } from './sendAll.ts';
import { damagedSound, probeSound } from './sound.ts';
import { layPieces, type SoundPiece } from './soundPieces.ts';
import { endedWell, writeRefusal } from './writeRefusal.ts';

/**
 * Writes a sound anew as WAV (RF64 where it is long): each piece lies at its second `at`, silence lies between, and the
 * whole lasts `seconds`. Channels and sample rate stay; samples that are not next to a cut stay as they are, with 24
 * bits, or as floats where the sound has these. Memory does not grow with the sound. `out` appears only when complete.
 * @throws Refusal of `probeSound`, `damaged-sound`, `disk-full` and the others of a file that cannot be written.
 */
export async function respaceSound(
  path: string,
  pieces: readonly SoundPiece[],
  seconds: number,
  out: string,
): Promise<void> {
  const { channels, sampleRate } = await probeSound(path);
  const raw = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', String(channels)];
  const decoder = startProgram('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-i', fileArgument(path), '-map', '0:a:0'],
    ...['-af', fillGapsFromZero, '-c:a', 'pcm_f32le', ...raw, 'pipe:1'],
  ]);
  const partial = `${out}.partial`;
  const encoder = startProgram('ffmpeg', [
    ...['-v', 'error', ...raw, '-i', 'pipe:0', '-c:a', await sampleFormat(path)],
    ...['-rf64', 'auto', '-f', 'wav', '-y', fileArgument(partial)],
  ]);
  decoder.stdin.end();
  const laid = layPieces(decoder.stdout, pieces, seconds, { channels, sampleRate });
  try {
    await Promise.race([encoder.ended, send(laid, encoder).catch(() => encoder.ended)]);
    await endedWell(out, encoder);
    await decoder.ended.catch((error: unknown) => Promise.reject(damagedSound(path, error)));
    await rename(partial, out);
  } catch (error) {
    throw writeRefusal(out, error);
  } finally {
    [decoder, encoder].forEach((program) => program.stop());
    await rm(partial, { force: true });
  }
}

async function send(sound: AsyncIterable<Float32Array>, encoder: RunningProgram): Promise<void> {
  for await (const { buffer, byteOffset, byteLength } of sound) {
    await sendAll(encoder.stdin, [new Uint8Array(buffer, byteOffset, byteLength)]);
  }
  encoder.stdin.end();
  await encoder.ended;
}

/** 24 bits hold every whole-number sample of a mix; floats may be louder than full scale. */
async function sampleFormat(path: string): Promise<string> {
  const stream = (await readable(path)).streams.find(({ codec_type: type }) => type === 'audio');
  return /^(u8|s16|s32)p?$/.test(stream?.sample_fmt ?? '') ? 'pcm_s24le' : 'pcm_f32le';
}
