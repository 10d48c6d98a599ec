import type { Line, TimeSpan } from '@mondwerk/film';
import type { SpeechFound } from './voice/findSpeech.ts';

/** The text of a line whose words nobody knows: the aligner hears its sounds from the voice. */
export const UNKNOWN_WORDS = '…';

/** Seconds: pauses within a line are at most so long, and lines too, if there is a pause to cut them at. */
const [longestPause, longestLine] = [0.5, 8];

/** Lines with times and without words, one for each stretch of speech: the acoustic draft of a script. */
export function draftLines(speech: SpeechFound): Line[] {
  return joinStretches(speech.stretches)
    .flatMap((stretch) => cutLong(stretch, speech))
    .map((span, index) => ({ index, text: UNKNOWN_WORDS, span }));
}

/** Whether lines are a draft, of which nobody has written the words yet. */
export const isDraft = (lines: readonly Pick<Line, 'text'>[]): boolean =>
  lines.length > 0 && lines.every(({ text }) => text === UNKNOWN_WORDS);

function joinStretches(stretches: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    const near = last !== undefined && stretch.start - last.end <= longestPause;
    if (near && stretch.end - last.start <= longestLine) {
      joined[joined.length - 1] = { start: last.start, end: stretch.end };
    } else joined.push(stretch);
  }
  return joined;
}

/** Cuts where a voice is least likely, away from the ends, until no piece is too long. */
function cutLong(span: TimeSpan, speech: SpeechFound): TimeSpan[] {
  const length = span.end - span.start;
  if (length <= longestLine) return [span];
  const at = quietest({ start: span.start + length * 0.3, end: span.end - length * 0.3 }, speech);
  return [
    ...cutLong({ start: span.start, end: at }, speech),
    ...cutLong({ start: at, end: span.end }, speech),
  ];
}

/** The instant around which speech is least likely. */
export function quietest({ start, end }: TimeSpan, { likelihoodAt }: SpeechFound): number {
  let best = { at: (start + end) / 2, likely: Infinity };
  for (let at = start; at < end; at += 0.02) {
    let likely = 0;
    for (let near = -0.08; near <= 0.08; near += 0.02) likely += likelihoodAt(at + near);
    if (likely < best.likely - 1e-3) best = { at, likely };
  }
  return Math.round(best.at * 100) / 100;
}
