import { z } from 'zod';
import { fileArgument, ProgramError, runProgram } from './program.ts';
import type { SideData } from './staticHdr.ts';

const answerShape = z.object({
  frames: z
    .array(z.object({ side_data_list: z.array(z.looseObject({ side_data_type: z.string() })).default([]) }))
    .default([]),
});

/** Decodes a film's first frame for what is said beside its samples: nothing where it cannot be decoded. */
export async function readFirstFrame(path: string): Promise<SideData[]> {
  const { printed } = await runProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', 'V:0', '-read_intervals', '%+#1', '-of', 'json'],
    ...['-show_entries', 'frame=pts:frame_side_data', fileArgument(path)],
  ]).catch((error: unknown) => {
    if (error instanceof ProgramError) return { printed: '{}' };
    throw error;
  });
  return answerShape.parse(JSON.parse(printed)).frames.flatMap((frame) => frame.side_data_list);
}
