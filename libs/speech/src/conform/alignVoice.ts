import type { Line } from '@mondwerk/film';
import { alignHeard, type SpeechAlignment } from '../align/alignSpeech.ts';
import { hearSound } from '../align/hearSound.ts';
import type { Sound } from '../align/sound.ts';
import type { SoundFeatures } from '../align/soundFeatures.ts';
import type { Pronunciation } from '../pronounce/pronunciation.ts';
import { conformLines, conformPhones } from './conformPhones.ts';
import { findDrift, type Drift, type Lengths } from './findDrift.ts';
import { piecesOf, type VoicePiece } from './voicePieces.ts';

/** How a voice that drifts is to be laid under its film. */
export interface Conforming {
  readonly drift: Drift;
  readonly pieces: readonly VoicePiece[];
}

/** How a voice and its film lie beside each other; `keepTimes` leaves a voice that drifts as it is. */
export interface VoiceClock {
  readonly lengths: Lengths;
  readonly keepTimes: boolean;
  /** How voices that were recorded with this one drift: so does this one, where its lines are heard more surely so. */
  readonly likely?: Drift;
}

/** A voice aligned on its film's clock; with `conforming` where the voice itself has to be re-spaced for that. */
export interface VoiceAlignment extends SpeechAlignment {
  readonly conforming: Conforming | null;
}

/** Seconds from its script time beyond which a line is not found by the first look. */
const FIRST_REACH = 0.4;
/** Each look follows the drift that the one before found; the drift of a long film needs a second guess. */
const MOST_LOOKS = 3;
/** Seconds at the film's end by which two looks may differ and still agree. */
const SETTLED = 0.05;

/**
 * Aligns a voice with its script. Where it runs steadily away from the script's times it is aligned once more along
 * the drift, and its phones are given as they lie once the voice is re-spaced. Phones cover the film.
 */
export function alignVoice(
  sound: Sound,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
  clock: VoiceClock,
): Promise<VoiceAlignment> {
  return hearSound(sound, (heard) => alignHeardVoice(heard, lines, pronunciations, clock));
}

function alignHeardVoice(
  heard: SoundFeatures,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
  { lengths, keepTimes, likely }: VoiceClock,
): VoiceAlignment {
  const first = alignHeard(heard, lines, pronunciations);
  const suspected = keepTimes ? undefined : findDrift(lines, first.lines, lengths, FIRST_REACH);
  const followed =
    (suspected && followDrift(suspected, heard, lines, pronunciations, lengths)) ??
    (likely && !keepTimes ? followLikely(likely, first, heard, lines, pronunciations) : undefined);
  if (followed === undefined) {
    return { ...lay(first, [{ from: 0, to: lengths.voice, at: 0 }], lengths.film), conforming: null };
  }
  const pieces = piecesOf(followed.drift, followed.alignment.phones, lengths);
  return {
    ...lay(followed.alignment, pieces, lengths.film),
    conforming: { drift: followed.drift, pieces },
  };
}

interface Followed {
  readonly drift: Drift;
  readonly alignment: SpeechAlignment;
}

function followDrift(
  suspected: Drift,
  heard: SoundFeatures,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
  lengths: Lengths,
): Followed | undefined {
  let drift = suspected;
  for (let look = 1; ; look++) {
    const alignment = alignHeard(heard, scriptOnVoice(lines, drift), pronunciations);
    const found = findDrift(lines, alignment.lines, lengths);
    if (found === undefined) return undefined;
    if (look === MOST_LOOKS || Math.abs(found.atEnd - drift.atEnd) < SETTLED)
      return { drift: found, alignment };
    drift = found;
  }
}

/** A few lines tell no drift, but how surely they are heard tells whether there is a given one. */
function followLikely(
  drift: Drift,
  first: SpeechAlignment,
  heard: SoundFeatures,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
): Followed | undefined {
  const alignment = alignHeard(heard, scriptOnVoice(lines, drift), pronunciations);
  const nearer = distanceOf(lines, alignment, drift.slope) < distanceOf(lines, first, 0);
  return nearer && surenessOf(alignment) >= surenessOf(first) - LESS_SURE ? { drift, alignment } : undefined;
}

/** The confidence of all lines together may differ so much without one alignment being worse than the other. */
const LESS_SURE = 0.05;

const surenessOf = ({ lines }: SpeechAlignment): number =>
  lines.reduce((sum, { confidence, fits }) => sum + (fits ? confidence : 0), 0);

/** How far lines are heard from where a drift lays them, in seconds, all together; one that is not heard counts much. */
const distanceOf = (lines: readonly Line[], { lines: found }: SpeechAlignment, slope: number): number =>
  lines.reduce((sum, { span }, at) => {
    if (span === undefined) return sum;
    const { fits, span: own } = found[at];
    return sum + (fits ? Math.abs(own.start - span.start * (1 - slope)) : UNHEARD);
  }, 0);

const UNHEARD = 1;

/** The script's times as they are heard in the voice that drifts. */
const scriptOnVoice = (lines: readonly Line[], { slope }: Drift): Line[] =>
  lines.map((line) =>
    line.span === undefined
      ? line
      : { ...line, span: { start: line.span.start * (1 - slope), end: line.span.end * (1 - slope) } },
  );

const lay = (
  { phones, lines }: SpeechAlignment,
  pieces: readonly VoicePiece[],
  seconds: number,
): SpeechAlignment => ({
  phones: conformPhones(phones, pieces, seconds),
  lines: conformLines(lines, pieces, seconds),
});
