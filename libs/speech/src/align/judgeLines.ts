import { SILENCE, type Line, type Phone, type TimeSpan } from '@mondwerk/film';
import type { LineProblem } from './lineProblems.ts';

/** Where a line was found. Where the sound does not carry the text, `fits` is false and `problem` says why. */
export interface LineAlignment {
  readonly line: number;
  readonly span: TimeSpan;
  readonly confidence: number;
  readonly fits: boolean;
  readonly problem?: LineProblem;
}

/**
 * Mean confidence of phones that a text has which is not what is spoken at all, and one that a good recording of the
 * right text reaches: measured on GRID, the two ends of a line's confidence.
 */
const [wrongText, rightText] = [0.55, 0.9];
/** Below this confidence a line's text is taken not to be what is spoken. */
const leastConfidence = 0.6;
/** Nobody speaks more phones than this in a second, and no phone goes on longer than this many seconds. */
const [fastest, slowest] = [32, 1.5];

/** Sums up each line's phones; a line that was not found keeps the script's span and confidence 0. */
export function judgeLines(lines: readonly Line[], phones: readonly Phone[]): LineAlignment[] {
  const spoken = new Map<number, Phone[]>();
  for (const phone of phones) {
    if (phone.line < 0 || phone.ipa === SILENCE) continue;
    const own = spoken.get(phone.line);
    if (own === undefined) spoken.set(phone.line, [phone]);
    else own.push(phone);
  }
  return lines.map(({ index, span }) => judge(index, spoken.get(index) ?? [], span));
}

function judge(line: number, phones: readonly Phone[], script?: TimeSpan): LineAlignment {
  if (phones.length === 0) {
    return { line, span: script ?? { start: 0, end: 0 }, confidence: 0, fits: false, problem: 'not-heard' };
  }
  const span = { start: phones[0].span.start, end: phones.at(-1)!.span.end };
  const lengths = phones.map((phone) => phone.span.end - phone.span.start);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const mean = phones.reduce((sum, phone, at) => sum + phone.confidence * lengths[at], 0) / total;
  const confidence = Math.min(1, Math.max(0, (mean - wrongText) / (rightText - wrongText)));
  const problem = problemOf(confidence, phones.length / total, Math.max(...lengths));
  return { line, span, confidence, fits: problem === undefined, ...(problem && { problem }) };
}

function problemOf(confidence: number, rate: number, longest: number): LineProblem | undefined {
  if (rate > fastest) return 'too-fast';
  return confidence < leastConfidence || longest > slowest ? 'other-words' : undefined;
}
