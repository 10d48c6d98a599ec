import { NOTICED_GAP } from '../lipChecks.ts';
import type { MouthEvidence } from './mouthEvidence.ts';
import { NOBODY_SEEN, type Choice } from './spokenLine.ts';

/** What is known of a line where it is heard in a shot. */
export interface LineEvidence {
  /** Who is on the screen meanwhile, the largest first. */
  readonly present: readonly string[];
  /** How each of their mouths moves; nothing of those that were not measured. */
  readonly mouths: ReadonlyMap<string, MouthEvidence>;
  /** Share of the time in which somebody speaks in the film's own sound; `null` where it has none. */
  readonly speech: number | null;
}

/** Whose lines a character's are, and how much speaks for it: 1 for each line that is plain. */
export interface KnownSpeaker {
  readonly performer: string;
  readonly weight: number;
}

/** How much more a mouth that is known to move is believed when it moves with the voice; fitted to GRID and kitchen.mp4. */
const VOICE_COUNTS = 4;

/** Movement of a mouth at rest, in eye distances a frame: landmarks tremble. */
const TREMBLE = 0.002;

/** Of speakers of GRID and of kitchen.mp4, one in twenty moves less with the own voice than this. */
const LEAST_VOICE = 0.05;

/** A mouth that moves so much with the voice surely says it. */
const CLEAR_VOICE = 0.35;

/** From here on there is no doubt, and from there on which mouth it is can be told at all. */
const PLAIN = 0.9;
const TOLD = 0.6;

/** Film in which somebody speaks for this share of a line; a face that was seen for that share of it. */
const SPEAKS = 0.4;
const SEEN = 0.6;

/** So many plain lines of a character are enough to leave the one face on the screen alone that is somebody else's. */
const ENOUGH = 2;

/** Who says a line: whoever says the character's other lines, else the one face, else whose mouth moves with the voice. */
export function chooseSpeaker(line: LineEvidence, known: KnownSpeaker | undefined): Choice {
  const { present } = line;
  if (present.length === 0) return nobody(NOBODY_SEEN.noFace, 1);
  if (present.every((performer) => isStill(performer, line))) return nobody(NOBODY_SEEN.mouthsStill, 0.8);
  if (known !== undefined) {
    const choice = present.includes(known.performer) ? asKnown(line, known) : withoutKnown(line, known);
    if (choice !== undefined) return choice;
  }
  return present.length === 1 ? onlyFace(line) : liveliest(line);
}

/** How surely each of those on the screen says it, from how their mouths move: the sum is 1. */
export function shares({ present, mouths }: LineEvidence): ReadonlyMap<string, number> {
  const scores = present.map((performer) => {
    const { movement = 0, voice = null } = mouths.get(performer) ?? {};
    return Math.exp(VOICE_COUNTS * (voice ?? 0)) * Math.max(TREMBLE, movement);
  });
  const sum = scores.reduce((total, score) => total + score, 0);
  return new Map(present.map((performer, at) => [performer, scores[at] / sum]));
}

/** A mouth that does not open while the film is heard to speak; where that is not known, no mouth is still. */
export function isStill(performer: string, { mouths, speech }: LineEvidence): boolean {
  const mouth = mouths.get(performer);
  if (mouth === undefined || speech === null || speech < SPEAKS || mouth.seen < SEEN) return false;
  return mouth.range < NOTICED_GAP;
}

const nobody = (doubt: string, sureness: number): Choice => ({
  ...{ performer: null, doubt, by: 'nobody-seen', sureness },
});

function asKnown(line: LineEvidence, { performer, weight }: KnownSpeaker): Choice {
  if (!isStill(performer, line)) {
    return { performer, doubt: null, by: 'character', sureness: weight < ENOUGH ? 0.85 : 0.95 };
  }
  const choice = liveliest(line);
  return {
    ...choice,
    sureness: 0.5,
    doubt: 'the performer of this character keeps a still mouth: another one moves',
  };
}

/** Somebody else's face is on the screen, not the one that says this character's other lines. */
function withoutKnown(line: LineEvidence, { weight }: KnownSpeaker): Choice | undefined {
  if (weight < ENOUGH) return undefined;
  const { performer } = liveliest(line);
  const voice = line.mouths.get(performer!)?.voice ?? null;
  if (voice === null || voice < CLEAR_VOICE) return nobody(NOBODY_SEEN.performerAway, 0.8);
  return {
    ...{ performer, by: 'voice', sureness: 0.5 },
    doubt: 'somebody else says this character’s other lines, but this mouth moves with the original voice',
  };
}

function onlyFace(line: LineEvidence): Choice {
  const [performer] = line.present;
  const voice = line.mouths.get(performer)?.voice ?? null;
  const common = { performer, by: 'only-face' } as const;
  if (voice === null || line.speech === null) return { ...common, doubt: null, sureness: 0.8 };
  if (voice >= LEAST_VOICE || line.speech < SPEAKS) {
    return { ...common, doubt: null, sureness: voice >= CLEAR_VOICE ? 0.95 : 0.85 };
  }
  const doubt = 'the one face on the screen moves its mouth, but not with the original voice';
  return { ...common, doubt, sureness: 0.55 };
}

function liveliest(line: LineEvidence): Choice {
  const { present, mouths } = line;
  const sure = shares(line);
  const [first] = present.toSorted((a, b) => sure.get(b)! - sure.get(a)!);
  const sureness = round(sure.get(first)!);
  if (sureness <= TOLD) {
    return {
      ...{ performer: present[0], by: 'largest', sureness: round(sure.get(present[0])!) },
      doubt: `${present.length} faces move their mouths alike: the largest was taken`,
    };
  }
  const heard = (mouths.get(first)?.voice ?? null) !== null;
  const plain = sureness >= PLAIN && heard;
  return {
    ...{ performer: first, by: heard ? 'voice' : 'movement', sureness },
    doubt: plain
      ? null
      : `of ${present.length} faces, the one whose mouth moved most${heard ? ' with the original voice' : ''} was taken`,
  };
}

const round = (share: number): number => Math.round(100 * share) / 100;
