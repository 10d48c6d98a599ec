import { basename } from 'node:path';
import type { AlignedVoice } from './alignSound.ts';
import { describeHeard } from '../hearScript.ts';
import { listed } from './outFiles.ts';
import { nameLine } from './nameLine.ts';

/** So many lines that do not fit are named. */
const MOST_NAMED = 12;

/** What a person wants to know once a voice is aligned: how much was heard, what does not fit, what was written. */
export function sayAlignment(
  { alignment, conforming, hearing }: AlignedVoice,
  written: readonly string[],
): string {
  const { voice, script, clock, lines, words } = alignment;
  const counts = `${voice}: ${counted(lines.length, 'line')}, ${counted(words.length, 'word')}`;
  const odd = lines.filter(({ fits }) => !fits);
  const drawn = written.some((path) => path.toLowerCase().endsWith('.svg'));
  return [
    ...(hearing === null ? [] : [describeHeard(hearing)]),
    odd.length === 0 ? `${counts}, all lines fit.` : `${counts}, ${sayOdd(odd)}.`,
    ...(conforming === null
      ? []
      : [sayDrift(conforming.drift.atEnd, { voice, script: script ?? 'its script', clock })]),
    `Written: ${listed(written.map((path) => basename(path)))}.`,
    ...(odd.length > 0 && !drawn ? ['A picture shows where it is wrong: add --out NAME.svg.'] : []),
  ].join('\n');
}

function sayOdd(odd: AlignedVoice['alignment']['lines']): string {
  const named = odd.slice(0, MOST_NAMED).map(nameLine);
  const more = odd.length - named.length;
  return `${counted(odd.length, 'line')} ${odd.length === 1 ? 'does' : 'do'} not fit: ${listed(more > 0 ? [...named, `${more} more`] : named)}`;
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

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
