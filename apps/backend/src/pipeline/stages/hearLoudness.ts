import { loudestIn, measureLoudness } from '@mondwerk/lipsync';
import { streamSound } from '@mondwerk/media';
import type { CheckedOrder } from '../checkedOrder.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { VoiceSpeech } from './alignVoices.ts';
import { layVoicesOnce } from './conformVoice.ts';

/** How loud each phone is at its loudest, in dB and in the phones' order; `null` where that says nothing. */
export type PhoneLevels = readonly (number | null)[];

/** Enough for how loud a voice is. */
const SAMPLE_RATE = 16_000;

/** Measures how loud every sound of a dub is in the voice that says it, as it lies on the film's clock. */
export async function hearLoudnessOnce(
  run: Run,
  order: Pick<CheckedOrder, 'stems' | 'film'>,
  speech: Artifact<VoiceSpeech>,
): Promise<Artifact<PhoneLevels>> {
  const { phones, voices } = speech.value;
  return makeOnce(
    run,
    { stage: 'hearLoudness', inputs: { speech: speech.key }, rooms: ['film', 'media', 'lipsync'] },
    { unit: 'voices', total: voices.length },
    async (meter) => {
      const levels: (number | null)[] = phones.map(() => null);
      for (const [at, voice] of voices.entries()) {
        const own = { stems: voice.stems.map((place) => order.stems[place]), film: order.film };
        const laid = { stems: own.stems.map((_, place) => place), conforming: voice.conforming };
        const sound = await layVoicesOnce(run, own, [laid]);
        const loudness = await measureLoudness(streamSound(sound.path, SAMPLE_RATE), SAMPLE_RATE);
        const lines = new Set(voice.lines);
        phones.forEach(({ line, span }, place) => {
          if (lines.has(line)) levels[place] = inTenths(loudestIn(loudness, span));
        });
        meter.reach(at + 1);
      }
      return levels;
    },
  );
}

const inTenths = (level: number | undefined): number | null =>
  level === undefined ? null : Math.round(level * 10) / 10;
