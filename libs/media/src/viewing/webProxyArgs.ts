import type { Film } from '../film.ts';
import { fileArgument } from '../program.ts';
import { timecodeFilter } from './timecodePictures.ts';
import type { ViewingPicture } from './viewingPicture.ts';
import { viewingSound } from './viewingSound.ts';

/** The height of a proxy at most. */
export const MOST_HIGH = 720;

/** Frames in a closed group at most: what a browser decodes at most to show any one frame. */
const GROUP = 12;

/** The number of threads is part of what decides x264's bytes, so it is the same on every machine. */
const THREADS = 4;

/** The ffmpeg command that writes a web proxy; with timecodes, their pictures come through its standard input. */
export function webProxyArgs(film: Film, picture: ViewingPicture, out: string, timecodes: boolean): string[] {
  const sound = viewingSound(film);
  const graph = [pictureGraph(film, picture, timecodes), sound].filter((part) => part !== undefined);
  return [
    ...['-v', 'error', '-nostats', '-progress', 'pipe:3', '-copyts', '-i', fileArgument(film.path)],
    ...(timecodes ? ['-f', 'nut', '-i', 'pipe:0'] : []),
    ...['-filter_complex', graph.join(';'), '-map', '[picture]', ...(sound ? ['-map', '[sound]'] : [])],
    ...['-fps_mode', 'passthrough', '-enc_time_base:v', `${film.timeBase.num}/${film.timeBase.den}`],
    ...pictureArgs(film, picture),
    ...(sound ? ['-c:a', 'aac', '-b:a', '160k', '-aac_coder', 'fast', '-flags:a', '+bitexact'] : []),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'],
    ...boxArgs(film),
    ...['-f', 'mp4', '-y', fileArgument(out)],
  ];
}

function pictureGraph(film: Film, { filters, size }: ViewingPicture, timecodes: boolean): string {
  const { num, den } = film.timeBase;
  const first = film.pts[0];
  const onClock = [`settb=${num}/${den}`, `trim=start_pts=${first}`, `setpts=PTS-(${first})`];
  const shown = `[0:V:0]${[...onClock, ...filters].join(',')}`;
  return timecodes ? `${shown}[film];${timecodeFilter(film, size)}` : `${shown}[picture]`;
}

/** How a browser's pictures are encoded. */
export function pictureArgs(film: Film, { colour }: ViewingPicture): string[] {
  const groups = `keyint=${GROUP}:bframes=0:open-gop=0:threads=${THREADS}:lookahead-threads=1`;
  return [
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '22',
      '-pix_fmt',
      'yuv420p',
      '-flags:v',
      '+bitexact',
    ],
    ...['-x264-params', `${groups}:fps=${film.rate.num}/${film.rate.den}:videoformat=component`],
    ...['-color_range', colour.range, '-colorspace', colour.matrix],
    ...['-color_trc', colour.transfer, '-color_primaries', colour.primaries],
    ...['-chroma_sample_location', colour.chromaLocation],
  ];
}

/** The container's options. An MP4 drops a last frame without a length, and its encoder gives none. */
export function boxArgs({ clock, timeBase: { den } }: Film): string[] {
  const last = (clock.end - clock.times[clock.times.length - 1]).toFixed(9);
  return [
    ...['-movflags', '+faststart', '-video_track_timescale', String(den), '-movie_timescale', String(den)],
    ...['-bsf:v', `setts=pts=PTS:dts=DTS:duration=${last}/TB`],
  ];
}
