import { join } from 'node:path';
import { makePerformerFilm, type FilmOrder, type PerformerFilm } from './film.ts';
import { lines } from './lines.ts';
import type { PerformerName } from './performers.ts';

/** Whose face is replaced by whose, and how much is filmed. */
export interface ReplacementOrder extends Pick<FilmOrder, 'width' | 'height' | 'rate' | 'threads'> {
  readonly replaced?: PerformerName;
  readonly shown?: PerformerName;
  readonly targetLines?: readonly string[];
  readonly donorLines?: readonly string[];
  /** So much of each film is made at most; all that is spoken when left out. */
  readonly seconds?: number;
}

/** A film whose performer is replaced, footage of the performer who is shown, and what a perfect replacement looks like. */
export interface ReplacementFilms {
  readonly target: PerformerFilm;
  readonly donor: PerformerFilm;
  /** The target's film, frame for frame, in which the replaced performer wears the shown one's face. */
  readonly truth: PerformerFilm;
}

/** The usual pair: alike enough to stand in for one another, and told apart surely by their faces. */
export const PAIR = { replaced: 'ida', shown: 'bruno' } as const satisfies Record<string, PerformerName>;

const DONOR_LINES = [
  'Good morning, everybody, and thank you for coming so early.',
  'We have found a village where the whole family can live.',
  'Who would move above a bakery if the bread were bad?',
  'Mother put five apples and a jar of honey before the fire.',
  'Oh, how I love to walk home over the old wooden bridge.',
  'Nobody knows what the weather will bring us tomorrow.',
];

/** Films the three into folders of their own: the donor speaks other lines, moves more, and sits in other light. */
export async function makeReplacementFilms(
  folder: string,
  order: ReplacementOrder = {},
): Promise<ReplacementFilms> {
  const { replaced = PAIR.replaced, shown = PAIR.shown, targetLines, donorLines, ...size } = order;
  const target: FilmOrder = {
    ...size,
    ...{ performer: replaced, lines: targetLines ?? lines.en.slice(0, 2), seed: 3, sway: 1.4 },
  };
  const donor: FilmOrder = {
    ...size,
    ...{ performer: shown, lines: donorLines ?? DONOR_LINES, seed: 11, sway: 2.2, light: 'window' },
  };
  return {
    target: await makePerformerFilm(join(folder, 'target'), target),
    donor: await makePerformerFilm(join(folder, 'donor'), donor),
    truth: await makePerformerFilm(join(folder, 'truth'), { ...target, face: shown }),
  };
}
