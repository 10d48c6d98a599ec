import type { CheckedFilm } from './pipeline/checkedFilm.ts';
import type { HeadRights } from './pipeline/report/replacementReport.ts';
import type { MatchedFilm } from './pipeline/replacement/replaceFaces.ts';
import { performerId } from './pipeline/footage/performerNamed.ts';
import type { WantedHead } from './pipeline/replacement/checkedReplacement.ts';
import { checkReplacement, declareReplacement } from './rights/declareReplacement.ts';

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

/**
 * Makes sure, before any work, that a head may get another face, as far as that can be known before it is known who is in the
 * film: who is named by one face of theirs has no number yet. @throws Refusal of `checkReplacement`.
 */
export async function requireBasis(
  { rightsBasis: basis }: { readonly rightsBasis?: string },
  { filmName, filmHash }: CheckedFilm,
  { replaced, donors: footage }: WantedHead,
  signal: AbortSignal,
): Promise<void> {
  const performer = performerId(replaced);
  if (basis !== undefined && performer === undefined) return;
  await checkReplacement({ filmName, filmHash, performer: performer ?? replaced, footage }, basis, signal);
}
