import { Refusal } from '@mondwerk/film';
import type { ScriptDocument } from './scriptDocument.ts';
import { FORMAT_NAMES, TIMED_FORMATS, type ScriptFormat } from './scriptFormat.ts';

/**
 * Sees that a script whose lines have no times is not written as a format that has only lines with times: nothing would
 * be left of it. @throws Refusal `script-untimed`, calling it `name`.
 */
export function requireTimes({ lines }: ScriptDocument, format: ScriptFormat, name: string): void {
  if (!TIMED_FORMATS.includes(format) || lines.some(({ span }) => span !== undefined)) return;
  throw new Refusal(
    'script-untimed',
    `No line of ${name} has times, and ${FORMAT_NAMES[format]} has only lines with times: align it with its voice first, or write ${FORMAT_NAMES.dapt} or ${FORMAT_NAMES.csv}.`,
  );
}
