import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { probe, readAs, type Film } from '@mondwerk/media';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import { isPerformerName } from '../pipeline/footage/performerNamed.ts';
import type { DonorInput } from '../pipeline/replacement/checkedReplacement.ts';
import type { NamedVoice } from './namedVoice.ts';

/** The film in which faces are replaced. */
interface Surroundings {
  readonly film: Film;
  readonly filmHash: string;
}

/**
 * Looks at donor footage; the film itself may be it, and one file that is named twice counts once. `donor` says who in the
 * first is meant. @throws Refusal for what is no whole film.
 */
export async function checkDonors(
  files: readonly NamedVoice[],
  donor: string | undefined,
  { film, filmHash }: Surroundings,
  signal: AbortSignal,
): Promise<DonorInput[]> {
  const checked: DonorInput[] = [];
  for (const [at, { path, character }] of files.entries()) {
    const name = basename(path);
    const own = await probe(path);
    const sha256 = await fingerprintFile(path, signal);
    if (checked.some((other) => other.sha256 === sha256)) continue;
    const named = character !== null && isPerformerName(character) ? character : null;
    const person = named ?? (at === 0 ? (donor ?? null) : null);
    checked.push({ path, name, sha256, film: sha256 === filmHash ? film : readAs(own, film), person });
  }
  return checked;
}

/** The names that people gave to whom donor footage shows. */
export const namesGiven = (files: readonly NamedVoice[]): string[] =>
  files.flatMap(({ character }) => (character === null || isPerformerName(character) ? [] : [character]));

/** @throws Refusal `no-performer` for a name by which nobody can be found. */
export function checkPerformerName(name: string, option: string): void {
  if (isPerformerName(name)) return;
  throw new Refusal(
    'no-performer',
    `${option} ${name} is no performer: name them as mondwerk inspect does, performer-2 or a face of theirs, shot-3-face-1.`,
  );
}
