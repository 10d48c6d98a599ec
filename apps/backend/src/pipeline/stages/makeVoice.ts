import { makeWebSound, soundPeaks, type PeakHeader } from '@mondwerk/media';
import type { HeardVoice } from '../heardVoice.ts';
import { makePiecesOnce, type Pieced, type Run } from '../run.ts';
import { PEAKS_PER_SECOND } from './makeProxy.ts';

/** The names of a voice's pieces. */
export const VOICE = { sound: 'voice.m4a', peaks: 'peaks.bin' } as const;

/** Makes the voice that browsers play beside the proxy, exactly as long as the film, and measures how loud it is over time. */
export const makeVoiceOnce = (
  run: Run,
  { checked, path, identity }: HeardVoice,
): Promise<Pieced<PeakHeader>> => {
  const seconds = checked.film.clock.end;
  return makePiecesOnce(
    run,
    {
      stage: 'makeVoice',
      inputs: { voice: identity, seconds, perSecond: PEAKS_PER_SECOND },
      rooms: ['film', 'media'],
    },
    { unit: 'voices', total: 1 },
    async (pieces) => {
      const options = { seconds, signal: run.signal };
      await pieces.make(VOICE.sound, (out) => makeWebSound(path, out, options));
      let header: PeakHeader | undefined;
      await pieces.make(VOICE.peaks, async (out) => {
        header = await soundPeaks(path, { ...options, perSecond: PEAKS_PER_SECOND }, out);
      });
      return header!;
    },
  );
};
