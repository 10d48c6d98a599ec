import { extname } from 'node:path';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import { may } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { Organisations } from '../people/tables.ts';
import { Uploads, type UploadRow } from './tables.ts';
import { STORED_STATES } from './uploadStates.ts';

/** What is known of a file before any of it is there. */
export type NewUpload = Pick<
  UploadRow,
  'title' | 'purpose' | 'name' | 'bytes' | 'sha256' | 'state' | 'origin'
>;

/**
 * Notes down a file that is about to come. @throws Refusal `not-allowed` for a film from somebody who may not bring one,
 * `quota-exceeded` when the organisation has no room for it.
 */
export async function addUpload(tx: EntityManager, actor: Actor, upload: NewUpload): Promise<UploadRow> {
  if (upload.purpose === 'source' && !may(actor, 'sources:create')) {
    throw new Refusal('not-allowed', 'You may not bring the film of a title: that asks for sources:create.');
  }
  await checkQuota(tx, actor.organisation, upload);
  const id = newId();
  const now = new Date();
  const row: UploadRow = {
    ...upload,
    id,
    organisation: actor.organisation,
    key: `uploads/${id}${endingOf(upload.name)}`,
    received: 0,
    checked: 0,
    problem: null,
    facts: null,
    madeBy: actor.person,
    touchedAt: now,
    checkedAt: null,
    usedAt: null,
    madeAt: now,
  };
  await tx.insert(Uploads, row);
  return row;
}

/** Kept where it is plain, as some programs tell a container from it. */
function endingOf(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
}

/** Uploads of one organisation are added one after the other, so that two cannot both take the last room. */
async function checkQuota(tx: EntityManager, organisation: string, upload: NewUpload): Promise<void> {
  const { quota } = await tx.findOneOrFail(Organisations, {
    where: { id: organisation },
    lock: { mode: 'pessimistic_write' },
  });
  if (quota === null) return;
  const stored = await storedBytes(tx, organisation);
  if (stored + upload.bytes <= quota) return;
  throw new Refusal(
    'quota-exceeded',
    `${upload.name} has ${upload.bytes} bytes and ${Math.max(0, quota - stored)} of ${quota} are free: remove uploads that nobody needs, or ask for more room.`,
  );
}

/** How many bytes an organisation's uploads take in storage, those on their way counted whole. */
export async function storedBytes(tx: EntityManager, organisation: string): Promise<number> {
  const [{ sum }] = (await tx.query(
    'SELECT coalesce(sum(bytes), 0) AS sum FROM uploads WHERE organisation = $1 AND state = ANY($2)',
    [organisation, STORED_STATES],
  )) as [{ sum: string }];
  return Number(sum);
}
