import type { Film } from '../film.ts';
import { colourArgs, x264Args, x265Args } from '../encoding.ts';
import type { SpliceSource } from './spliceSource.ts';

/** The encoder's part of an ffmpeg command for pictures that stand between copied ones: the film's codec and profile. */
export function matchedEncoderArgs(film: Film, source: SpliceSource, encoding: 'film' | 'draft'): string[] {
  const { codec, profile, setId } = source;
  if (codec === 'prores') {
    // ffmpeg's encoder has no more than 10 bits; its decoder makes 12 of ProRes 4444.
    const format = film.format.name.replace('12le', '10le');
    return ['-c:v', 'prores_ks', '-profile:v', profile, '-pix_fmt', format, ...colourArgs(film.colour)];
  }
  const common = ['-pix_fmt', film.format.name, ...colourArgs(film.colour)];
  if (codec === 'hevc') return [...x265Args(film, encoding), ...common];
  return [...x264Args(film, encoding, `:sps-id=${setId}`), '-profile:v', profile, ...common];
}
