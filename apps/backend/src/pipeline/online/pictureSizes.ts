import { readAs, type Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { footageOf } from '../footage/otherFilm.ts';

/** How many times as wide and as high the pictures are that are rendered as those that were analysed. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** The pictures that a dub is rendered in, where it was planned on others. */
export interface Online {
  /** The film whose frames are rendered. */
  readonly original: CheckedFilm;
  readonly scale: Scale;
  /** The other footage as it fits into the film's own pictures, by number. */
  readonly footage: ReadonlyMap<number, { readonly film: Film; readonly scale: Scale }>;
}

/** The film and the other footage that a dub is rendered in and from. */
export interface Shown {
  readonly film: CheckedFilm;
  readonly footage: ReadonlyMap<number, Film>;
  /** How much larger than analysed the faces of a shot are. */
  readonly scaleOf: (shot: number) => Scale;
}

const SAME: Scale = { x: 1, y: 1 };

/** What a dub is rendered in: its original where it was planned on a proxy, else the film that was analysed. */
export function shownFilm(order: CheckedOrder, online: Online | null): Shown {
  if (online === null) {
    const footage = new Map(order.footage.map(({ film }, at) => [at + 1, film]));
    return { film: order, footage, scaleOf: () => SAME };
  }
  return {
    film: online.original,
    footage: new Map([...online.footage].map(([number, { film }]) => [number, film])),
    scaleOf: (shot) => scaleIn(online, footageOf(shot)),
  };
}

/** Brings a dub that was planned on a proxy to its original. `probeFootage` looks at a file of the other footage. */
export async function bringOnline(
  { film, footage }: Pick<CheckedOrder, 'film' | 'footage'>,
  original: CheckedFilm,
  probeFootage: (path: string) => Promise<Film>,
): Promise<Online> {
  const fitted = new Map<number, { film: Film; scale: Scale }>();
  for (const [at, input] of footage.entries()) {
    const own = readAs(await probeFootage(input.path), original.film);
    fitted.set(at + 1, { film: own, scale: scaleBetween(input.film, own) });
  }
  return { original, scale: scaleBetween(film, original.film), footage: fitted };
}

type Size = Pick<Film, 'width' | 'height'>;

const scaleBetween = (from: Size, to: Size): Scale => ({
  x: to.width / from.width,
  y: to.height / from.height,
});

/** Of the film itself, number 0, or of other footage. */
const scaleIn = ({ scale, footage }: Online, number: number): Scale =>
  number === 0 ? scale : (footage.get(number)?.scale ?? SAME);

/** How many times as far apart the eyes of a face are as analysed, in the film, number 0, or in other footage. */
export const eyeScaleIn = (online: Online, number: number): number => {
  const { x, y } = scaleIn(online, number);
  return Math.sqrt(x * y);
};
