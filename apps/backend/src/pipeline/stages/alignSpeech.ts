import type { Line } from '@mondwerk/film';
import {
  phonemise,
  usedEntries,
  type Drift,
  type SpeechAlignment,
  type VoiceAlignment,
  type VoiceClock,
} from '@mondwerk/speech';
import type { CheckedOrder, ScriptInput } from '../checkedOrder.ts';
import { voiceTolerance } from '../voiceLength.ts';
import { alignInThread, type AlignedSound } from '../alignInThread.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { HeardSound } from './mixStems.ts';

/** What is said when. */
export type Speech = Pick<SpeechAlignment, 'phones'>;

/** A sound in which lines are looked for. */
export interface SpokenSound {
  readonly sound: HeardSound;
  readonly lines: readonly Line[];
  /** Whether it stays as it is, even where it drifts from the times of its lines. */
  readonly keepTimes: boolean;
  /** How others drift that were recorded with it, where some do. */
  readonly likely?: Drift | undefined;
}

/** Aligns one voice of the dub with its lines; one that drifts is laid where the script has it. */
export function alignVoiceOnce(
  run: Run,
  { film, script }: CheckedOrder,
  { sound, lines, keepTimes, likely }: SpokenSound,
): Promise<Artifact<VoiceAlignment>> {
  const lengths = { voice: sound.seconds, film: film.clock.end };
  // A voice that runs behind ends after the film; one that is far too long is cut there, as a person asked.
  const longest = lengths.film + voiceTolerance(lengths.film);
  const heard = Math.min(Math.max(lengths.voice, lengths.film), longest);
  return alignOnce(
    run,
    {
      stage: 'alignSpeech',
      sound: { voice: sound.sha256, lengths, asIs: keepTimes, ...(likely && { likely }) },
    },
    { lines, language: script.language, lexicon: script.lexicon },
    { voice: sound.path, seconds: heard },
    { lengths, keepTimes, ...(likely && { likely }) },
  );
}

/** Aligns the film's own sound with the original dialogue; `null` when nobody gave that. */
export async function alignOriginalOnce(run: Run, order: CheckedOrder): Promise<Artifact<Speech> | null> {
  if (order.original === null) return null;
  return alignOnce(
    run,
    { stage: 'alignOriginal', sound: { film: order.filmHash } },
    order.original,
    { film: order.film },
    { lengths: { voice: order.film.clock.end, film: order.film.clock.end }, keepTimes: true },
  );
}

interface AlignedStage {
  readonly stage: string;
  readonly sound: Readonly<Record<string, unknown>>;
}

function alignOnce(
  run: Run,
  { stage, sound: known }: AlignedStage,
  { lines, language, lexicon }: Pick<ScriptInput, 'lines' | 'language' | 'lexicon'>,
  sound: AlignedSound,
  clock: VoiceClock,
): Promise<Artifact<VoiceAlignment>> {
  const names = usedEntries(lexicon, lines, language.tag);
  const inputs = { ...known, lines: lines.map(asSpoken), language, ...(names.length > 0 && { names }) };
  return makeOnce(
    run,
    { stage, inputs, rooms: ['film', 'media', 'phonetics', 'speech'] },
    { unit: 'lines', total: lines.length },
    async () => {
      const pronunciations = await phonemise(lines, language, names);
      return alignInThread(run.signal, { sound, lines, pronunciations, clock });
    },
  );
}

/** What of a line decides how it is heard. */
const asSpoken = ({ index, text, span, language }: Line) => ({ index, text, span, language });
