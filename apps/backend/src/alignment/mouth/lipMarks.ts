import { SILENCE, type LipMark, type LipMarkKind, type Phone } from '@mondwerk/film';
import { cueMouths } from '@mondwerk/lipsync';
import { lipClassOf } from '@mondwerk/phonetics';

/** A pause from this long on, in seconds, is marked where it begins and where it ends. */
const PAUSE = 0.3;

/** Lips that meet within so many seconds of another mark are not marked once more. */
const APART = 0.06;

/**
 * What adapters would mark of a line: whether it begins and ends with open or closed lips, also at its pauses, and where
 * its lips meet. `phones` are those of the line with silences between them.
 */
export function lipMarks(phones: readonly Phone[]): LipMark[] {
  const marks: LipMark[] = stretchesOf(phones).flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch[stretch.length - 1]];
    return [
      { kind: isClosed(first) ? 'in-close' : 'in-open', at: first.span.start },
      { kind: isClosed(last) ? 'out-close' : 'out-open', at: last.span.end },
    ] satisfies { kind: LipMarkKind; at: number }[];
  });
  if (marks.length === 0) return [];
  const [start, end] = [marks[0].at, marks[marks.length - 1].at];
  const met = cueMouths(phones)
    .filter(({ shape }) => shape === 'closed')
    .map(({ span }): LipMark => ({ kind: 'mpb', at: (span.start + span.end) / 2 }))
    .filter(({ at }) => at > start && at < end && marks.every((mark) => Math.abs(mark.at - at) > APART));
  return [...marks, ...met].sort((a, b) => a.at - b.at);
}

const isClosed = ({ ipa }: Phone): boolean => lipClassOf(ipa) === 'bilabial';

/** What is said between pauses that are worth a mark. */
function stretchesOf(phones: readonly Phone[]): Phone[][] {
  const stretches: Phone[][] = [];
  for (const phone of phones) {
    if (phone.ipa === SILENCE) continue;
    const last = stretches.at(-1);
    const before = last?.[last.length - 1].span.end ?? -Infinity;
    if (last === undefined || phone.span.start - before >= PAUSE) stretches.push([phone]);
    else last.push(phone);
  }
  return stretches;
}
