import { writeFile } from 'node:fs/promises';
import type { Speech, SpokenLine } from './speech.ts';

/** Writes a speech as a 16-bit mono WAV. */
export async function writeWav(
  path: string,
  { samples, sampleRate }: Pick<Speech, 'samples' | 'sampleRate'>,
): Promise<void> {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  await writeFile(
    path,
    Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]),
  );
}

/** Writes lines with their times as SubRip. */
export async function writeScript(path: string, lines: readonly SpokenLine[]): Promise<void> {
  const events = lines.map(
    ({ text, start, end }, i) => `${i + 1}\n${clock(start)} --> ${clock(end)}\n${text}\n`,
  );
  await writeFile(path, events.join('\n'));
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${two(ms / 3600000)}:${two((ms / 60000) % 60)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`;
}
