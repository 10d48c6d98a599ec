import type { LipMarkKind } from '@mondwerk/film';

/**
 * What detX calls its marks and what they say of the lips. It knows more than we heed: `fvr` (teeth on the lip),
 * `weuqueu` (round), `a`, `i`, `o` (open so far); they are kept, and written again. `labial` is an older `mpb`.
 */
const kinds: Readonly<Record<string, LipMarkKind>> = {
  in_open: 'in-open',
  in_close: 'in-close',
  mpb: 'mpb',
  labial: 'mpb',
  neutral: 'neutral',
  out_open: 'out-open',
  out_close: 'out-close',
};

/** What a mark of detX says of the lips; `undefined` where nothing of ours follows from it. */
export const lipKindOf = (type: string | undefined): LipMarkKind | undefined =>
  type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;

/** How detX calls a mark of ours. */
export const detxTypeOf = (kind: LipMarkKind): string => kind.replace('-', '_');
