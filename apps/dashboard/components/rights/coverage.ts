import type { RightsBasis } from '#lib/api/rights.ts';

/** What a basis has to allow. */
export interface Need {
  /** A BCP 47 tag; `null` where nothing is said in another language. */
  readonly language: string | null;
  /** The whole face: it is replaced, or shown on another head. */
  readonly extent: RightsBasis['extent'];
}

/** What replacing a face asks for, of the one who is replaced and of the one who is shown. */
export const WHOLE_FACE: Need = { language: null, extent: 'whole-face' };

/** How somebody's rights stand for what is needed. */
export type Standing =
  'covered' | 'soon' | 'later' | 'ended' | 'revoked' | 'elsewhere' | 'mouth-only' | 'missing' | 'unneeded';

/** How somebody's rights stand for what is needed, and the day that decides it, YYYY-MM-DD, where one does. */
export interface Cover {
  readonly standing: Standing;
  readonly day: string | null;
}

/** How many days before its end a basis is said to end soon. */
const SOON_DAYS = 30;

/** Today as a calendar day in UTC, as the terms of bases are counted. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** A day so many days later. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? tag;

/** Whether an agreement for a language holds for another one: for itself and every narrower one (docs/rights.md). */
export function languageCovers(agreed: string, needed: string): boolean {
  const [wide, narrow] = [canonical(agreed), canonical(needed)];
  return narrow === wide || narrow.startsWith(`${wide}-`);
}

const isFor = ({ kind, extent, languages }: RightsBasis, need: Need): boolean => {
  const { language } = need;
  // Whoever agreed to be dubbed has not agreed to be replaced, whatever of the face that is.
  const wide = need.extent === 'mouth' || (extent === 'whole-face' && kind !== 'dubbing-agreement');
  if (!wide || languages === null || language === null) return wide;
  return languages.some((agreed) => languageCovers(agreed, language));
};

type Term = Pick<RightsBasis, 'validFrom' | 'validTo' | 'revokedAt'>;

/** Where a basis is in its time. */
export function timeOf(
  { validFrom, validTo, revokedAt }: Term,
  on: string,
): 'holds' | 'later' | 'ended' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  if (on < validFrom) return 'later';
  return validTo !== null && on > validTo ? 'ended' : 'holds';
}

/**
 * Tells how all that is recorded of somebody stands for what is needed on a day. One basis has to cover all that is needed;
 * of several that do, the one that lasts longest counts, of several that do not, the one that is nearest to it.
 */
export function coverOf(bases: readonly RightsBasis[], need: Need, on: string): Cover {
  const mine = Map.groupBy(
    bases.filter((basis) => isFor(basis, need)),
    (basis) => timeOf(basis, on),
  );
  const holding = mine.get('holds') ?? [];
  if (holding.length > 0) {
    if (holding.some(({ validTo }) => validTo === null)) return { standing: 'covered', day: null };
    const day = last(holding.map(({ validTo }) => validTo!));
    return { standing: day <= daysLater(on, SOON_DAYS) ? 'soon' : 'covered', day };
  }
  const [later, ended, revoked] = (['later', 'ended', 'revoked'] as const).map(
    (time) => mine.get(time) ?? [],
  );
  if (later.length > 0) {
    return { standing: 'later', day: later.map(({ validFrom }) => validFrom).toSorted()[0] };
  }
  if (ended.length > 0) return { standing: 'ended', day: last(ended.map(({ validTo }) => validTo!)) };
  if (revoked.length > 0) {
    return { standing: 'revoked', day: last(revoked.map(({ revokedAt }) => revokedAt!.slice(0, 10))) };
  }
  const others = bases.some((basis) => timeOf(basis, on) === 'holds');
  if (!others) return { standing: 'missing', day: null };
  return { standing: need.extent === 'mouth' ? 'elsewhere' : 'mouth-only', day: null };
}

const last = (days: readonly string[]): string => days.toSorted().at(-1)!;

/** Whether a face may be rendered as its rights stand, or needs none. */
export const isFine = ({ standing }: Cover): boolean => ['covered', 'soon', 'unneeded'].includes(standing);
