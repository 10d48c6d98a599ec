import { basename } from 'node:path';
import type { Phone } from '@mondwerk/film';
import { checkLanguage, phonemise, readLexicon, type Conforming } from '@mondwerk/speech';
import type { Run } from '../pipeline/run.ts';
import type { Alignment } from './alignment.ts';
import type { ReadScript } from './heardScript.ts';
import { hearVoice } from './hearVoice.ts';
import { openVoice, type OpenedVoice } from './openVoice.ts';
import { spokenScript, type Hearing, type ScriptOrder } from './spokenScript.ts';
import { spokenWords } from './spokenWords.ts';
import { linesOf, soundsOf } from './tellLines.ts';

/** What is to be aligned with what, and how. */
export interface AlignOrder extends ScriptOrder {
  readonly voice: string;
  /** Whether nobody looks if the voice drifts from the script. */
  readonly voiceAsIs: boolean;
  /** Whether times are told as the script has them, where the voice drifts. */
  readonly conform: boolean;
  /** How names are said. */
  readonly lexicon?: string;
}

/** An alignment, and what it was made from, for whoever draws it or cues mouths. */
export interface AlignedVoice {
  readonly voice: OpenedVoice;
  readonly alignment: Alignment;
  /** All that is said, ascending by its start; those of different lines may overlap. */
  readonly spoken: readonly Phone[];
  /** One after the other, with silences: of what is said at once only the first. */
  readonly phones: readonly Phone[];
  /** How the voice runs away from its script, `null` where it does not. */
  readonly conforming: Conforming | null;
  readonly script: ReadScript;
  /** Where the script comes from, `null` where somebody gave it. */
  readonly hearing: Hearing | null;
}

/** What the work is done with. */
export type AlignTools = Omit<Run, 'work'>;

/** Finds out what is said when in a sound. @throws Refusal for a sound, a script or a language that cannot be used. */
export async function alignSound(order: AlignOrder, tools: AlignTools): Promise<AlignedVoice> {
  const { language: given, voiceAsIs, conform } = order;
  if (given !== undefined) await checkLanguage(given);
  const voice = await openVoice(order.voice);
  const lexicon = order.lexicon === undefined ? [] : await readLexicon(order.lexicon);
  const { script, lines, tag, heard: hearing } = await spokenScript(order, voice, tools);
  const language = await checkLanguage(tag);
  const { heard, pronunciations } = await tools.progress.measure(
    'alignSpeech',
    { unit: 'lines', total: lines.length },
    async () => {
      const said = await phonemise(lines, language, lexicon);
      const wanted = { voice, lines, pronunciations: said, voiceAsIs, conform };
      return { pronunciations: said, heard: await hearVoice(wanted, tools.signal) };
    },
  );
  const { spoken, phones, conforming } = heard;
  return {
    alignment: {
      voice: voice.name,
      script: order.script === undefined ? null : basename(order.script),
      language: tag,
      clock: conform && conforming !== null ? 'script' : 'voice',
      seconds: Math.max(voice.seconds, phones.at(-1)?.span.end ?? 0),
      words: spokenWords(spoken, pronunciations),
      phones: soundsOf(spoken),
      lines: linesOf(lines, heard.lines),
    },
    ...{ voice, spoken, phones, conforming, script, hearing },
  };
}
