import type { Line, Phone, TimeSpan } from '@mondwerk/film';
import type { Pronunciation } from '../pronounce/pronunciation.ts';
import { adaptModel } from './adaptModel.ts';
import { FRAME_SECONDS } from './cepstra.ts';
import { planStretches, spansOf } from './planStretches.ts';
import { judgeLines, type LineAlignment } from './judgeLines.ts';
import { readPhones } from './readPhones.ts';
import { hearSound } from './hearSound.ts';
import type { Sound } from './sound.ts';
import type { SoundFeatures } from './soundFeatures.ts';
import { firstModel } from './soundModel.ts';
import { walkStretches, type AlignedStretch, type PhonesOfLines } from './walkStretches.ts';

/** What `alignSpeech` found: phones that cover the whole sound without gaps, and how each line fared. */
export interface SpeechAlignment {
  readonly phones: readonly Phone[];
  readonly lines: readonly LineAlignment[];
}

/** How firmly each re-estimation holds on to the prior: less and less. */
const passes = [
  { means: 60, variances: 120 },
  { means: 30, variances: 60 },
  { means: 20, variances: 40 },
  { means: 12, variances: 30 },
  { means: 12, variances: 30 },
  { means: 12, variances: 30 },
];

/**
 * Finds when each sound of the lines is spoken, without any trained weights but a weak prior: monophone hidden
 * Markov models re-estimated on the sound itself. Line times are soft bounds; lines without times are found in order.
 */
export function alignSpeech(
  sound: Sound,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
): Promise<SpeechAlignment> {
  return hearSound(sound, (heard) => alignHeard(heard, lines, pronunciations));
}

/** The same for a sound that was heard already. */
export function alignHeard(
  heard: SoundFeatures,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
): SpeechAlignment {
  const phonesOf = expectedPhones(lines, pronunciations);
  const first = firstModel(
    phonesOf.flat().map(({ ipa }) => ipa),
    heard,
  );
  let model = first;
  let spans = spansOf(lines);
  let aligned: AlignedStretch[] = [];
  for (const firmness of passes) {
    aligned = walkStretches(planStretches(spans, heard.frames), phonesOf, heard, model);
    spans = foundSpans(spans, lines, aligned);
    model = adaptModel(first, heard, aligned, firmness);
  }
  aligned = walkStretches(planStretches(spans, heard.frames), phonesOf, heard, model);
  const phones = readPhones(heard, model, lines, pronunciations, aligned);
  return { phones, lines: judgeLines(lines, phones) };
}

function expectedPhones(lines: readonly Line[], pronunciations: readonly Pronunciation[]): PhonesOfLines {
  const said = new Map(pronunciations.map((pronunciation) => [pronunciation.line, pronunciation.words]));
  return lines.map(({ index }, line) =>
    (said.get(index) ?? []).flatMap(({ phones }, word) => phones.map((ipa) => ({ ipa, line, word }))),
  );
}

/** Once a line without times has been found, it is looked for near that place only. */
function foundSpans(
  spans: readonly (TimeSpan | undefined)[],
  lines: readonly Line[],
  aligned: readonly AlignedStretch[],
): (TimeSpan | undefined)[] {
  const found = [...spans];
  for (const { stretch, chain, path, phones, from } of aligned) {
    stretch.lines.forEach((line, at) => {
      if (lines[line].span !== undefined) return;
      const inLine = (state: number): boolean =>
        chain.phone[state] >= 0 && phones[chain.phone[state]].line === at;
      const [start, end] = [path.findIndex(inLine), path.findLastIndex(inLine) + 1];
      if (start >= 0)
        found[line] = { start: (from + start) * FRAME_SECONDS, end: (from + end) * FRAME_SECONDS };
    });
  }
  return found;
}
