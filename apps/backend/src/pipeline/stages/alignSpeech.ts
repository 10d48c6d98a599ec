import { readSound, soundOfFilm } from '@mondwerk/media';
import { phonemise, type SpeechAlignment } from '@mondwerk/speech';
import type { CheckedOrder, ScriptInput } from '../../order/checkOrder.ts';
import { fitSamples } from '../../order/voiceLength.ts';
import { alignInThread } from '../alignInThread.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

const SAMPLE_RATE = 16_000;

/** What is said when: phones over the whole sound, and how each line of the script fared. */
export type Speech = SpeechAlignment;

/** Aligns the dubbed voice with its script, on the film's clock. */
export function alignVoiceOnce(run: Run, order: CheckedOrder): Promise<Artifact<Speech>> {
  const seconds = order.film.clock.end;
  return alignOnce(run, 'alignSpeech', { voice: order.voice.sha256, seconds }, order.script, async () =>
    fitSamples(await readSound(order.voice.path, SAMPLE_RATE), seconds, SAMPLE_RATE),
  );
}

/** Aligns the film's own sound with the original dialogue; `null` when nobody gave that. */
export async function alignOriginalOnce(run: Run, order: CheckedOrder): Promise<Artifact<Speech> | null> {
  if (order.original === null) return null;
  return alignOnce(run, 'alignOriginal', { film: order.filmHash }, order.original, () =>
    soundOfFilm(order.film, 0, SAMPLE_RATE),
  );
}

function alignOnce(
  run: Run,
  stage: string,
  sound: Readonly<Record<string, unknown>>,
  script: ScriptInput,
  readSamples: () => Promise<Float32Array>,
): Promise<Artifact<Speech>> {
  const inputs = { ...sound, script: script.sha256, language: script.language };
  return makeOnce(
    run,
    { stage, inputs, rooms: ['film', 'media', 'phonetics', 'speech'] },
    { unit: 'lines', total: script.lines.length },
    async () => {
      const pronunciations = await phonemise(script.lines, script.language);
      const samples = await readSamples();
      return alignInThread({ samples, sampleRate: SAMPLE_RATE }, script.lines, pronunciations);
    },
  );
}
