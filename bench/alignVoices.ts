import { SILENCE, type Line } from '@mondwerk/film';
import { splitIpa } from '@mondwerk/phonetics';
import { alignSpeech, checkLanguage, phonemise, soundOf } from '@mondwerk/speech';
import { speakAll } from '../tools/spokenLine.ts';
import { spokenSentences } from './spokenSentences.ts';

/** What was measured on one voice: error of each phone's start in seconds, and how sure the aligner was. */
export interface VoiceResult {
  readonly name: string;
  readonly errors: readonly number[];
  readonly confidence: number;
  readonly fitting: number;
  readonly lines: number;
}

interface Start {
  readonly ipa: string;
  readonly at: number;
}

/** Aligns eSpeak NG's speech in voices that the prior has not heard, as plain text, against its true phone times. */
export async function measureVoices(count = Infinity): Promise<VoiceResult[]> {
  const results: VoiceResult[] = [];
  for (const [tag, all] of Object.entries(spokenSentences)) {
    const sentences = all.slice(0, count);
    const { samples, sampleRate, phones } = speakAll(sentences, {
      voice: `${tag}+m7`,
      speed: 160,
      pitch: 42,
    });
    const lines: Line[] = sentences.map((text, index) => ({ index, text }));
    const found = await alignSpeech(
      soundOf(samples, sampleRate),
      lines,
      await phonemise(lines, await checkLanguage(tag)),
    );
    const truth = phones.flatMap(({ ipa, start }) =>
      splitIpa(ipa)
        .slice(0, 1)
        .map((name) => ({ ipa: name, at: start })),
    );
    const aligned = found.phones
      .filter(({ ipa }) => ipa !== SILENCE)
      .map(({ ipa, span }) => ({ ipa, at: span.start }));
    results.push({
      name: `eSpeak ${tag}+m7, ${sentences.length} lines, plain text`,
      errors: pairs(aligned, truth).map(([mine, real]) => mine.at - real.at),
      confidence: found.lines.reduce((sum, line) => sum + line.confidence, 0) / lines.length,
      fitting: found.lines.filter(({ fits }) => fits).length,
      lines: lines.length,
    });
  }
  return results;
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
