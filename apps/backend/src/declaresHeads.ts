import type { CheckedFilm } from './pipeline/checkedFilm.ts';
import type { HeadRights } from './pipeline/report/replacementReport.ts';
import type { MatchedFilm } from './pipeline/replacement/replaceFaces.ts';
import { declareReplacement } from './rights/declareReplacement.ts';

/**
 * What asks, once it is known whose heads get whose faces, whether all of those people have agreed, and writes it down: head by
 * head. @throws Refusal those of `declareReplacement`.
 */
export const declaresHeads =
  (
    { rightsBasis: basis }: { readonly rightsBasis?: string },
    { filmName, filmHash }: CheckedFilm,
    ledger: string,
    signal: AbortSignal,
  ) =>
  async ({ replacements }: MatchedFilm): Promise<HeadRights[]> => {
    const declared: HeadRights[] = [];
    for (const { film, donors } of replacements) {
      const wanted = { filmName, filmHash, performer: film.replaced.id, footage: donors };
      declared.push(await declareReplacement(wanted, { basis, ledger }, signal));
    }
    return declared;
  };

/** Makes sure, before any work, that there is a recorded basis at all. @throws Refusal `rights-missing` */
export async function requireBasis(
  { rightsBasis: basis }: { readonly rightsBasis?: string },
  { filmName, filmHash }: CheckedFilm,
  performer: string,
  signal: AbortSignal,
): Promise<void> {
  if (basis !== undefined) return;
  await declareReplacement({ filmName, filmHash, performer, footage: [] }, { basis, ledger: '' }, signal);
}
