import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import type { Pronunciation } from '../pronounce/pronunciation.ts';
import { STATES } from './acousticPrior.ts';
import { FRAME_SECONDS } from './cepstra.ts';
import { Scorer } from './scorer.ts';
import type { SoundFeatures } from './soundFeatures.ts';
import { PAUSE, type SoundModel } from './soundModel.ts';
import type { AlignedStretch } from './walkStretches.ts';

/** A run of frames that belong to one phone or one pause. */
interface Run {
  readonly from: number;
  to: number;
  readonly ipa: string;
  readonly line: number;
  readonly word?: string;
  readonly emissions: number[];
}

/** The phones of all stretches with silence between them, from the first frame to the sound's end (`seconds`). */
export function readPhones(
  sound: SoundFeatures,
  model: SoundModel,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
  aligned: readonly AlignedStretch[],
  seconds: number,
): Phone[] {
  const words = new Map(pronunciations.map(({ line, words: said }) => [line, said]));
  const runs: Run[] = [];
  let frame = 0;
  for (const stretch of [...aligned].sort((a, b) => a.from - b.from)) {
    if (stretch.from > frame) runs.push(silent(frame, stretch.from));
    runs.push(...runsOf(stretch, lines, words));
    frame = stretch.from + stretch.path.length;
  }
  if (frame < sound.frames) runs.push(silent(frame, sound.frames));
  const scorer = new Scorer(sound, model);
  return joinSilences(runs).map((run) => ({
    ipa: run.ipa,
    span: {
      start: run.from * FRAME_SECONDS,
      end: run.to === sound.frames ? seconds : run.to * FRAME_SECONDS,
    },
    confidence: confidenceOf(run, scorer, model),
    line: run.line,
    ...(run.word === undefined ? {} : { word: run.word }),
  }));
}

const silent = (from: number, to: number): Run => ({ from, to, ipa: SILENCE, line: -1, emissions: [] });

function runsOf(
  { chain, path, phones, stretch, from }: AlignedStretch,
  lines: readonly Line[],
  words: ReadonlyMap<number, Pronunciation['words']>,
): Run[] {
  const runs: Run[] = [];
  let before = -2;
  path.forEach((state, at) => {
    const phone = chain.phone[state];
    if (phone !== before) runs.push(begin(from + at, phone, chain.emission[state]));
    runs.at(-1)!.to = from + at + 1;
    if (phone >= 0) runs.at(-1)!.emissions.push(chain.emission[state]);
    before = phone;
  });
  return runs;

  function begin(frame: number, phone: number, emission: number): Run {
    if (phone < 0) {
      const line = emission === PAUSE ? (runs.at(-1)?.line ?? -1) : -1;
      return { from: frame, to: frame, ipa: SILENCE, line, emissions: [] };
    }
    const { ipa, line, word } = phones[phone];
    const { index } = lines[stretch.lines[line]];
    return { from: frame, to: frame, ipa, line: index, word: words.get(index)?.[word].word, emissions: [] };
  }
}

function joinSilences(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.ipa === SILENCE && run.ipa === SILENCE && last.line === run.line) last.to = run.to;
    else joined.push({ ...run });
  }
  return joined;
}

/** Nats by which densities of correlated features overstate what a frame says. */
const temper = 6;

/** How much better than the recording's other phones this one explains its frames, as a share of belief. */
function confidenceOf(run: Run, scorer: Scorer, model: SoundModel): number {
  if (run.ipa === SILENCE) return 1;
  let sum = 0;
  run.emissions.forEach((emission, at) => {
    const own = scorer.score(run.from + at, emission);
    let [total, count] = [Math.exp((scorer.score(run.from + at, PAUSE) - own) / temper), 1];
    for (let other = 1; other < model.phones.count; other += STATES) {
      total += Math.exp(Math.min(60, (scorer.score(run.from + at, other) - own) / temper));
      count++;
    }
    sum += 1 / (1 + (total * 3) / count);
  });
  return sum / Math.max(1, run.emissions.length);
}
