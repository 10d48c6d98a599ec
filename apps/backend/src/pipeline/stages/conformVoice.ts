import { respaceSound } from '@mondwerk/media';
import type { VoicePiece } from '@mondwerk/speech';
import type { CheckedOrder } from '../checkedOrder.ts';
import { fingerprintValue } from '../fingerprint.ts';
import { stoppable } from '../stoppable.ts';
import type { Run } from '../run.ts';
import type { Recipe } from '../workFolder.ts';
import type { AlignedVoice } from './alignVoices.ts';
import { mixSoundsOnce, type HeardSound } from './mixStems.ts';

const VOICE = 'voice.wav';

/**
 * Lays every voice that drifts where its script has it, each by its own pieces, and all files of the dub over one
 * another: what is to be heard of it. Files that do not drift, or that no line is heard in, are laid as they are.
 */
export async function layVoicesOnce(
  run: Run,
  { stems, film }: Pick<CheckedOrder, 'stems' | 'film'>,
  voices: readonly Pick<AlignedVoice, 'stems' | 'conforming'>[],
): Promise<HeardSound> {
  const drifting = voices.filter(({ conforming }) => conforming !== null);
  const moved = new Set(drifting.flatMap((voice) => voice.stems));
  const laid: HeardSound[] = stems.filter((_, place) => !moved.has(place));
  for (const voice of drifting) {
    const sound = await mixSoundsOnce(
      run,
      voice.stems.map((place) => stems[place]),
    );
    laid.push(await respaceOnce(run, sound, voice.conforming!.pieces, film.clock.end));
  }
  return mixSoundsOnce(run, laid);
}

async function respaceOnce(
  run: Run,
  sound: HeardSound,
  places: readonly VoicePiece[],
  seconds: number,
): Promise<HeardSound> {
  run.signal.throwIfAborted();
  const inputs = { voice: sound.sha256, pieces: places, seconds };
  const recipe: Recipe = { stage: 'conformVoice', inputs, rooms: ['film', 'media'] };
  const pieces = await run.work.pieces(recipe);
  if (await pieces.has(VOICE)) {
    run.progress.reused(recipe.stage);
  } else {
    await run.progress.measure(recipe.stage, { unit: 'voices', total: 1 }, () =>
      pieces.make(VOICE, (path) => stoppable(run.signal, respaceSound(sound.path, places, seconds, path))),
    );
  }
  return { path: pieces.pathOf(VOICE), name: sound.name, sha256: fingerprintValue(inputs), seconds };
}
