import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import { checkEvidence, openBasis, requireBases, type BasisFile } from './basisFile.ts';
import type { RunRights } from './declareRights.ts';
import { addToLedger, operatorHere } from './ledger.ts';

/** A replacement that somebody wants on the command line. */
export interface WantedReplacement {
  readonly filmName: string;
  readonly filmHash: string;
  /** Whose head it is, as `inspect` calls them. */
  readonly performer: string;
  /** What the other face is taken from; the film itself where it is that. */
  readonly footage: readonly { readonly name: string; readonly sha256: string }[];
}

/** On what a face is replaced, by whose names. */
export interface ReplacementRights {
  readonly rights: RunRights;
  /** The names of the replaced and of the shown performer. */
  readonly replaced: string;
  readonly shown: string;
}

/**
 * Checks that both the performer who is replaced and the one who is shown have agreed to it, each by name, and that the
 * footage is the shown one's. There is no doing it on one's own word.
 * @throws Refusal `rights-missing`, `rights-file` or `evidence-changed`; then nothing is rendered.
 */
export async function checkReplacement(
  wanted: WantedReplacement,
  path: string | undefined,
  signal: AbortSignal,
): Promise<ReplacementRights> {
  if (path === undefined) throw noBasis(wanted);
  const basis = await openBasis(path, wanted);
  const { replaced, shown } = namedIn(path, basis, wanted);
  requireBases(basis, {
    title: wanted.filmName,
    language: null,
    extent: 'whole-face',
    performers: [
      { id: replaced, name: replaced, role: 'replaced' },
      { id: shown, name: shown, role: 'shown' },
    ],
  });
  await checkEvidence(path, basis, signal);
  const sha256 = await fingerprintFile(path, signal);
  const rights: RunRights = {
    basis: { file: basename(path), sha256, performers: [...new Set([replaced, shown])] },
    declaration: null,
    operator: operatorHere(),
    at: new Date().toISOString(),
    footage: wanted.footage.map(({ name: file, sha256: sum }) => ({ file, sha256: sum })),
  };
  return { rights, replaced, shown };
}

/**
 * Checks it, before a face is rendered, and writes it down.
 * @throws Refusal of `checkReplacement`, or `rights-ledger`; then nothing is rendered.
 */
export async function declareReplacement(
  wanted: WantedReplacement,
  { basis, ledger }: { readonly basis: string | undefined; readonly ledger: string },
  signal: AbortSignal,
): Promise<ReplacementRights> {
  const checked = await checkReplacement(wanted, basis, signal);
  const { rights, replaced, shown } = checked;
  const film = { file: wanted.filmName, sha256: wanted.filmHash };
  await addToLedger(ledger, { version: 1, act: 'replace', film, replaced, shown, ...rights });
  return checked;
}

const noBasis = ({ filmName, performer }: WantedReplacement): Refusal =>
  new Refusal(
    'rights-missing',
    `A face is replaced only on a recorded basis: give --rights-basis with the consent of ${performer} in ${filmName} and of whoever is shown instead (docs/rights.md shows one).`,
  );

/** Who is replaced by whom. @throws Refusal where the file says nothing of this head, or not of this footage. */
function namedIn(
  path: string,
  { replacements }: BasisFile,
  { filmName, performer, footage }: WantedReplacement,
): BasisFile['replacements'][number] {
  const found = replacements.find((each) => each.performer === performer);
  if (found === undefined) {
    throw new Refusal(
      'rights-missing',
      `${basename(path)} does not say who may be shown instead of ${performer} in ${filmName}: add that to its replacements.`,
    );
  }
  const agreed = new Set(found.footage.map(({ sha256 }) => sha256));
  const other = footage.find(({ sha256 }) => !agreed.has(sha256));
  if (other === undefined) return found;
  throw new Refusal(
    'rights-missing',
    `${basename(path)} names no footage of ${found.shown} with the SHA-256 of ${other.name} (${other.sha256}): use what was agreed to, or record that it may be used.`,
  );
}
