import { lengthOf, overlaps, type FrameSpan, type Line, type MouthCue, type Phone } from '@mondwerk/film';
import { cueMouths, type PlannedMouth } from '@mondwerk/lipsync';
import { NOBODY_SEEN, type SpokenLine } from '../casting/castLines.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { VoiceSpeech } from '../stages/alignVoices.ts';
import type { ShotCues } from '../stages/cueMouths.ts';
import type { LeftOut } from './lineCodes.ts';
import type { LineMouth, MouthInShot } from './lineMouth.ts';
import { mismatchOf, type ComparedFrame } from './mismatch.ts';
import { mouthInShot, type DescribedMouth } from './mouthInShot.ts';
import type { SeenOpenings } from './seenOpenings.ts';
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
}

/** What is known of the whole dub. */
export interface KnownDub extends Pick<CheckedFilm, 'film'> {
  /** By performer. */
  readonly openings: ReadonlyMap<string, SeenOpenings>;
}

/** Sums a line up: where it is said and by whom, what is rendered of it, and what every mouth does in it. */
export function describeLine(known: KnownLine, dub: KnownDub): { told: PlannedLine; mouth: LineMouth } {
  const { line, alignment, shots } = known;
  const cues = cuesOf(known);
  const described = shots.map((shot) => mouthsIn(shot, cues, dub));
  const spoken = shots.map(({ said }, at) => describeSpoken(said, described[at]));
  const compared = shots.flatMap(({ said }, at) => comparedIn(said.frames, described[at]));
  const mismatch = mismatchOf(compared);
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
      mismatch: mismatch && to4(mismatch.score),
      mismatchReason: mismatch && mismatch.reason,
      leftOut: leftOutOf(spoken, known.left),
    },
    mouth: {
      ...soundsOf(known, cues, dub),
      mouths: described.flatMap((mouths) => mouths.map(({ mouth }) => mouth)),
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

function mouthsIn({ said, cues, planned }: SayingShot, own: readonly MouthCue[], dub: KnownDub) {
  const { shot, performer, frames } = said;
  const openings = dub.openings.get(performer ?? '');
  if (performer === null || openings === undefined) return [];
  const tracks = (cues?.wanted ?? []).filter(
    ({ performer: whose, track }) => whose === performer && overlaps(track.span, frames),
  );
  return tracks.map(({ track: wanted }): DescribedMouth => {
    const start = Math.max(frames.start, wanted.span.start);
    const end = Math.min(frames.end, wanted.span.end);
    const mine = planned.filter(({ track }) => track === wanted.track);
    const byFrame = new Map(mine.map((mouth) => [mouth.frame, mouth]));
    const saying = { shot, performer, wanted, planned: byFrame, openings, cues: own };
    return mouthInShot(saying, { start, end }, dub.film);
  });
}

const UNSEEN: ComparedFrame = { seen: null, wanted: 0, meeting: false, size: 0, range: 0 };

/** Every frame of a span, also those in which nobody is seen. */
function comparedIn(frames: FrameSpan, mouths: readonly DescribedMouth[]): ComparedFrame[] {
  const compared = mouths.flatMap((each) => each.compared);
  const missing = Math.max(0, lengthOf(frames) - compared.length);
  return [...compared, ...Array.from({ length: missing }, () => UNSEEN)];
}

function describeSpoken(
  { shot, frames, performer, doubt }: SpokenLine,
  mouths: readonly DescribedMouth[],
): PlannedLine['spoken'][number] {
  const passed = new Map<string, number>();
  for (const { reason, start, end } of mouths.flatMap(({ mouth }) => mouth.passed)) {
    passed.set(reason, (passed.get(reason) ?? 0) + end - start);
  }
  return {
    ...{ shot, frames, performer, doubt },
    rendered: mouths.reduce((sum, { mouth }) => sum + renderedIn(mouth), 0),
    passed: [...passed].map(([reason, count]) => ({ reason, frames: count })),
  };
}

const renderedIn = ({ strength }: MouthInShot): number => strength.filter((share) => share > 0).length;

function leftOutOf(spoken: PlannedLine['spoken'], left: boolean): LeftOut | null {
  if (spoken.some(({ rendered }) => rendered > 0)) return null;
  if (spoken.length === 0) return 'not-heard';
  if (spoken.some(({ performer }) => performer !== null)) return left ? 'left-as-asked' : 'nothing-trusted';
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
