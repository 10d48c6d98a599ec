import type { Film } from '../film.ts';
import { bytesOfDump } from '../partPackets.ts';
import { fileArgument, runProgram } from '../program.ts';
import { z } from 'zod';
import { readAvcSetup, readHevcSetup, type DecoderSetup } from './parameterSets.ts';

const shape = z.object({ streams: z.tuple([z.object({ extradata: z.string().default('') })]) });

/** Reads how the pictures of an H.264 or H.265 film are set up. */
export async function readSetup({ path, codec }: Pick<Film, 'path' | 'codec'>): Promise<DecoderSetup> {
  const { printed } = await runProgram('ffprobe', [
    ...['-v', 'error', '-show_data', '-select_streams', 'V:0', '-of', 'json'],
    ...['-show_entries', 'stream=extradata', fileArgument(path)],
  ]);
  const [{ extradata }] = shape.parse(JSON.parse(printed)).streams;
  return (codec === 'h264' ? readAvcSetup : readHevcSetup)(bytesOfDump(extradata));
}
