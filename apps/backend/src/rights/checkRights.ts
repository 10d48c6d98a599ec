import { languageCovers, languageName, territoryName } from './languageCovers.ts';
import type { RightsBasisRow } from './tables.ts';

/** What somebody wants to do with faces. */
export interface Needed {
  /** The film's name. */
  readonly title: string;
  /** A BCP 47 tag; `null` where nothing is said in another language. */
  readonly language: string | null;
  readonly performers: readonly NeededPerformer[];
  readonly extent: RightsBasisRow['extent'];
  /** Where it will be shown, as ISO 3166 codes; nothing is asked of territories while nobody knows. */
  readonly territories?: readonly string[];
}

/** What a replacement does with somebody: it takes their face away, or shows it on another head. */
export type ReplacementRole = 'replaced' | 'shown';

/** Somebody whose face is wanted. */
export interface NeededPerformer {
  readonly id: string;
  readonly name: string;
  /** Left out where their mouth is dubbed. */
  readonly role?: ReplacementRole;
}

/** What matters of a recorded basis. */
export type Basis = Pick<
  RightsBasisRow,
  | 'performer'
  | 'kind'
  | 'extent'
  | 'languages'
  | 'territories'
  | 'validFrom'
  | 'validTo'
  | 'revokedAt'
  | 'revokedBecause'
>;

/** What may be missing. */
export type Clause = 'basis' | keyof typeof CLAUSES;

/** One thing that stands in the way of rendering or delivering a face. */
export interface MissingRight {
  /** The performer's id. */
  readonly performer: string;
  readonly clause: Clause;
  /** Names performer, title, language and what is missing. */
  readonly sentence: string;
}

/** What is needed of one performer. */
export type NeededOf = Omit<Needed, 'performers'> & Pick<NeededPerformer, 'role'>;

type Blocks = (basis: Basis, needed: NeededOf, today: string) => string | null;

/** Each clause of a basis: what of it is in the way, as the rest of a sentence that begins with the basis. */
const CLAUSES = {
  revoked: ({ revokedAt, revokedBecause }) =>
    revokedAt && `was revoked on ${dayOf(revokedAt)} (${revokedBecause ?? 'no reason given'})`,
  term: ({ validFrom, validTo }, _, today) =>
    today < validFrom
      ? `holds only from ${validFrom}`
      : validTo !== null && today > validTo
        ? `ended on ${validTo}`
        : null,
  language: ({ languages }, { language }) =>
    languages === null || language === null || languages.some((agreed) => languageCovers(agreed, language))
      ? null
      : `covers only ${languages.map(languageName).join(', ')}`,
  kind: ({ kind }, { role }) =>
    role !== undefined && kind === 'dubbing-agreement'
      ? 'lets a mouth be dubbed, not a face be replaced'
      : null,
  extent: ({ extent }, needed) =>
    needed.extent === 'mouth' || extent === 'whole-face' ? null : 'covers the mouth, not the whole face',
  territory: ({ territories }, needed) => {
    const outside = territories && needed.territories?.filter((code) => !territories.includes(code));
    return outside?.length ? `does not cover ${outside.map(territoryName).join(', ')}` : null;
  },
} satisfies Record<string, Blocks>;

const KINDS: Readonly<Record<RightsBasisRow['kind'], string>> = {
  consent: 'The consent',
  'estate-consent': 'The consent of the estate',
  'dubbing-agreement': 'The dubbing agreement',
  'contract-exemption': 'The contract exemption',
};

/**
 * Tells what stands in the way: nothing when every performer has one basis that covers all that is needed. Of several
 * that do not, the one that lacks least is told of. `today` is a calendar day, YYYY-MM-DD.
 */
export function missingRights(needed: Needed, bases: readonly Basis[], today: string): MissingRight[] {
  return needed.performers.flatMap((performer) => {
    const lacking = bases
      .filter((basis) => basis.performer === performer.id)
      .map((basis) => ({ basis, blocks: blocksOf(basis, { ...needed, role: performer.role }, today) }))
      .sort((a, b) => a.blocks.length - b.blocks.length);
    if (lacking.length === 0) return [noBasis(needed, performer)];
    const [{ basis, blocks }] = lacking;
    return blocks.map(([clause, what]): MissingRight => ({
      performer: performer.id,
      clause,
      sentence:
        `${KINDS[basis.kind]} of ${performer.name} for “${needed.title}” ${what}: ` +
        `record one that lets ${wish(needed, performer)}.`,
    }));
  });
}

/** Whether a basis covers all that is needed of its performer on a day, YYYY-MM-DD. */
export const covers = (basis: Basis, needed: NeededOf, today: string): boolean =>
  blocksOf(basis, needed, today).length === 0;

/** What a basis has to allow, as the end of a sentence. */
const wish = ({ language }: Needed, { role }: NeededPerformer): string =>
  role === undefined
    ? `it be dubbed into ${languageName(language ?? 'und')}`
    : { replaced: 'the whole face be replaced', shown: 'the whole face be shown on another head' }[role];

const blocksOf = (basis: Basis, needed: NeededOf, today: string): [Clause, string][] =>
  Object.entries<Blocks>(CLAUSES).flatMap(([clause, blocks]): [Clause, string][] => {
    const what = blocks(basis, needed, today);
    return what === null ? [] : [[clause as Clause, what]];
  });

const noBasis = (needed: Needed, performer: NeededPerformer): MissingRight => ({
  performer: performer.id,
  clause: 'basis',
  sentence: `${performer.name} has no recorded rights basis for “${needed.title}”: record one that lets ${wish(needed, performer)}.`,
});

/** The calendar day of a moment, in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
