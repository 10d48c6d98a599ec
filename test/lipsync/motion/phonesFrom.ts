import type { Phone } from '@mondwerk/film';

/** Phones one after another: symbol and length in seconds. */
export function phonesFrom(sounds: readonly (readonly [ipa: string, seconds: number])[]): Phone[] {
  let at = 0;
  return sounds.map(([ipa, seconds]) => {
    const span = { start: at, end: at + seconds };
    at = span.end;
    return { ipa, span, confidence: 1, line: 0 };
  });
}

/** The middles of frames that follow each other without a gap. */
export const middles = (frames: number, perSecond: number): Float64Array =>
  Float64Array.from({ length: frames }, (_, frame) => (frame + 0.5) / perSecond);
