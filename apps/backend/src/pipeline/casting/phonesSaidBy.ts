import { SILENCE, type Phone } from '@mondwerk/film';

/** Less than this many seconds is no time. */
const TOUCHING = 1e-6;

/**
 * The sound as one mouth sees it: the phones of its own lines, and silence everywhere else up to the film's end, without
 * gaps. Of lines that would have it say two things at once, the one that begins first is said to its end.
 */
export function phonesSaidIn(lines: readonly number[], phones: readonly Phone[], seconds: number): Phone[] {
  const own = new Set(lines);
  const byLine = Map.groupBy(
    phones.filter(({ line }) => own.has(line)),
    ({ line }) => line,
  );
  const inTurn = [...byLine.values()].sort((a, b) => a[0].span.start - b[0].span.start);
  const said: Phone[] = [];
  let end = 0;
  for (const { span, ...phone } of inTurn.flat()) {
    const start = Math.max(span.start, end);
    if (span.end - start < TOUCHING) continue;
    if (start - end > TOUCHING) said.push(silence(end, start));
    said.push({ ...phone, span: { start, end: span.end } });
    end = span.end;
  }
  if (seconds - end > TOUCHING) said.push(silence(end, seconds));
  return said;
}

const silence = (start: number, end: number): Phone => ({
  ...{ ipa: SILENCE, span: { start, end }, confidence: 1, line: -1 },
});
