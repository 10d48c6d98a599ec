import { joinFloats, type TimeSpan } from '@mondwerk/film';
import { SOUND_RATE, type Sound } from '../align/sound.ts';
import { quietest } from './draftLines.ts';
import type { SpeechFound } from './voice/findSpeech.ts';

/** Seconds: whisper listens to thirty at once; a little silence round each piece lets it hear where words begin. */
const [longestPiece, longestPause, margin] = [27, 4, 0.15];

/** Pieces of a sound that hold all its speech, none too long to be understood at once; pauses in them are short. */
export function cutPieces(speech: SpeechFound): TimeSpan[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of speech.stretches.flatMap((stretch) => cutLong(stretch, speech))) {
    const last = pieces.at(-1);
    const near = last !== undefined && start - last.end < longestPause && end - last.start < longestPiece;
    if (near) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map(({ start, end }, at) => {
    const [before, after] = [pieces[at - 1]?.end ?? -Infinity, pieces[at + 1]?.start ?? Infinity];
    return {
      start: Math.max(0, start - Math.min(margin, (start - before) / 2)),
      end: Math.min(speech.seconds, end + Math.min(margin, (after - end) / 2)),
    };
  });
}

function cutLong(span: TimeSpan, speech: SpeechFound): TimeSpan[] {
  if (span.end - span.start <= longestPiece) return [span];
  const at = quietest({ start: span.start + longestPiece / 2, end: span.start + longestPiece }, speech);
  return [{ start: span.start, end: at }, ...cutLong({ start: at, end: span.end }, speech)];
}

/** A piece of a sound. */
export interface SoundPiece {
  readonly span: TimeSpan;
  readonly samples: Float32Array;
}

/** Reads pieces, in order and without overlaps, from a sound; one of them is in memory at a time. */
export async function* readPieces(sound: Sound, spans: readonly TimeSpan[]): AsyncGenerator<SoundPiece> {
  const ends = (seconds: number): number => Math.round(seconds * SOUND_RATE);
  let [at, next] = [0, 0];
  let samples = new Float32Array(0);
  for await (const portion of sound) {
    const end = at + portion.length;
    while (next < spans.length && ends(spans[next].start) < end) {
      const [from, to] = [ends(spans[next].start), ends(spans[next].end)];
      samples = joinFloats([samples, portion.subarray(Math.max(0, from - at), Math.max(0, to - at))]);
      if (to > end) break;
      yield { span: spans[next], samples };
      samples = new Float32Array(0);
      next++;
    }
    at = end;
    if (next === spans.length) return;
  }
  if (samples.length > 0) yield { span: spans[next], samples };
}
