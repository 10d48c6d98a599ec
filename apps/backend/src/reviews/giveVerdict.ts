import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import { requireVersion } from '../database/edit.ts';
import type { Actor } from '../access/actor.ts';
import type { Runner } from '../queue/runner.ts';
import { Dubs } from '../dubs/tables.ts';
import { requireFaceSettings } from '../renders/requireFaceSettings.ts';
import { renderAgain } from './renderAgain.ts';
import type { NewVerdict } from './schemas.ts';
import { Takes, Verdicts, type TakeRow, type VerdictRow } from './tables.ts';
import { takeStateAfter } from './takeStates.ts';

/** A decision about the version of a take that somebody looked at. */
export interface Decision {
  readonly actor: Actor;
  readonly take: string;
  readonly expected: number;
  readonly decided: NewVerdict;
}

/**
 * Notes what somebody decided about a take. An approved one takes the place of the one that was approved before.
 * @throws Refusal `version-stale` when somebody else was faster, `take-state`, and those of rendering.
 */
export async function giveVerdict(
  tx: EntityManager,
  runner: Runner,
  { actor, take: id, expected, decided }: Decision,
): Promise<VerdictRow & { readonly dub: string }> {
  const take = await lockTakesOfShot(tx, id);
  requireVersion(take, expected);
  const state = takeStateAfter(take.state, decided.verdict === 'approved' ? 'approve' : 'send-back');
  if (state === 'approved') await supersedeApproved(tx, take);
  await tx.save(Takes, { ...take, state });
  const verdict = await tx.save(Verdicts, {
    id: newId(),
    organisation: take.organisation,
    take: id,
    verdict: decided.verdict,
    reason: decided.reason,
    author: actor.person,
    ...(await nextTake(tx, runner, { take, actor, decided })),
  });
  return { ...verdict, dub: take.dub };
}

/** What the next take shall be like, and the run that renders it; nothing when there shall be none. */
async function nextTake(
  tx: EntityManager,
  runner: Runner,
  { take, actor, decided }: Pick<Decision, 'actor' | 'decided'> & { readonly take: TakeRow },
): Promise<Pick<VerdictRow, 'settings' | 'run'>> {
  if (decided.verdict === 'approved') return { settings: null, run: null };
  const settings = { ...take.settings, ...decided.settings };
  const { kind } = await tx.findOneByOrFail(Dubs, { id: take.dub });
  requireFaceSettings(kind, [settings]);
  if (!decided.render) return { settings, run: null };
  if (actor.role === 'client') {
    throw new Refusal('not-allowed', 'As client you cannot start rendering: send it back without `render`.');
  }
  if (actor.scopes !== null && !actor.scopes.includes('runs:create')) {
    throw new Refusal('not-allowed', 'This token may not start rendering: send it back without `render`.');
  }
  const { reason } = decided;
  return { settings, run: await renderAgain(tx, runner, { take, settings, reason, askedBy: actor.person }) };
}

/** Two who decide about takes of one shot do so one after the other. */
async function lockTakesOfShot(tx: EntityManager, id: string): Promise<TakeRow> {
  await tx.query(
    `SELECT id FROM takes WHERE (dub, shot) = (SELECT dub, shot FROM takes WHERE id = $1) ORDER BY id FOR UPDATE`,
    [id],
  );
  return tx.findOneByOrFail(Takes, { id });
}

async function supersedeApproved(tx: EntityManager, { id, dub, shot }: TakeRow): Promise<void> {
  await tx.query(
    `UPDATE takes SET state = 'superseded', version = version + 1
     WHERE dub = $1 AND shot = $2 AND state = 'approved' AND id <> $3`,
    [dub, shot, id],
  );
}
