import { z } from 'zod';
import { fileArgument, runProgram } from './program.ts';

const tags = z.record(z.string(), z.string()).default({});

const streamShape = z.object({
  index: z.number(),
  codec_type: z.string().default('data'),
  codec_name: z.string().default('unknown'),
  width: z.number().default(0),
  height: z.number().default(0),
  pix_fmt: z.string().default('unknown'),
  color_range: z.string().default('unknown'),
  color_space: z.string().default('unknown'),
  color_transfer: z.string().default('unknown'),
  color_primaries: z.string().default('unknown'),
  chroma_location: z.string().default('unspecified'),
  field_order: z.string().default('unknown'),
  sample_aspect_ratio: z.string().default('1:1'),
  r_frame_rate: z.string().default('0/0'),
  avg_frame_rate: z.string().default('0/0'),
  time_base: z.string().default('0/1'),
  start_time: z.coerce.number().default(0),
  nb_frames: z.coerce.number().optional(),
  sample_fmt: z.string().default('unknown'),
  channels: z.number().default(0),
  sample_rate: z.coerce.number().default(0),
  duration: z.coerce.number().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  side_data_list: z
    .array(
      z.looseObject({
        side_data_type: z.string().default('unknown'),
        rotation: z.coerce.number().default(0),
        dv_profile: z.number().optional(),
        dv_bl_signal_compatibility_id: z.number().default(0),
      }),
    )
    .default([]),
  tags,
});

const answerShape = z.object({
  streams: z.array(streamShape).default([]),
  format: z
    .object({
      format_name: z.string().default('unknown'),
      start_time: z.coerce.number().default(0),
      duration: z.coerce.number().optional(),
      tags,
    })
    .default({ format_name: 'unknown', start_time: 0, tags: {} }),
});

/** One stream as ffprobe describes it. */
export type ProbedStream = z.infer<typeof streamShape>;

/** A file as ffprobe describes it. */
export type ProbedFile = z.infer<typeof answerShape>;

/** Asks ffprobe what a file holds. @throws ProgramError when it can make nothing of the file. */
export async function askFfprobe(path: string): Promise<ProbedFile> {
  const { printed } = await runProgram('ffprobe', [
    ...['-v', 'error', '-of', 'json', '-show_streams', '-show_format'],
    fileArgument(path),
  ]);
  return answerShape.parse(JSON.parse(printed));
}
