import { overlaps, type Line, type MouthCue, type Phone } from '@mondwerk/film';
import { cueMouths, type PlannedMouth } from '@mondwerk/lipsync';
import { NOBODY_SEEN, type SpokenLine } from '../casting/castLines.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { VoiceSpeech } from '../stages/alignVoices.ts';
import type { JudgedMouths } from '../stages/judgeLines.ts';
import type { ShotCues } from '../stages/cueMouths.ts';
import type { LeftOut } from './lineCodes.ts';
import type { LineMouth, MouthInShot } from './lineMouth.ts';
import { mouthInShot } from './mouthInShot.ts';
import type { SeenMouths } from './seenMouths.ts';
import { to4 } from './to4.ts';

/** What a plan tells of one line. */
export type PlannedLine = Omit<OutcomeOf['planLines']['lines'][number], 'bytes'>;

/** A shot in which a line is said. */
export interface SayingShot {
  readonly said: SpokenLine;
  /** What was cued and planned for the shot; `undefined` where nobody is dubbed in it. */
  readonly cues: ShotCues | undefined;
  readonly planned: readonly PlannedMouth[];
}

/** All that is known of a line when it is described. */
export interface KnownLine {
  readonly line: Line;
  readonly alignment: VoiceSpeech['lines'][number] | undefined;
  readonly phones: readonly Phone[];
  readonly shots: readonly SayingShot[];
  /** Whether people want its mouths left as they were. */
  readonly left: boolean;
  readonly mismatch: JudgedMouths['mismatch'];
  /** Whether its mouths are left because they nearly say it. */
  readonly spared: boolean;
}

/** What is known of the whole dub. */
export interface KnownDub extends Pick<CheckedFilm, 'film'> {
  /** By performer. */
  readonly mouths: ReadonlyMap<string, SeenMouths>;
}

/** Sums a line up: where it is said and by whom, what is rendered of it, and what every mouth does in it. */
export function describeLine(known: KnownLine, dub: KnownDub): { told: PlannedLine; mouth: LineMouth } {
  const { line, alignment, shots, mismatch } = known;
  const cues = cuesOf(known);
  const described = shots.map((shot) => mouthsIn(shot, dub));
  const spoken = shots.map(({ said }, at) => describeSpoken(said, described[at]));
  const span = alignment?.span ?? line.span ?? { start: 0, end: 0 };
  return {
    told: {
      line: line.index,
      span: { start: to4(span.start), end: to4(span.end) },
      confidence: to4(alignment?.confidence ?? 0),
      fits: alignment?.fits ?? false,
      problem: alignment === undefined ? 'not-heard' : alignment.problem,
      lateBy: round(alignment?.lateBy ?? null),
      spoken,
      rendered: spoken.reduce((sum, { rendered }) => sum + rendered, 0),
      mismatch: mismatch && mismatch.score,
      mismatchReason: mismatch && mismatch.reason,
      leftOut: leftOutOf(spoken, known),
    },
    mouth: {
      ...soundsOf(known, cues, dub),
      mouths: described.flat(),
    },
  };
}

const round = (value: number | null): number | null => value && to4(value);

/** As they were cued where somebody is dubbed, else as the sounds ask for them. */
function cuesOf({ line, phones, shots, left }: KnownLine): readonly MouthCue[] {
  if (left) return phones.length > 0 ? cueMouths(phones) : [];
  const cued = shots.find(({ said, cues }) => cues?.wanted.some((each) => each.performer === said.performer));
  return (cued?.cues?.cues ?? (phones.length > 0 ? cueMouths(phones) : [])).filter(
    (cue) => cue.line === line.index,
  );
}

function mouthsIn({ said, cues, planned }: SayingShot, dub: KnownDub): MouthInShot[] {
  const { shot, performer, frames } = said;
  const mouths = dub.mouths.get(performer ?? '');
  if (performer === null || mouths === undefined) return [];
  const tracks = (cues?.wanted ?? []).filter(
    ({ performer: whose, track }) => whose === performer && overlaps(track.span, frames),
  );
  return tracks.map(({ track: wanted }) => {
    const start = Math.max(frames.start, wanted.span.start);
    const end = Math.min(frames.end, wanted.span.end);
    const mine = planned.filter(({ track }) => track === wanted.track);
    const byFrame = new Map(mine.map((mouth) => [mouth.frame, mouth]));
    return mouthInShot({ shot, performer, wanted, planned: byFrame, mouths }, { start, end });
  });
}

function describeSpoken(
  { shot, frames, performer, doubt }: SpokenLine,
  mouths: readonly MouthInShot[],
): PlannedLine['spoken'][number] {
  const passed = new Map<string, number>();
  for (const { reason, start, end } of mouths.flatMap((mouth) => mouth.passed)) {
    passed.set(reason, (passed.get(reason) ?? 0) + end - start);
  }
  return {
    ...{ shot, frames, performer, doubt },
    rendered: mouths.reduce((sum, mouth) => sum + renderedIn(mouth), 0),
    passed: [...passed].map(([reason, count]) => ({ reason, frames: count })),
  };
}

const renderedIn = ({ strength }: MouthInShot): number => strength.filter((share) => share > 0).length;

function leftOutOf(spoken: PlannedLine['spoken'], { left, spared }: KnownLine): LeftOut | null {
  if (spoken.some(({ rendered }) => rendered > 0)) return null;
  if (spoken.length === 0) return 'not-heard';
  if (spoken.some(({ performer }) => performer !== null)) {
    if (spared) return 'fits-already';
    return left ? 'left-as-asked' : 'nothing-trusted';
  }
  if (spoken.some(({ doubt }) => doubt === NOBODY_SEEN.performerAway)) return 'performer-away';
  if (spoken.some(({ doubt }) => doubt === NOBODY_SEEN.mouthBusy)) return 'mouth-busy';
  return spoken.some(({ doubt }) => doubt === NOBODY_SEEN.noFace) ? 'no-face' : 'off-screen';
}

function soundsOf(
  { line, phones }: KnownLine,
  cues: readonly MouthCue[],
  { film: { clock } }: KnownDub,
): Omit<LineMouth, 'mouths'> {
  return {
    index: line.index,
    text: line.text,
    character: line.character ?? null,
    phones: phones.map(({ ipa, span, confidence, word = null }) => ({
      ...{ ipa, word, confidence: to4(confidence) },
      ...{ start: to4(span.start), end: to4(span.end) },
    })),
    cues: cues.map(({ shape, ipa, span, origin, amount }) => ({
      ...{ shape, ipa, ...(origin && { origin }), ...(amount !== undefined && { amount: to4(amount) }) },
      ...{ start: to4(Math.max(0, span.start)), end: to4(Math.min(clock.end, span.end)) },
    })),
  };
}
