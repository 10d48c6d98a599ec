import type { Line } from '@mondwerk/film';
import { isStill, shares, type KnownSpeaker, type LineEvidence } from './chooseSpeaker.ts';
import type { DecidedSpeaker, HeardLine } from './spokenLine.ts';

/** Of the lines of a character that are plain, so many must be one performer's. */
const MOSTLY = 0.8;

/** Less than one plain line teaches nothing. */
const LEAST = 0.75;

/** Of two characters that seem to be one performer's, one must be so this many times more surely. */
const RATHER = 3;

/** Which of several faces speaks is plain where it is as sure as this. */
const PLAIN = 0.8;

/** A mouth that moves so much with the voice is as good as one plain line. */
const WITH_VOICE = 0.2;

/** A line as it is heard in a shot, with all that is known of it. */
export interface WitnessedLine {
  readonly heard: HeardLine;
  readonly evidence: LineEvidence;
}

/**
 * Learns over the film whose lines a character's are, from where that is plain: where people said so, where one face is on
 * the screen and moves, or where one of several clearly moves with the original voice.
 */
export function knownCharacters(
  witnessed: readonly WitnessedLine[],
  lines: readonly Line[],
  decided: DecidedSpeaker,
): Map<string, KnownSpeaker> {
  const votes = new Map<string, Map<string, number>>();
  for (const { heard, evidence } of witnessed) {
    const line = lines[heard.line];
    if (heard.silent || line.character === undefined) continue;
    const [performer, weight] = voteOf(line, evidence, decided);
    if (performer === undefined || weight === 0) continue;
    const own = votes.get(line.character) ?? new Map<string, number>();
    votes.set(line.character, own.set(performer, (own.get(performer) ?? 0) + weight));
  }
  return withoutRivals(new Map([...votes].flatMap(([character, own]) => winnerOf(character, own))));
}

function voteOf(
  line: Line,
  evidence: LineEvidence,
  decided: DecidedSpeaker,
): readonly [performer: string | undefined, weight: number] {
  const { present, mouths } = evidence;
  if (decided(line) !== undefined) return [undefined, 0];
  if (present.length === 1) {
    const [performer] = present;
    if (isStill(performer, evidence)) return [performer, 0];
    const voice = mouths.get(performer)?.voice ?? null;
    if (voice === null || evidence.speech === null) return [performer, 1];
    return [performer, Math.min(1, Math.max(0, voice / WITH_VOICE))];
  }
  const [[performer, share] = [undefined, 0]] = [...shares(evidence)].sort(([, a], [, b]) => b - a);
  const heard = performer !== undefined && (mouths.get(performer)?.voice ?? null) !== null;
  return [performer, heard && share >= PLAIN ? share : 0];
}

function winnerOf(character: string, own: ReadonlyMap<string, number>): [string, KnownSpeaker][] {
  const [[performer, weight]] = [...own].sort(([, a], [, b]) => b - a);
  const all = [...own.values()].reduce((sum, each) => sum + each, 0);
  return weight >= LEAST && weight >= MOSTLY * all ? [[character, { performer, weight }]] : [];
}

/** Two characters are two people, unless one of them is hardly heard with that face. */
function withoutRivals(known: ReadonlyMap<string, KnownSpeaker>): Map<string, KnownSpeaker> {
  return new Map(
    [...known].filter(([character, { performer, weight }]) =>
      [...known].every(
        ([other, rival]) =>
          other === character || rival.performer !== performer || weight >= RATHER * rival.weight,
      ),
    ),
  );
}
