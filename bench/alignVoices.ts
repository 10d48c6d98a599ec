import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import { splitIpa } from '@mondwerk/phonetics';
import { SOUND_RATE, soundOf } from '@mondwerk/speech';
import { speakAll } from '../tools/spokenLine.ts';
import { trainingSentences } from '../tools/trainingSentences.ts';
import type { Comparison, SpokenCase } from './alignCase.ts';
import { spokenSentences, type SpokenSentences } from './spokenSentences.ts';

/** Voices, speeds and pitches that the prior was not trained on; languages take them in turn. */
const manners = [
  { variant: '+m7', speed: 160, pitch: 42 },
  { variant: '+f4', speed: 200, pitch: 60 },
  { variant: '+m4', speed: 140, pitch: 30 },
  { variant: '+Annie', speed: 180, pitch: 50 },
];

/** eSpeak NG's speech in every language of `spokenSentences`, with the start of each phone as its truth. */
export const voiceCases = (): SpokenCase[] =>
  spokenSentences.map((sentences, at) => voiceCase(sentences, manners[at % manners.length]));

/** The training sentences are said nowhere here. */
const otherTexts: Readonly<Record<string, readonly string[]>> = {
  ...trainingSentences,
  zh: ['今天我想去图书馆看书', '他在厨房里做饭', '我们的老师明天回国', '这条河里有很多鱼'],
};

interface Start {
  readonly ipa: string;
  readonly at: number;
  readonly confidence: number;
}

function voiceCase(
  { tag, voice, written, spoken = written }: SpokenSentences,
  manner: (typeof manners)[0],
): SpokenCase {
  const parts: Float32Array[] = [];
  const lines: Line[] = [];
  const truth: Start[][] = [];
  let offset = 0;
  spoken.forEach((sentence, index) => {
    const said = speakAll([sentence], { ...manner, voice: voice + manner.variant });
    const samples = Float32Array.from(
      [...soundOf(said.samples, said.sampleRate)].flatMap((part) => [...part]),
    );
    const starts = said.phones.map(({ ipa, start }) => ({
      ipa: splitIpa(ipa)[0] ?? '',
      at: start + offset,
      confidence: 1,
    }));
    const span = { start: starts[0].at, end: said.phones.at(-1)!.end + offset };
    parts.push(samples);
    truth.push(starts.filter(({ ipa }) => ipa !== ''));
    lines.push({ index, text: written[index], span });
    offset += samples.length / SOUND_RATE;
  });
  return {
    name: `eSpeak ${tag}${manner.variant}`,
    language: tag,
    samples: Float32Array.from(parts.flatMap((part) => [...part])),
    lines,
    otherTexts: otherTexts[tag],
    compare: (line, phones) => compareStarts(phones, truth[line]),
  };
}

function compareStarts(phones: readonly Phone[], truth: readonly Start[]): Comparison[] {
  const found = phones
    .filter(({ ipa }) => ipa !== SILENCE)
    .map(({ ipa, span, confidence }) => ({ ipa, at: span.start, confidence }));
  return pairs(found, truth).map(([mine, real]) => ({
    found: mine.at,
    real: real.at,
    confidence: mine.confidence,
  }));
}

/** Equal sounds in equal order (longest common subsequence): the two sides may differ where words join. */
function pairs(a: readonly Start[], b: readonly Start[]): [Start, Start][] {
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i][j] = a[i].ipa === b[j].ipa ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const out: [Start, Start][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i].ipa === b[j].ipa) out.push([a[i++], b[j++]]);
    else if (best[i + 1][j] >= best[i][j + 1]) i++;
    else j++;
  }
  return out;
}
