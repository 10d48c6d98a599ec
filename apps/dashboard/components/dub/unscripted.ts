import type { TimeSpan } from '@mondwerk/film';
import type { Peaks } from '#lib/film/index.ts';

/** Of the usual loudness of lines, the share from which a sound counts as speech. */
const SPEAKS = 0.35;

/** Pauses within speech, and what is taken for speech at all, in seconds. */
const PAUSE = 0.4;
const SHORTEST = 0.7;

/** Words may run on so far beyond where a line was aligned, in seconds. */
const MARGIN = 0.3;

/** Where a voice speaks although no line says anything: `lines` are where they are heard. */
export function unscriptedSpeech({ pairs, perSecond }: Peaks, lines: readonly TimeSpan[]): TimeSpan[] {
  const count = pairs.length / 2;
  const loudness = (at: number): number => Math.max(Math.abs(pairs[2 * at]), Math.abs(pairs[2 * at + 1]));
  const said = new Uint8Array(count);
  const within: number[] = [];
  for (const { start, end } of lines) {
    const [first, last] = [start - MARGIN, end + MARGIN].map((time) => Math.round(time * perSecond));
    for (let at = Math.max(0, first); at < Math.min(count, last); at++) {
      if (at >= start * perSecond && at < end * perSecond) within.push(loudness(at));
      said[at] = 1;
    }
  }
  const usual = within.sort((a, b) => a - b)[Math.floor(within.length * 0.6)] ?? 0;
  if (usual === 0) return [];
  const loud = Array.from({ length: count }, (_, at) => at).filter(
    (at) => said[at] === 0 && loudness(at) >= SPEAKS * usual,
  );
  return joined(loud, PAUSE * perSecond)
    .map(({ start, end }) => ({ start: start / perSecond, end: end / perSecond }))
    .filter(({ start, end }) => end - start >= SHORTEST);
}

/** Runs of ascending places that are no further apart than a gap. */
function joined(places: readonly number[], gap: number): TimeSpan[] {
  const runs: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && place - last.end <= gap) last.end = place + 1;
    else runs.push({ start: place, end: place + 1 });
  }
  return runs;
}
