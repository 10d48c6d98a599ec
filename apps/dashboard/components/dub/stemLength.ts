import type { Stem } from '#lib/api/stems.ts';

/** How a voice's length compares with its film's. */
export interface LengthBesideFilm {
  /** Seconds by which it is longer; negative: shorter. */
  readonly longer: number;
  /** Whether it is taken for the voice of this film as it is. */
  readonly fits: boolean;
}

/** Seconds by which a voice may differ from its film before it is taken for the wrong one, as the server has it. */
const toleranceOf = (filmSeconds: number): number => 1 + filmSeconds / 100;

/** Compares an audio file with its film; music and effects are never laid to mouths, so their length is no matter. */
export function besideFilm(
  { kind, seconds }: Pick<Stem, 'kind' | 'seconds'>,
  filmSeconds: number,
): LengthBesideFilm {
  const longer = seconds - filmSeconds;
  return { longer, fits: kind === 'music-and-effects' || Math.abs(longer) <= toleranceOf(filmSeconds) };
}
