import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { probe } from '@mondwerk/media';
import { plainName } from '../pipeline/dubVoices.ts';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { CheckedReplacement } from '../pipeline/replacement/checkedReplacement.ts';
import { readSettings } from '../pipeline/wishes/readSettings.ts';
import { checkDonors, checkPerformerName, namesGiven } from './checkDonors.ts';
import { checkSplice } from './checkSplice.ts';
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

/** @throws Refusal `other-name` where footage is said to show somebody else than the rights basis says. */
export function checkNamesShown({ donorFootage }: Pick<ReplaceOrder, 'donorFootage'>, shown: string): void {
  const other = namesGiven(donorFootage).find((name) => plainName(name) !== plainName(shown));
  if (other === undefined) return;
  throw new Refusal(
    'other-name',
    `--donor-footage ${other}=… names ${other}, and the rights basis says that ${shown} is shown: give footage of the one who is.`,
  );
}
