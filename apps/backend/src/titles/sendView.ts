import { Refusal } from '@mondwerk/film';
import type { RawCall } from '../http/route.ts';
import { sendStored } from '../http/sendStored.ts';
import type { StoredFile } from '../pipeline/outcomes.ts';
import type { Platform } from '../platform.ts';
import { Sources, type SourceRow } from './tables.ts';

type Proxy = NonNullable<SourceRow['proxy']>;

/** Something that is made of a source for people to look at. */
export interface View {
  readonly of: (proxy: Proxy) => StoredFile | null | undefined;
  /** What it is called after the name of the film. */
  readonly ending: string;
}

/** Sends it, whole or in part. @throws Refusal `not-found` where there is none. */
export async function sendView(
  { tx, params, incoming, outgoing }: RawCall<'/sources/{source}'>,
  { storage }: Platform,
  view: View,
): Promise<void> {
  const source = await tx.findOneByOrFail(Sources, { id: params.source });
  const { key, sha256 } = fileOf(source, view);
  const name = `${source.name.replace(/\.[^.]*$/, '')}.${view.ending}`;
  await sendStored({ incoming, outgoing }, storage, { key, name, etag: sha256, inline: true });
}

function fileOf({ name, proxy }: SourceRow, { of, ending }: View): StoredFile {
  if (proxy === null) {
    throw new Refusal('not-found', `${name} cannot be viewed yet: wait until it has been analysed.`);
  }
  const file = of(proxy);
  if (file) return file;
  throw new Refusal('not-found', `${name} has no ${ending}: GET /sources/{source} tells what there is.`);
}
