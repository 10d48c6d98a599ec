import type { Line, Phone } from '@mondwerk/film';
import type { Conforming, LineAlignment, Pronunciation } from '@mondwerk/speech';
import { alignInThread } from '../pipeline/alignInThread.ts';
import { suspectedLength } from './followDrift.ts';
import { onVoiceClock } from './onVoiceClock.ts';

/** What is looked for in a voice, and how. */
export interface WantedLines {
  readonly voice: string;
  /** How long the voice lasts. */
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly pronunciations: readonly Pronunciation[];
  /** Whether nobody looks if the voice drifts from the script. */
  readonly voiceAsIs: boolean;
  /** Whether times are told as the script has them, where the voice drifts. */
  readonly conform: boolean;
}

/** What was found in a voice. */
export interface HeardVoice {
  readonly phones: readonly Phone[];
  readonly lines: readonly LineAlignment[];
  /** How the voice runs away from its script, `null` where it does not. */
  readonly conforming: Conforming | null;
}

/** Looks for lines in a voice. Those that a drift has carried far from their times are only found once it is known. */
export async function hearVoice(wanted: WantedLines, signal: AbortSignal): Promise<HeardVoice> {
  const { voice, seconds, lines, pronunciations, voiceAsIs, conform } = wanted;
  const look = (film: number, keepTimes: boolean) =>
    alignInThread(signal, {
      ...{ sound: { voice, seconds }, lines, pronunciations },
      clock: { lengths: { voice: seconds, film }, keepTimes },
    });
  const asItIs = await look(seconds, true);
  const film = voiceAsIs ? undefined : suspectedLength(lines, asItIs.lines, seconds);
  const followed = film === undefined ? asItIs : await look(film, false);
  const { conforming } = followed;
  if (conforming === null) return asItIs;
  return { ...(conform ? followed : onVoiceClock(followed, conforming.pieces, seconds)), conforming };
}
