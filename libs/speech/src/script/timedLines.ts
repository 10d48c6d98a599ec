import type { TimeSpan } from '@mondwerk/film';
import type { ScriptDocument, ScriptLine } from './scriptDocument.ts';

/** A line with times. */
export type TimedLine = ScriptLine & { readonly span: TimeSpan };

/** The lines that a format of times can write. */
export const timedLines = ({ lines }: ScriptDocument): TimedLine[] =>
  lines.filter((line): line is TimedLine => line.span !== undefined);
