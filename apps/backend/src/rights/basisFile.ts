import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { z } from 'zod';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import { dayOf, missingRights, type Needed } from './checkRights.ts';
import { BACKWARDS, scope, termIsForward } from './scope.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case');

const Name = z.string().trim().min(1).max(200);

/** The shape of what `--rights-basis` names, documented in docs/rights.md. */
export const basisFileSchema = z.object({
  version: z.literal(1),
  film: z.object({ name: z.string().min(1), sha256: Sha256 }),
  performers: z
    .array(
      z
        .object({
          name: Name,
          ...scope,
          revoked: z
            .object({ on: z.iso.date(), because: z.string().min(1) })
            .nullable()
            .default(null),
          evidence: z
            .object({ file: z.string().min(1), sha256: Sha256 })
            .nullable()
            .default(null)
            .describe('The signed paper, beside this file'),
        })
        .refine(termIsForward, BACKWARDS),
    )
    .min(1),
  replacements: z
    .array(
      z.object({
        performer: z.string().min(1).describe('Whose head it is, as `mondwerk inspect` calls them'),
        replaced: Name.describe('The name of that performer'),
        shown: Name.describe('The name of whoever is shown on that head'),
        footage: z
          .array(z.object({ name: z.string().min(1), sha256: Sha256 }))
          .min(1)
          .describe('Of whoever is shown: the face is taken from no other'),
      }),
    )
    .default([]),
});

/** What is recorded of everybody in a film whose mouth may be rendered. */
export type BasisFile = z.output<typeof basisFileSchema>;

/** What is to be rendered. */
export interface Wanted {
  readonly filmName: string;
  readonly filmHash: string;
  /** Other footage from which mouths are taken. */
  readonly footage?: readonly { readonly name: string; readonly sha256: string }[];
  /** A BCP 47 tag. */
  readonly language: string;
}

/** A basis file that covers what is to be rendered. */
export interface GivenBasis {
  readonly file: string;
  readonly sha256: string;
  readonly performers: readonly string[];
}

/**
 * Reads what is recorded of the rights in a film, and checks that it covers the film and the language today.
 * @throws Refusal `rights-file`, `rights-missing` that names what is missing, or `evidence-changed`.
 */
export async function readBasisFile(path: string, wanted: Wanted, signal: AbortSignal): Promise<GivenBasis> {
  const basis = await openBasis(path, wanted);
  const people = namesIn(basis).map((name) => ({ id: name, name }));
  requireBases(basis, {
    title: wanted.filmName,
    language: wanted.language,
    performers: people,
    extent: 'mouth',
  });
  await checkEvidence(path, basis, signal);
  return { file: basename(path), sha256: await fingerprintFile(path, signal), performers: namesIn(basis) };
}

/** Reads a basis file that is about this film. @throws Refusal `rights-file`, or `rights-missing` for another film's. */
export async function openBasis(
  path: string,
  { filmName, filmHash }: Pick<Wanted, 'filmName' | 'filmHash'>,
): Promise<BasisFile> {
  const basis = await parse(path);
  if (basis.film.sha256 === filmHash) return basis;
  throw new Refusal(
    'rights-missing',
    `${basename(path)} is about ${basis.film.name}, another file than ${filmName} (its SHA-256 is ${filmHash}): give the rights basis of this film.`,
  );
}

/** Makes sure that a basis file covers what is needed today. @throws Refusal `rights-missing` that names what it lacks. */
export function requireBases({ performers }: BasisFile, needed: Needed): void {
  const bases = performers.map(({ name, revoked, ...basis }) => ({
    ...basis,
    performer: name,
    revokedAt: revoked && new Date(revoked.on),
    revokedBecause: revoked && revoked.because,
  }));
  const missing = missingRights(needed, bases, dayOf(new Date()));
  if (missing.length > 0)
    throw new Refusal('rights-missing', missing.map(({ sentence }) => sentence).join(' '));
}

const namesIn = ({ performers }: BasisFile): string[] => [...new Set(performers.map(({ name }) => name))];

async function parse(path: string): Promise<BasisFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('rights-file', `${path} cannot be read: give the rights basis as a JSON file.`, {
      cause,
    });
  });
  const read = basisFileSchema.safeParse(asJson(text));
  if (read.success) return read.data;
  const [{ path: at, message }] = read.error.issues;
  throw new Refusal(
    'rights-file',
    `${basename(path)} is not a rights basis${at.length > 0 ? ` (${at.join('.')}: ${message})` : ''}: docs/rights.md shows one.`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Looks at the signed papers: one that was changed since it was recorded proves nothing.
 * @throws Refusal `evidence-changed`.
 */
export async function checkEvidence(
  path: string,
  { performers }: BasisFile,
  signal: AbortSignal,
): Promise<void> {
  for (const { name, evidence } of performers) {
    if (evidence === null) continue;
    const paper = resolve(dirname(path), evidence.file);
    const sum = await fingerprintFile(paper, signal).catch((cause: unknown) => {
      throw new Refusal('evidence-changed', `The paper of ${name}, ${paper}, cannot be read: put it there.`, {
        cause,
      });
    });
    if (sum === evidence.sha256) continue;
    throw new Refusal(
      'evidence-changed',
      `The paper of ${name}, ${paper}, is not the one that ${basename(path)} names (its SHA-256 is ${sum}): record the right one.`,
    );
  }
}
