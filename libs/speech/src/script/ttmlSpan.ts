import { Refusal, type TimeSpan } from '@mondwerk/film';
import { reckoned, reckonLength } from './reckonLength.ts';
import { plainOf, type RichText } from './richText.ts';
import type { ScriptLine } from './scriptDocument.ts';
import type { Found } from './ttmlWalk.ts';
import { writeClock } from './writeClock.ts';

/**
 * When an element is said; its end is infinite where it only says when it begins. `undefined` where it says neither.
 * @throws Refusal `script-times` where it ends before it starts.
 */
export function spanSaid(
  { attributes, around: { span, timed } }: Found,
  text: RichText,
  name: string,
): TimeSpan | undefined {
  if (!timed || (span.end === Infinity && attributes.begin === undefined)) return undefined;
  if (span.start < span.end) return span;
  const words = plainOf(text).replace(/\s+/g, ' ').trim();
  throw new Refusal(
    'script-times',
    `The script ${name}: “${words.slice(0, 40)}” (at ${writeClock(span.start)}) ends before it starts: correct its times.`,
  );
}

/** Gives lines that only say when they begin an end, and says so. */
export function endOpenLines(
  lines: readonly ScriptLine[],
  name: string,
): { readonly lines: ScriptLine[]; readonly remarks: string[] } {
  let open = 0;
  const ended = lines.map((line) => {
    if (line.span?.end !== Infinity) return line;
    open++;
    const { start } = line.span;
    return { ...line, span: { start, end: start + reckonLength(plainOf(line.text)) } };
  });
  return { lines: ended, remarks: reckoned(open, lines.length, name) };
}
