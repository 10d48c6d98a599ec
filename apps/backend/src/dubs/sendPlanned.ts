import { Refusal } from '@mondwerk/film';
import type { RawCall } from '../http/route.ts';
import { sendStored } from '../http/sendStored.ts';
import type { OutcomeOf, StoredFile } from '../pipeline/outcomes.ts';
import type { Platform } from '../platform.ts';
import { readDub } from './requireDub.ts';
import { Plans } from './tables.ts';

/** Something of a dub's voice that browsers play or draw. */
export interface PlannedSound {
  readonly of: (made: OutcomeOf['makeVoice']) => StoredFile;
  /** What it is called after the dub's language. */
  readonly ending: string;
}

/** Sends it, whole or in part. @throws Refusal `not-found` while it is not made yet, `not-a-dub`. */
export async function sendPlanned(
  { tx, params, incoming, outgoing }: RawCall<'/plans/{plan}'>,
  { storage }: Platform,
  { of, ending }: PlannedSound,
): Promise<void> {
  const plan = await tx.findOneByOrFail(Plans, { id: params.plan });
  const { language } = await readDub(tx, plan.dub, 'has no voice of its own');
  if (plan.voice === null) {
    throw new Refusal(
      'not-found',
      'The voice of this plan cannot be heard yet: wait until it is ready, or plan the dub anew.',
    );
  }
  const { key, sha256 } = of(plan.voice);
  const sent = { key, name: `${language}.${ending}`, etag: sha256, inline: true };
  await sendStored({ incoming, outgoing }, storage, sent);
}
