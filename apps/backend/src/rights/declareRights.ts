import type { Report } from '../pipeline/report/reportSchema.ts';
import { readBasisFile, type Wanted } from './basisFile.ts';
import { languageName } from './languageCovers.ts';
import { addToLedger, operatorHere } from './ledger.ts';

/** On what a run of the command line renders faces, as its report tells it. */
export type RunRights = NonNullable<Report['rights']>;

/** What is said about it on the command line. */
export interface Declared {
  /** The file of `--rights-basis`. */
  readonly basis: string | undefined;
  readonly ledger: string;
  readonly tell: (sentence: string) => void;
}

/**
 * Writes down, before a face is rendered, on what that may be done: the recorded basis of a file, or the operator's
 * own word. Returns what the report says of it.
 * @throws Refusal `rights-missing`, `rights-file`, `evidence-changed` or `rights-ledger`; then nothing is rendered.
 */
export async function declareRights(
  wanted: Wanted,
  { basis, ledger, tell }: Declared,
  signal: AbortSignal,
): Promise<RunRights> {
  const at = new Date().toISOString();
  const operator = operatorHere();
  const film = { file: wanted.filmName, sha256: wanted.filmHash };
  const footage = (wanted.footage ?? []).map(({ name: file, sha256 }) => ({ file, sha256 }));
  const rights: RunRights =
    basis === undefined
      ? { basis: null, declaration: DECLARATION, ...{ operator, at } }
      : { basis: await readBasisFile(basis, wanted, signal), declaration: null, ...{ operator, at } };
  const named = footage.length > 0 ? { footage } : {};
  await addToLedger(ledger, { version: 1, film, ...named, language: wanted.language, ...rights });
  if (rights.basis === null) {
    tell(
      `Recorded in ${ledger}: ${operator} declares to hold the consent of everybody who is dubbed into ` +
        `${languageName(wanted.language)} in ${filmsOf(wanted)}; --rights-basis gives the signed basis instead.`,
    );
  }
  return { ...rights, ...named };
}

/** The film, and whatever else faces are taken from. */
const filmsOf = ({ filmName, footage = [] }: Wanted): string =>
  footage.length === 0
    ? filmName
    : `${filmName}, with mouths from ${footage.map(({ name }) => name).join(', ')}`;

const DECLARATION =
  'The operator declares to hold the consent of every performer whose mouth is rendered, for this film and language.';
