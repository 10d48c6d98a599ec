import { readAs, wholeSpan, type Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import type { MatchOrder, StoredInput } from '../orders.ts';
import type { OutcomeOf } from '../outcomes.ts';
import type { DonorInput } from '../replacement/checkedReplacement.ts';
import { openDonors, type Donor } from '../replacement/openDonors.ts';
import {
  learnReplacement,
  planReplacement,
  type Donated,
  type LearnedReplacement,
  type PlannedReplacement,
} from '../replacement/replaceSteps.ts';
import { findPerformers } from '../stages/castPerformers.ts';
import type { ShotFaces } from '../stages/planFaces.ts';
import { probeOnce } from '../stages/probe.ts';
import { checkFaces } from '../stages/trackFaces.ts';
import type { StageOf } from '../stages.ts';
import { expectedSeconds } from '../workEstimate.ts';
import { analysed } from './analyse.ts';

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

async function learned(run: TitleRun, order: Shown): Promise<LearnedReplacement> {
  return learnReplacement(run, await donated(run, order));
}

/** What the matching of a replacement found; whatever of it is missing is made. */
export async function matched(
  run: TitleRun,
  order: Shown & Pick<MatchOrder, 'settings'>,
  shots: readonly number[] | null,
): Promise<PlannedReplacement> {
  const replacement = await learned(run, order);
  const stretch = wholeSpan(replacement.film.checked.film);
  return planReplacement(run, replacement, { stretch, shots, strength: order.settings.strength });
}

/** What a replacement needs: which of the shown performer's frames each face is taken from. */
export const match: Pick<Handlers, StageOf<'match'>> = {
  trackDonors: async ({ order }, run) => {
    const { donors } = await donated(run, order);
    return { donors: donors.map(describeDonor) };
  },

  learnFaces: async ({ order }, run) => {
    const { entries } = (await learned(run, order)).learned.value.shown;
    return {
      frames: entries.length,
      trusted: entries.filter(({ distrusted }) => distrusted === undefined).length,
    };
  },

  planFaces: async ({ order }, run) => {
    const { plan, missing, film } = await matched(run, order, order.shots);
    const { film: own } = film.checked;
    return {
      missing: [...missing],
      shots: plan.value.summary.map((shot) => describeShot(shot, film.replaced.id, own)),
    };
  },
};

function describeShot(
  { shot, frames, faces, left, passed }: ShotFaces,
  performer: string,
  film: Film,
): OutcomeOf['planFaces']['shots'][number] {
  return {
    ...{ shot, frames, faces, left, performers: [performer] },
    passed: passed.map((each) => ({ ...each })),
    workSeconds: expectedSeconds(film, frames, faces, 'face'),
  };
}

const describeDonor = ({ name, people, shown }: Donor): OutcomeOf['trackDonors']['donors'][number] => ({
  name,
  people: people.map(({ person, shots, seconds, height }) => ({
    ...{ person, shots, seconds, height },
    shown: person === shown.person,
  })),
});
