import { basename } from 'node:path';
import type { AlignedVoice } from './alignSound.ts';
import { describeHeard } from '../hearScript.ts';
import { listed } from './outFiles.ts';
import { counted, nameLines, oddLines } from './nameLines.ts';

/** What a person wants to know once a voice is aligned: how much was heard, what does not fit, what was written. */
export function sayAlignment(
  { alignment, conforming, hearing }: AlignedVoice,
  written: readonly string[],
): string {
  const { voice, script, clock, lines, words } = alignment;
  const counts = `${voice}: ${counted(lines.length, 'line')}, ${counted(words.length, 'word')}`;
  const drawn = written.some((path) => path.toLowerCase().endsWith('.svg'));
  return [
    ...(hearing === null ? [] : [describeHeard(hearing)]),
    `${counts}, ${sayFit(lines)}.`,
    ...(conforming === null
      ? []
      : [sayDrift(conforming.drift.atEnd, { voice, script: script ?? 'its script', clock })]),
    `Written: ${listed(written.map((path) => basename(path)))}.`,
    ...(oddLines(lines).length > 0 && !drawn
      ? ['A picture shows where it is wrong: add --out NAME.svg.']
      : []),
  ].join('\n');
}

/** What is wrong with the lines, and of how many nobody knows the words. */
function sayFit(lines: AlignedVoice['alignment']['lines']): string {
  const odd = oddLines(lines);
  const unknown = lines.filter(({ problem }) => problem === 'words-unknown').length;
  const fit =
    odd.length > 0
      ? `${counted(odd.length, 'line')} ${odd.length === 1 ? 'does' : 'do'} not fit: ${nameLines(odd)}`
      : unknown > 0
        ? ''
        : 'all lines fit';
  const blank = unknown === 0 ? '' : `the words of ${counted(unknown, 'line')} are not known`;
  return [fit, blank].filter((part) => part !== '').join('; ');
}

function sayDrift(
  atEnd: number,
  { voice, script, clock }: { readonly voice: string; readonly script: string; readonly clock: string },
): string {
  const runs = `${voice} runs ${atEnd > 0 ? 'ahead of' : 'behind'} ${script}, by ${Math.abs(atEnd).toFixed(2)} s at the end`;
  return clock === 'voice'
    ? `${runs}: times are those of ${voice} as it is; --conform gives them as ${script} has them.`
    : `${runs}: times are those of ${script}; without --conform they are those of ${voice} as it is.`;
}
