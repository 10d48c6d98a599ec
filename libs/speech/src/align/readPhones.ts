import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import type { Pronunciation } from '../pronounce/pronunciation.ts';
import { Belief } from './belief.ts';
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
  /** Sum of belief over its frames. */
  belief: number;
}

/** The phones of all stretches with silence between them, from the first frame to the sound's end. */
export function readPhones(
  sound: SoundFeatures,
  model: SoundModel,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
  aligned: readonly AlignedStretch[],
): Phone[] {
  const words = new Map(pronunciations.map(({ line, words: said }) => [line, said]));
  const belief = new Belief(new Scorer(sound, model), model);
  const runs: Run[] = [];
  let frame = 0;
  for (const stretch of [...aligned].sort((a, b) => a.from - b.from)) {
    if (stretch.from > frame) runs.push(silent(frame, stretch.from));
    runs.push(...runsOf(stretch, lines, words, belief));
    frame = stretch.from + stretch.path.length;
  }
  if (frame < sound.frames) runs.push(silent(frame, sound.frames));
  return joinSilences(runs).map((run) => ({
    ipa: run.ipa,
    span: {
      start: run.from * FRAME_SECONDS,
      end: run.to === sound.frames ? sound.seconds : run.to * FRAME_SECONDS,
    },
    confidence: run.ipa === SILENCE ? 1 : run.belief / (run.to - run.from),
    line: run.line,
    ...(run.word === undefined ? {} : { word: run.word }),
  }));
}

const silent = (from: number, to: number): Run => ({ from, to, ipa: SILENCE, line: -1, belief: 0 });

function runsOf(
  { chain, path, phones, stretch, from }: AlignedStretch,
  lines: readonly Line[],
  words: ReadonlyMap<number, Pronunciation['words']>,
  belief: Belief,
): Run[] {
  const runs: Run[] = [];
  let before = -2;
  path.forEach((state, at) => {
    const phone = chain.phone[state];
    if (phone !== before) runs.push(begin(from + at, phone, chain.emission[state]));
    const run = runs.at(-1)!;
    run.to = from + at + 1;
    if (phone >= 0) run.belief += belief.in(from + at, chain.emission[state]);
    before = phone;
  });
  return runs;

  function begin(frame: number, phone: number, emission: number): Run {
    if (phone < 0) {
      const line = emission === PAUSE ? (runs.at(-1)?.line ?? -1) : -1;
      return { ...silent(frame, frame), line };
    }
    const { ipa, line, word } = phones[phone];
    const { index } = lines[stretch.lines[line]];
    return { from: frame, to: frame, ipa, line: index, word: words.get(index)?.[word].word, belief: 0 };
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
