import type { Film } from './film.ts';
import { fileArgument, ProgramError, runProgram } from './program.ts';

/** What the two fields of some frames look like. */
export interface FieldCount {
  readonly frames: number;
  /** Frames whose top field is earlier than their bottom field, and the other way round. */
  readonly topFirst: number;
  readonly bottomFirst: number;
  /** Frames whose fields show one moment. */
  readonly progressive: number;
  /** Frames of which one field is that of the frame before. */
  readonly repeated: number;
}

/**
 * How much better a field must fit a neighbouring frame than its own to count as of another moment. ffmpeg's own 1.04
 * takes drawn pictures with sharp level edges for interlaced.
 */
const FITS_BETTER = 1.2;

/**
 * Compares the fields of up to `most` frames from the key frame before `from` on (ffmpeg's idet). A place that cannot be
 * decoded counts nothing: whoever reads the film tells that.
 */
export async function countFields(film: Film, from: number, most: number): Promise<FieldCount> {
  const seconds = (film.pts[from] * film.timeBase.num) / film.timeBase.den;
  const seek = from === 0 ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seconds.toFixed(6)];
  const args = [
    ...['-v', 'error', '-nostdin', '-noautorotate', ...seek, '-i', fileArgument(film.path)],
    ...['-map', '0:V:0', '-frames:v', String(most), '-fps_mode', 'passthrough'],
    ...['-vf', `idet=intl_thres=${FITS_BETTER},metadata=mode=print:file='pipe\\:1'`, '-f', 'null', '-'],
  ];
  const { printed } = await runProgram('ffmpeg', args).catch((error: unknown) => {
    if (error instanceof ProgramError) return { printed: '' };
    throw error;
  });
  const seen = (what: string): number => printed.split(`${what}\n`).length - 1;
  const single = 'lavfi.idet.single.current_frame=';
  const neighbour = 'lavfi.idet.repeated.current_frame=';
  return {
    frames: seen(`${neighbour}neither`) + seen(`${neighbour}top`) + seen(`${neighbour}bottom`),
    topFirst: seen(`${single}tff`),
    bottomFirst: seen(`${single}bff`),
    progressive: seen(`${single}progressive`),
    repeated: seen(`${neighbour}top`) + seen(`${neighbour}bottom`),
  };
}
