import type { NewBasis } from '#lib/api/rights.ts';
import { isUnnamed, type Performer } from '#lib/api/cast.ts';
import { isFine, today } from './coverage.ts';
import { isAbout } from './faceUses.ts';
import type { RightsBook } from './rightsBook.ts';

/** A basis while it is written down. */
export type BasisDraft = Omit<NewBasis, 'evidence'>;

/** A clause that cannot be recorded as it is. */
export type Flaw = 'languages' | 'territories' | 'validFrom' | 'validTo' | 'signer' | 'signedOn';

/**
 * What a basis most likely is: everywhere, from today on, for what lacks one: the whole face where it is replaced or
 * shown, else the mouth in the languages of the dubs; signed today, by the performer where it is for one who has a name.
 */
export function firstDraft(
  { uses, coverIn }: RightsBook,
  performers: readonly Performer[],
  extent?: BasisDraft['extent'],
): BasisDraft {
  const lacking = uses.filter((use) =>
    performers.some(({ id }) => isAbout(use, id) && !isFine(coverIn(id, use))),
  );
  const wanted = lacking.length > 0 ? lacking : uses.filter(({ whom }) => whom === null);
  const languages = wanted.flatMap(({ need }) => need.language ?? []);
  const whole = wanted.some(({ need }) => need.extent === 'whole-face');
  const [only, ...more] = performers;
  return {
    kind: 'consent',
    extent: extent ?? (whole ? 'whole-face' : 'mouth'),
    languages: languages.length > 0 ? [...new Set(languages)] : null,
    territories: null,
    validFrom: today(),
    validTo: null,
    signer: more.length === 0 && !isUnnamed(only) ? only.name : '',
    signedOn: today(),
  };
}

/** The clauses that have to be put right before a draft can be recorded. */
export function flawsOf(draft: BasisDraft): ReadonlySet<Flaw> {
  const { languages, territories, validFrom, validTo, signer, signedOn } = draft;
  const flaws: readonly (readonly [Flaw, boolean])[] = [
    ['languages', languages?.length === 0],
    ['territories', territories?.length === 0],
    ['validFrom', validFrom === ''],
    ['validTo', validTo !== null && validTo < validFrom],
    ['signer', signer.trim() === ''],
    ['signedOn', signedOn === ''],
  ];
  return new Set(flaws.flatMap(([flaw, there]) => (there ? [flaw] : [])));
}

/** A word that nothing else is called by, also where the page came without https. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
