import { SILENCE, type Phone, type TimeSpan } from '@mondwerk/film';
import type { Drift, Lengths } from './findDrift.ts';

/** Seconds `from` to `to` of a voice, which are to be heard from second `at` of the film on. */
export interface VoicePiece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Seconds of silence that stay of a pause from which some is taken out. */
const KEPT_PAUSE = 0.04;
/** Differences below this many seconds are not worth a cut. */
const LEAST_STEP = 0.001;

/**
 * Cuts a voice in the middle of the pauses between its lines so that each line can be laid where the script has it.
 * Only silence is added or taken out; nothing is stretched. Pieces are in order and never overlap in the film.
 */
export function piecesOf(drift: Drift, phones: readonly Phone[], { voice, film }: Lengths): VoicePiece[] {
  const pieces: VoicePiece[] = [];
  let [from, shift, silentSince] = [0, 0, 0];
  for (const speech of speechBetweenPauses(phones)) {
    const pause = speech.start - silentSince;
    // Heard at t of the voice, wanted where the script has it.
    const wanted = (speech.start * drift.slope) / (1 - drift.slope);
    const next = Math.max(wanted, shift - Math.max(0, pause - KEPT_PAUSE));
    if (Math.abs(next - shift) >= LEAST_STEP) {
      const middle = silentSince + pause / 2;
      const removed = Math.max(0, shift - next) / 2;
      pieces.push({ from, to: middle - removed, at: from + shift });
      [from, shift] = [middle + removed, next];
    }
    silentSince = speech.end;
  }
  pieces.push({ from, to: Math.min(voice, film - shift), at: from + shift });
  return pieces.filter(({ from: start, to }) => to > start);
}

/** Stretches of speech between which the voice may be cut: the lines, joined where no pause parts them. */
function speechBetweenPauses(phones: readonly Phone[]): TimeSpan[] {
  const stretches: { start: number; end: number; line: number }[] = [];
  let paused = true;
  for (const { ipa, span, line } of phones) {
    const last = stretches.at(-1);
    if (ipa === SILENCE) paused = true;
    else if (last && (!paused || last.line === line)) Object.assign(last, { end: span.end, line });
    else stretches.push({ ...span, line });
    if (ipa !== SILENCE) paused = false;
  }
  return stretches;
}
