import { SILENCE, type Line } from '@mondwerk/film';
import { FRAME_SECONDS } from './cepstra.ts';
import type { PhoneEar } from './hearPhones.ts';
import type { Verdict } from './judgeLines.ts';
import type { FrameWindow } from './lattice.ts';
import { joinSilences, silent, type Run } from './runs.ts';

/** Seconds of speech without which nobody says a line, and the share of its time that is speech then. */
const [leastSpeech, leastShare] = [0.2, 0.25];

/** All runs anew, and what is thought of each line now. */
export interface Reheard {
  readonly runs: readonly Run[];
  readonly verdicts: readonly Verdict[];
}

/**
 * Takes the phones of lines that do not fit away, and hears the sound itself where these lines should be, so that the
 * mouth follows what is said. Lines in whose time nobody speaks are not heard.
 */
export function hearMisfits(
  lines: readonly Line[],
  runs: readonly Run[],
  verdicts: readonly Verdict[],
  ear: PhoneEar,
): Reheard {
  const misfit = (line: number): boolean => line >= 0 && verdicts[line].problem !== undefined;
  const wanted = placesOf(lines, runs, verdicts);
  let left = joinSilences(runs.map((run) => (misfit(run.line) ? silent(run.from, run.to) : run)));
  const judged = verdicts.map((verdict, line): Verdict => {
    if (verdict.problem === undefined) return verdict;
    const place = wanted[line] && freePart(left, wanted[line]);
    const phones = place === undefined ? [] : ear.hear(place, line);
    const speech = phones.reduce((sum, { ipa, from, to }) => sum + (ipa === SILENCE ? 0 : to - from), 0);
    if (
      place === undefined ||
      speech * FRAME_SECONDS < leastSpeech ||
      speech < leastShare * (place.to - place.from)
    ) {
      return { confidence: 0, problem: verdict.problem === 'other-words' ? 'not-heard' : verdict.problem };
    }
    left = layOver(left, place, trimmed(phones));
    const problem = verdict.problem === 'not-heard' ? 'other-words' : verdict.problem;
    return { confidence: Math.max(faint, verdict.confidence), problem };
  });
  return { runs: left, verdicts: judged };
}

/** The confidence of a line whose phones were heard without its words. */
const faint = 0.1;

/** The frames in which each line that does not fit should be. */
function placesOf(
  lines: readonly Line[],
  runs: readonly Run[],
  verdicts: readonly Verdict[],
): (FrameWindow | undefined)[] {
  const found: (FrameWindow | undefined)[] = lines.map(() => undefined);
  for (const { line, from, to } of runs) {
    if (line >= 0) found[line] = { from: Math.min(from, found[line]?.from ?? from), to };
  }
  const end = runs.at(-1)?.to ?? 0;
  return lines.map(({ span }, at) => {
    if (verdicts[at].problem === undefined) return undefined;
    if (span !== undefined) {
      return { from: Math.floor(span.start / FRAME_SECONDS), to: Math.ceil(span.end / FRAME_SECONDS) };
    }
    return verdicts[at].problem === 'words-unknown' ? undefined : (found[at] ?? shareOfGap(found, at, end));
  });
}

/** Lines that were left out share the time between the lines around them. */
function shareOfGap(found: readonly (FrameWindow | undefined)[], at: number, end: number): FrameWindow {
  const before = found.slice(0, at).findLastIndex((window) => window !== undefined);
  const next = found.findIndex((window, line) => line > at && window !== undefined);
  const [from, to] = [found[before]?.to ?? 0, found[next]?.from ?? end];
  const count = (next < 0 ? found.length : next) - before - 1;
  const share = (to - from) / count;
  return { from: Math.round(from + share * (at - before - 1)), to: Math.round(from + share * (at - before)) };
}

/** The longest part of a place in which no line is. */
function freePart(runs: readonly Run[], place: FrameWindow): FrameWindow | undefined {
  let best: FrameWindow | undefined;
  for (const { ipa, line, from, to } of runs) {
    if (ipa !== SILENCE || line >= 0 || to <= place.from || from >= place.to) continue;
    const part = { from: Math.max(from, place.from), to: Math.min(to, place.to) };
    if (best === undefined || part.to - part.from > best.to - best.from) best = part;
  }
  return best;
}

/** Silence before and after a line's phones is not the line's. */
function trimmed(phones: readonly Run[]): Run[] {
  const first = phones.findIndex(({ ipa }) => ipa !== SILENCE);
  const last = phones.findLastIndex(({ ipa }) => ipa !== SILENCE);
  return phones.map((run, at) => (at < first || at > last ? silent(run.from, run.to) : run));
}

function layOver(runs: readonly Run[], place: FrameWindow, over: readonly Run[]): Run[] {
  const at = runs.findIndex(({ from, to }) => from <= place.from && to >= place.to);
  const { from, to } = runs[at];
  const edges = [silent(from, place.from), silent(place.to, to)].filter((run) => run.to > run.from);
  const [before, after] = [
    edges.filter((run) => run.to <= place.from),
    edges.filter((run) => run.from >= place.to),
  ];
  return [...runs.slice(0, at), ...joinSilences([...before, ...over, ...after]), ...runs.slice(at + 1)];
}
