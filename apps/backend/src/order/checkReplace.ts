import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { probe } from '@mondwerk/media';
import { plainName } from '../pipeline/dubVoices.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { CheckedReplacement, WantedHead } from '../pipeline/replacement/checkedReplacement.ts';
import { readSettings } from '../pipeline/wishes/readSettings.ts';
import { checkDonors, checkPerformerName, namesGiven } from './checkDonors.ts';
import { checkSplice } from './checkSplice.ts';
import type { DubOrder } from './dubOrder.ts';
import type { NamedVoice } from './namedVoice.ts';
import { checkWritten } from './outFile.ts';
import type { ReplaceOrder } from './replaceOrder.ts';
import { readStretch } from './stretch.ts';

/** A replacement that can be made, and the files that it is written to. */
export interface FilmReplacement extends CheckedReplacement {
  readonly out: string;
  readonly report: string | null;
}

/** Reads and checks everything that an order names, before any work. @throws Refusal for the first thing that is wrong. */
export async function checkReplace(order: ReplaceOrder, signal: AbortSignal): Promise<FilmReplacement> {
  const { film: path, donorFootage, settings: file, shots = null, splice } = order;
  checkPerformerName(order.performer, '--performer');
  if (order.donor !== undefined) checkPerformerName(order.donor, '--donor');
  const inputs = [path, ...donorFootage.map((donor) => donor.path), ...(file === undefined ? [] : [file])];
  await checkWritten(order, inputs);
  const film = await probe(path);
  await checkSplice(film, order);
  const stretch = readStretch(film, order.from, order.to);
  const wanted = file === undefined ? undefined : await readSettings(file, { film, lines: [] });
  const filmHash = await fingerprintFile(path, signal);
  const donors = await checkDonors(donorFootage, order.donor, { film, filmHash }, signal);
  const { draft, lossless, strength, out, report = null } = order;
  return {
    ...{ film, filmName: basename(path), filmHash, stretch, shots, out, report },
    heads: [{ replaced: order.performer, donors }],
    settings: { draft, lossless, strength, ...(splice === true && { splice }) },
    ...(wanted && { wanted }),
  };
}

/** The heads that get another face before a film is dubbed, with their footage. @throws Refusal */
export async function checkHeads(
  wanted: readonly NamedVoice[],
  surroundings: Pick<CheckedReplacement, 'film' | 'filmHash'>,
  signal: AbortSignal,
): Promise<WantedHead[]> {
  const heads: WantedHead[] = [];
  for (const [replaced, files] of Map.groupBy(wanted, ({ character }) => character ?? '')) {
    const unnamed = files.map(({ path }) => ({ path, character: null }));
    heads.push({ replaced, donors: await checkDonors(unnamed, undefined, surroundings, signal) });
  }
  return heads;
}

/** @throws Refusal for what cannot be done where faces are replaced before a film is dubbed. */
export function checkReplaceFirst({ replace = [], proxy, splice }: Replacing): void {
  for (const { character, path } of replace) {
    if (character === null) {
      throw new Refusal(
        'command-line',
        `--replace ${basename(path)} does not say whose head it is: write --replace performer-2=${basename(path)}, as mondwerk inspect tells performers.`,
      );
    }
    checkPerformerName(character, '--replace');
  }
  const other = proxy !== undefined ? '--proxy' : splice === true ? '--splice' : null;
  if (replace.length === 0 || other === null) return;
  throw new Refusal(
    'replace-first',
    `--replace makes a film in between and dubs that, so it does not go with ${other}: leave ${other} out, or replace first with mondwerk replace.`,
  );
}

type Replacing = Pick<DubOrder, 'replace' | 'proxy' | 'splice'>;

/** @throws Refusal `other-name` where footage is said to show somebody else than the rights basis says. */
export function checkNamesShown({ donorFootage }: Pick<ReplaceOrder, 'donorFootage'>, shown: string): void {
  const other = namesGiven(donorFootage).find((name) => plainName(name) !== plainName(shown));
  if (other === undefined) return;
  throw new Refusal(
    'other-name',
    `--donor-footage ${other}=… names ${other}, and the rights basis says that ${shown} is shown: give footage of the one who is.`,
  );
}
