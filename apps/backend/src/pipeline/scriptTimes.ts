import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';

/** Checks that every line of a script begins before its film ends. @throws Refusal `line-after-end` */
export function checkScriptTimes(
  scriptPath: string,
  lines: readonly Line[],
  filmPath: string,
  end: number,
): void {
  const late = lines.find((line) => line.span !== undefined && line.span.start >= end);
  if (!late?.span) return;
  throw new Refusal(
    'line-after-end',
    `Line ${late.index + 1} of ${basename(scriptPath)} (“${excerpt(late.text)}”) begins at ${late.span.start.toFixed(1)} s, ` +
      `but ${basename(filmPath)} ends at ${end.toFixed(1)} s: send the script of this film, with times that count from its first frame.`,
  );
}

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
