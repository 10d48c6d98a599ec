import { median, SILENCE, type Line, type TimeSpan } from '@mondwerk/film';
import { FRAME_SECONDS } from './cepstra.ts';
import type { LineProblem } from './lineProblems.ts';
import type { Run } from './runs.ts';
import type { WordsOfLines } from './walkStretches.ts';

/** Where a line was found. Where the sound does not carry the text, `fits` is false and `problem` says why. */
export interface LineAlignment {
  readonly line: number;
  readonly span: TimeSpan;
  readonly confidence: number;
  readonly fits: boolean;
  readonly problem?: LineProblem;
}

/** What is thought of a line: how well its phones fit, 0..1, and why it does not fit. */
export interface Verdict {
  readonly confidence: number;
  readonly problem?: LineProblem;
}

/**
 * Nats by which a line's frames may fit other phones better before its words are taken to be others: measured on GRID
 * and on 14 languages with noise and music (see `npm run bench -- align`). Where all lines fit less well, more is let go.
 */
const [ownGap, shareOfTypical, mostTypical] = [2.4, 0.5, 2];
/** The confidence of a line that is just let go. */
const leastConfidence = 0.6;
/** Nobody speaks more phones than this in a second, and no phone goes on longer than this many seconds. */
const [fastest, slowest] = [32, 1.5];

/** Judges every line by the phones that it was given. */
export function judgeLines(lines: readonly Line[], words: WordsOfLines, runs: readonly Run[]): Verdict[] {
  const own = phonesByLine(lines.length, runs);
  const gaps = own.map(gapOf);
  const typical = median(gaps.filter((_, at) => own[at].length > 0));
  const limit = ownGap + shareOfTypical * Math.min(mostTypical, typical);
  return lines.map(({ span }, at) => {
    if (words[at].length === 0) return { confidence: 0, problem: 'words-unknown' };
    if (own[at].length === 0)
      return { confidence: 0, problem: tooShort(words[at], span) ? 'too-fast' : 'not-heard' };
    const confidence = Math.max(0, 1 - ((1 - leastConfidence) * gaps[at]) / limit);
    const problem = problemOf(own[at], gaps[at] > limit);
    return problem === undefined
      ? { confidence }
      : { confidence: Math.min(confidence, leastConfidence / 2), problem };
  });
}

function phonesByLine(count: number, runs: readonly Run[]): Run[][] {
  const own: Run[][] = Array.from({ length: count }, () => []);
  for (const run of runs) if (run.line >= 0 && run.ipa !== SILENCE) own[run.line].push(run);
  return own;
}

const framesOf = (runs: readonly Run[]): number => runs.reduce((sum, { from, to }) => sum + to - from, 0);

const gapOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { from, to, gap }) => sum + gap * (to - from), 0) / Math.max(1, framesOf(runs));

function problemOf(phones: readonly Run[], strange: boolean): LineProblem | undefined {
  if (phones.length / (framesOf(phones) * FRAME_SECONDS) > fastest) return 'too-fast';
  const longest = Math.max(...phones.map(({ from, to }) => to - from)) * FRAME_SECONDS;
  return strange || longest > slowest ? 'other-words' : undefined;
}

/** Whether nobody could say a line's words in its time. */
function tooShort(words: WordsOfLines[number], span: TimeSpan | undefined): boolean {
  const phones = words.reduce((sum, ways) => sum + Math.min(...ways.map(({ length }) => length)), 0);
  return span !== undefined && phones / Math.max(span.end - span.start, FRAME_SECONDS) > fastest;
}
