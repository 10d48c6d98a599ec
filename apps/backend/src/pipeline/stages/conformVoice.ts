import { respaceSound } from '@mondwerk/media';
import type { CheckedOrder } from '../checkedOrder.ts';
import { stoppable } from '../stoppable.ts';
import type { Run } from '../run.ts';
import type { Artifact, Recipe } from '../workFolder.ts';
import type { VoiceSpeech } from './alignSpeech.ts';

const VOICE = 'voice.wav';

/** Lays a voice that drifts where its script has it. Returns the file of the voice that is to be heard. */
export async function conformVoiceOnce(
  run: Run,
  { voice, film }: Pick<CheckedOrder, 'voice' | 'film'>,
  speech: Artifact<VoiceSpeech>,
): Promise<string> {
  const { conforming } = speech.value;
  if (conforming === null) return voice.path;
  run.signal.throwIfAborted();
  const inputs = { voice: voice.sha256, pieces: conforming.pieces, seconds: film.clock.end };
  const recipe: Recipe = { stage: 'conformVoice', inputs, rooms: ['film', 'media'] };
  const pieces = await run.work.pieces(recipe);
  if (await pieces.has(VOICE)) {
    run.progress.reused(recipe.stage);
  } else {
    await run.progress.measure(recipe.stage, { unit: 'voices', total: 1 }, () =>
      pieces.make(VOICE, (path) =>
        stoppable(run.signal, respaceSound(voice.path, conforming.pieces, film.clock.end, path)),
      ),
    );
  }
  return pieces.pathOf(VOICE);
}
