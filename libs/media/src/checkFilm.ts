import { open } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';
import { askFfprobe, type ProbedFile, type ProbedStream } from './ffprobe.ts';
import type { FrameTimes } from './frameTimes.ts';
import { parseRate } from './frameRate.ts';
import { planarFormat } from './planarFormat.ts';
import { ProgramError } from './program.ts';

/** Containers that hold films. Others that ffmpeg opens are texts, playlists, pictures or bare streams. */
const filmContainers =
  /^(mov,|matroska|avi$|mpegts$|mpeg$|mxf|nut$|flv$|asf$|ogg$|yuv4mpegpipe$|ivf$|gif$|apng$|webm)/;

/**
 * Opens a file as media of any kind.
 * @throws Refusal `truncated` when its end is missing, `not-media` when it is something else.
 */
export async function readable(path: string): Promise<ProbedFile> {
  return askFfprobe(path).catch(async (error: unknown) => {
    if (!(error instanceof ProgramError)) throw error;
    const cause = { cause: error };
    const headless = error.lines.some((line) => line.includes('moov atom not found'));
    if (headless && (await beginsLikeFilm(path))) throw truncated(path, cause);
    throw new Refusal(
      'not-media',
      `${path} is not a video or sound file, whatever its name says; name the film itself.`,
      cause,
    );
  });
}

/** ffmpeg takes anything named .mp4 for one; a real one begins with the name of a box. */
async function beginsLikeFilm(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 4);
    return /^(ftyp|moov|mdat|free|skip|wide)$/.test(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

/**
 * Finds the picture in an opened file.
 * @throws Refusal `not-video`, `audio-only`, `still`, `dolby-vision` or `pixel-format`.
 */
export function checkPicture(path: string, file: ProbedFile): ProbedStream {
  const video = file.streams.find((s) => s.codec_type === 'video' && s.disposition.attached_pic === 0);
  if (video && /image2|_pipe$/.test(file.format.format_name)) throw still(path);
  if (!video && file.streams.some((stream) => stream.codec_type === 'audio')) {
    throw new Refusal('audio-only', `${path} has only sound and no picture; name the film instead.`);
  }
  if (!video || !filmContainers.test(file.format.format_name)) {
    throw new Refusal(
      'not-video',
      `${path} is not a video (it looks like ${file.format.format_name}); name a film such as MP4, MOV or MKV.`,
    );
  }
  checkLayout(path, video);
  return video;
}

function checkLayout(path: string, video: ProbedStream): void {
  // Not one whole picture is there to tell the layout from.
  if (video.pix_fmt === 'unknown' || video.width === 0) throw truncated(path);
  const vision = video.side_data_list.find((data) => data.dv_profile !== undefined);
  if (vision?.dv_bl_signal_compatibility_id === 0) {
    throw new Refusal(
      'dolby-vision',
      `${path} is Dolby Vision of profile ${vision.dv_profile}, whose pictures have wrong colours without a licensed decoder; ` +
        'export it as HDR10, HLG or SDR.',
    );
  }
  if (planarFormat(video.pix_fmt) && parseRate(video.time_base)) return;
  throw new Refusal(
    'pixel-format',
    `${path} stores its picture as ${video.pix_fmt}, which is not supported (transparency or more than 12 bits); ` +
      'convert it to yuv420p, yuv422p10le or a like format first.',
  );
}

/**
 * Compares the frames that are there with those that were promised.
 * @throws Refusal `truncated`, `still` or `timestamps`.
 */
export function checkFrames(path: string, file: ProbedFile, video: ProbedStream, times: FrameTimes): void {
  const promised = video.nb_frames ?? 0;
  if (times.pts.length === 0 || times.damaged > 0 || times.packets < promised) throw truncated(path);
  if (times.pts.length === 1) throw still(path);
  if (endsEarly(file, video, times)) throw truncated(path);
  if (times.pts.some((value, frame) => frame > 0 && value <= times.pts[frame - 1])) {
    throw new Refusal(
      'timestamps',
      `${path} shows several frames at the same instant; remake its timestamps first (ffmpeg -i IN -fps_mode cfr OUT).`,
    );
  }
}

/** Matroska writes each stream's length as a tag, so that a file cut off in the middle shows. */
function endsEarly(file: ProbedFile, video: ProbedStream, times: FrameTimes): boolean {
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(video.tags.DURATION ?? '');
  const unit = parseRate(video.time_base);
  if (!match || !unit || !file.format.format_name.startsWith('matroska')) return false;
  const [hours, minutes, seconds] = match.slice(1).map(Number);
  const end = (times.pts.at(-1)! * unit.num) / unit.den;
  return end + 1 < hours * 3600 + minutes * 60 + seconds;
}

/** The Refusal for a film whose end is missing. */
export const truncated = (path: string, options?: ErrorOptions): Refusal =>
  new Refusal(
    'truncated',
    `${path} is cut off or damaged: part of it is missing; copy or export it again.`,
    options,
  );

const still = (path: string): Refusal =>
  new Refusal('still', `${path} is a still picture, not a film; name a file with moving pictures.`);
