import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import type { TwoShotFilm } from '../twoShotFilm.ts';
import { store } from './actRunner.ts';

/** Stores a film of two shots with its dub as a title's, and orders it to be planned with nothing wished for. */
export async function storeTwoShots(storage: Storage, title: string, made: TwoShotFilm): Promise<PlanOrder> {
  const source = await store(storage, made.film, `titles/${title}/source.mp4`);
  const stem = await store(storage, made.voice, `titles/${title}/voice.wav`);
  const script = await store(storage, made.script, `titles/${title}/script.srt`);
  return {
    ...{ title, source, original: null, performers: null, lineSettings: [] },
    stems: [{ ...stem, character: null }],
    script: { ...script, language: 'es' },
    settings: { fitVoice: false, voiceAsIs: false, followLoudness: true, onlyVisible: false },
    casting: { characters: [], lines: [] },
  };
}
