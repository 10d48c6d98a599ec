import { basename } from 'node:path';
import { framesOf, parseTimecode, Refusal, type FilmClock, type FrameSpan, type Rate } from '@mondwerk/film';

interface Timed {
  readonly path: string;
  readonly clock: FilmClock;
  readonly rate: Rate;
}

/** The frames between `--from` and `--to`; the whole film where they are not given. @throws Refusal */
export function readStretch(film: Timed, from: string | undefined, to: string | undefined): FrameSpan {
  if (from === undefined && to === undefined) return { start: 0, end: film.clock.times.length };
  const start = readInstant('--from', from ?? '0', film);
  const end = to === undefined ? film.clock.end : readInstant('--to', to, film);
  if (end <= start) {
    throw new Refusal(
      'stretch-empty',
      `--from ${from ?? '0'} is not before --to ${to}: nothing lies between them.`,
    );
  }
  return framesOf(film.clock, { start, end });
}

function readInstant(option: string, text: string, { path, clock, rate }: Timed): number {
  const seconds = parseTimecode(text, rate);
  if (seconds === undefined) {
    throw new Refusal(
      'timecode-unreadable',
      `${option} ${text} is not a time: write 00:01:20:12, 1:20.5 or plain seconds.`,
    );
  }
  // Half a frame of grace: a person reads the end off a player that rounds.
  if (seconds > clock.end + rate.den / rate.num / 2) {
    throw new Refusal(
      'timecode-outside',
      `${option} ${text} lies after the end of ${basename(path)}, which lasts ${clock.end.toFixed(2)} s.`,
    );
  }
  return Math.min(seconds, clock.end);
}
