import { Refusal } from '@mondwerk/film';
import { readAs } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import type { MatchOrder, StoredInput } from '../orders.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { DonorInput } from '../replacement/checkedReplacement.ts';
import { openDonors, type Donor, type ReplacedFilm } from '../replacement/openDonors.ts';
import { findPerformers } from '../stages/castPerformers.ts';
import { checkFaces } from '../stages/trackFaces.ts';
import { probeOnce } from '../stages/probe.ts';
import type { StageOf } from '../stages.ts';
import { analysed } from './analyse.ts';

/** A replacement whose footage was followed; whatever of that is missing is done. */
export interface Donated {
  readonly film: ReplacedFilm;
  readonly donors: readonly Donor[];
}

type Shown = Pick<MatchOrder, 'source' | 'replaced' | 'shown' | 'donors'>;

async function donated(run: TitleRun, order: Shown): Promise<Donated> {
  const { checked, faces } = await analysed(run, order.source);
  checkFaces(faces, checked);
  const { replaced, shown } = order;
  const known = [replaced, ...(shown.tracks === null ? [] : [{ id: shown.id, tracks: shown.tracks }])];
  const decided = new Set(known.flatMap(({ tracks }) => tracks));
  const others = findPerformers(faces.value).filter(
    ({ tracks }) => !tracks.some((track) => decided.has(track)),
  );
  const film = { checked, faces, performers: [...known, ...others], replaced };
  const inputs: DonorInput[] = [];
  if (shown.tracks !== null) inputs.push(ownFootage(checked, shown.id));
  for (const { person, ...input } of order.donors) inputs.push(await openDonor(run, checked, input, person));
  return { film, donors: await openDonors(run, film, inputs, sayWho) };
}

const sayWho = (person: string): string => `“${person}” in the footage of the replacement`;

const ownFootage = ({ film, filmName, filmHash }: CheckedFilm, person: string): DonorInput => ({
  ...{ path: film.path, name: filmName, sha256: filmHash, film, person },
});

async function openDonor(
  run: TitleRun,
  { film }: CheckedFilm,
  input: StoredInput,
  person: string | null,
): Promise<DonorInput> {
  const { name, sha256 } = input;
  const path = await run.fetch(input);
  const probed = await probeOnce(run, path, { filmName: name, filmHash: sha256 });
  return { path, name, sha256, film: readAs(probed.film, film), person };
}

/** What a replacement needs: which of the shown performer's frames each face is taken from. */
export const match: Pick<Handlers, StageOf<'match'>> = {
  trackDonors: async ({ order }, run) => {
    const { donors } = await donated(run, order);
    return { donors: donors.map(describeDonor) };
  },
  learnFaces: () => Promise.reject(unfinished()),
  planFaces: () => Promise.reject(unfinished()),
};

const describeDonor = ({ name, people, shown }: Donor): OutcomeOf['trackDonors']['donors'][number] => ({
  name,
  people: people.map(({ person, shots, seconds, height }) => ({
    ...{ person, shots, seconds, height },
    shown: person === shown.person,
  })),
});

const unfinished = (): Refusal => new Refusal('unfinished', 'Faces cannot be replaced yet.');
