import { readSound, soundOfFilm } from '@mondwerk/media';
import { phonemise, type SpeechAlignment, type VoiceAlignment, type VoiceClock } from '@mondwerk/speech';
import type { CheckedOrder, ScriptInput } from '../checkedOrder.ts';
import { fitSamples, voiceTolerance } from '../voiceLength.ts';
import { alignInThread } from '../alignInThread.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

const SAMPLE_RATE = 16_000;

/** What is said when: phones over the whole sound, and how each line of the script fared. */
export type Speech = SpeechAlignment;

/** The same of the dubbed voice, on the film's clock, with how the voice has to be laid anew for that, if so. */
export type VoiceSpeech = VoiceAlignment;

/** Aligns the dubbed voice with its script; a voice that drifts is laid where the script has it. */
export function alignVoiceOnce(run: Run, order: CheckedOrder): Promise<Artifact<VoiceSpeech>> {
  const { voice, settings } = order;
  const lengths = { voice: voice.seconds, film: order.film.clock.end };
  // A voice that runs behind ends after the film; one that is far too long is cut there, as a person asked.
  const longest = lengths.film + voiceTolerance(lengths.film);
  const heard = Math.min(Math.max(lengths.voice, lengths.film), longest);
  return alignOnce(
    run,
    { stage: 'alignSpeech', sound: { voice: voice.sha256, lengths, asIs: settings.voiceAsIs } },
    order.script,
    async () => fitSamples(await readSound(voice.path, SAMPLE_RATE), heard, SAMPLE_RATE),
    { lengths, keepTimes: settings.voiceAsIs },
  );
}

/** Aligns the film's own sound with the original dialogue; `null` when nobody gave that. */
export async function alignOriginalOnce(run: Run, order: CheckedOrder): Promise<Artifact<Speech> | null> {
  if (order.original === null) return null;
  return alignOnce(
    run,
    { stage: 'alignOriginal', sound: { film: order.filmHash } },
    order.original,
    () => soundOfFilm(order.film, 0, SAMPLE_RATE),
    { lengths: { voice: order.film.clock.end, film: order.film.clock.end }, keepTimes: true },
  );
}

interface AlignedSound {
  readonly stage: string;
  readonly sound: Readonly<Record<string, unknown>>;
}

function alignOnce(
  run: Run,
  { stage, sound }: AlignedSound,
  script: ScriptInput,
  readSamples: () => Promise<Float32Array>,
  clock: VoiceClock,
): Promise<Artifact<VoiceSpeech>> {
  const inputs = { ...sound, script: script.sha256, language: script.language };
  return makeOnce(
    run,
    { stage, inputs, rooms: ['film', 'media', 'phonetics', 'speech'] },
    { unit: 'lines', total: script.lines.length },
    async () => {
      const pronunciations = await phonemise(script.lines, script.language);
      const samples = await readSamples();
      return alignInThread(
        run.signal,
        { samples, sampleRate: SAMPLE_RATE },
        script.lines,
        pronunciations,
        clock,
      );
    },
  );
}
