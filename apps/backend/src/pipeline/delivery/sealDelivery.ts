import { rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path/posix';
import { probe, wholeSpan, type Film, type Part } from '@mondwerk/media';
import { fingerprintFile } from '../fingerprint.ts';
import type { TitleRun } from '../handlers.ts';
import type { DeliverOrder } from '../orders.ts';
import type { OutcomeOf } from '../outcomes.ts';
import { seal } from '../stages/seal.ts';
import { CHECKSUMS, checksumList } from './checksumList.ts';
import { DISCLOSURE } from './disclosure.ts';
import { deliveryEdls } from './deliveryEdl.ts';
import { makeDeliveryReport } from './deliveryReport.ts';
import { readTakes } from './takeRecords.ts';

/** What a film is put together from. */
export interface Conformed {
  readonly film: Film;
  /** In order, together the whole film, in the profile's encoding. */
  readonly parts: readonly Part[];
  /** The file of the voice that is to be heard; `null` where the film's own sounds stay as they are. */
  readonly voice: string | null;
}

type DeliveredFile = OutcomeOf['seal']['files'][number];

/**
 * Makes the package of a delivery beside `order.out`: the film with dub and original sound, the edit decision list of
 * the changed shots, the report, what has to be said of replaced faces where there are some, and last of all the sums of
 * everything. Doing it again makes the same package.
 * @throws Refusal `not-stored` when the record of a take is gone, and those of sealing a film.
 */
export async function sealDelivery(
  run: TitleRun,
  order: DeliverOrder,
  { film, parts, voice }: Conformed,
): Promise<OutcomeOf['seal']> {
  const takes = await readTakes(run.storage, order);
  const draft = await run.storage.draftFile(order.out);
  try {
    const language = order.script?.language ?? order.originalLanguage ?? 'und';
    const original = order.originalLanguage === null ? {} : { originalLanguage: order.originalLanguage };
    await seal(run, { film, parts, voice, language, ...original, stretch: wholeSpan(film), out: draft });
    const made = await probe(draft);
    const file = await keepFile(run, draft, order.out);
    const report = await makeDeliveryReport({ order, source: film, film: made, file, takes });
    const texts = [
      ...deliveryEdls(film, order, file.name),
      ['report.json', json(report)],
      ...(report.disclosure === undefined ? [] : [[DISCLOSURE, `${report.disclosure}\n`]]),
    ];
    const beside = await Promise.all(texts.map(([name, text]) => keepText(run, order, name, text)));
    const files = [file, ...beside];
    const sums = await keepText(run, order, CHECKSUMS, checksumList(files));
    const changed = takes.map(({ take: { shot, take, frames } }) => ({ shot, take, frames }));
    return { film: file, frames: made.pts.length, changed, files: [...files, sums] };
  } finally {
    await rm(draft, { force: true });
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function keepText(
  run: TitleRun,
  { out }: DeliverOrder,
  name: string,
  text: string,
): Promise<DeliveredFile> {
  const key = `${dirname(out)}/${name}`;
  const draft = await run.storage.draftFile(key);
  await writeFile(draft, text);
  return keepFile(run, draft, key);
}

async function keepFile({ storage, signal }: TitleRun, draft: string, key: string): Promise<DeliveredFile> {
  const { size } = await stat(draft);
  const sha256 = await fingerprintFile(draft, signal);
  await storage.keep(draft, key);
  return { name: basename(key), key, sha256, bytes: size };
}
