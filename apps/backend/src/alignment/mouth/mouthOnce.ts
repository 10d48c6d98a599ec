import type { Phone } from '@mondwerk/film';
import type { ScriptClock } from '@mondwerk/speech';
import type { Alignment } from '../alignment.ts';
import type { AlignTools } from '../alignSound.ts';
import { tellMouth, type ToldMouth } from './tellMouth.ts';

/** Finds out what sounds ask of a mouth when somebody first asks, showing how far it is. */
export function mouthOnce(
  {
    alignment,
    phones,
    clock,
  }: { readonly alignment: Alignment; readonly phones: readonly Phone[]; readonly clock: ScriptClock },
  { progress, signal }: AlignTools,
): () => Promise<ToldMouth> {
  let told: Promise<ToldMouth> | undefined;
  const tell = (): Promise<ToldMouth> =>
    progress.measure('cueMouths', { unit: 'frames', total: null }, ({ reach }) =>
      tellMouth(phones, { rate: clock.rate, seconds: alignment.seconds }, { signal, reach }),
    );
  return () => (told ??= tell());
}
