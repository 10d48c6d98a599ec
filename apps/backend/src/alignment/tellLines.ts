import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import type { LineAlignment } from '@mondwerk/speech';
import type { LineProblem } from '../pipeline/lines/lineCodes.ts';
import type { Alignment } from './alignment.ts';

/** What of phones is said. */
export const soundsOf = (phones: readonly Phone[]): Alignment['phones'] =>
  phones
    .filter(({ ipa, line }) => ipa !== SILENCE && line >= 0)
    .map(({ ipa, span, confidence, line }) => ({ ...span, text: ipa, confidence, line }));

/** Lines of a script with what was found of them. */
export function linesOf(
  lines: readonly Line[],
  found: readonly (Omit<LineAlignment, 'problem'> & { readonly problem?: LineProblem | null })[],
): Alignment['lines'] {
  const byLine = new Map(found.map((each) => [each.line, each]));
  return lines.map(({ index, text, character, span: planned }) => {
    const { span, confidence, fits, problem } = byLine.get(index) ?? {
      span: planned ?? { start: 0, end: 0 },
      ...{ confidence: 0, fits: false, problem: 'not-heard' as const },
    };
    return {
      ...{ index, ...span, text, confidence, fits },
      ...(problem && !fits && { problem }),
      ...(character !== undefined && { character }),
    };
  });
}
