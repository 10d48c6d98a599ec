import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { route } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { confirm, enrol, secondFactorOf, takeCode } from './secondFactor.ts';
import { beginTry, note, type Origin } from './signIn.ts';
import { SecondFactors, type SecondFactorRow } from './signInTables.ts';
import { People, type PersonRow } from './tables.ts';

const Code = z.object({ code: z.string().min(1).max(40) });

/** Takes a code, counting wrong ones like tries to sign in. @throws Refusal `code-wrong`, `too-many-requests`. */
async function needCode(
  platform: Platform,
  { person, factor, code }: { person: PersonRow; factor: SecondFactorRow | null; code: string },
  origin: Origin,
): Promise<SecondFactorRow> {
  if (factor === null) throw new Refusal('conflict', 'You have no authenticator app: begin with one first.');
  const now = await beginTry(platform, person.email, person, origin);
  if (!(await takeCode(platform.database.manager, platform.sealing, factor, code))) {
    throw new Refusal('code-wrong', 'The code is wrong or was used already: wait for the next one.');
  }
  await now.succeed();
  return factor;
}

const personOf = (tx: EntityManager, id: string): Promise<PersonRow> => tx.findOneByOrFail(People, { id });

/** One's own second factor: an authenticator app (TOTP). */
export const secondFactorRoutes = [
  route({
    name: 'secondFactor.read',
    method: 'GET',
    path: '/second-factor',
    does: 'Tell whether your authenticator app is asked for, and how many recovery codes are left',
    may: 'in-person',
    reply: z.object({ enabled: z.boolean(), recoveryCodesLeft: z.int() }),
    async handle({ tx, actor }) {
      const factor = await secondFactorOf(tx, actor.person);
      return { enabled: factor !== null, recoveryCodesLeft: factor?.recoveryCodes.length ?? 0 };
    },
  }),
  route({
    name: 'secondFactor.create',
    method: 'POST',
    path: '/second-factor',
    does: 'Begin with an authenticator app; it is asked for once a code of it was confirmed',
    may: 'in-person',
    secret: 'reply',
    reply: z.object({ secret: z.string(), uri: z.string() }),
    handle: async ({ tx, actor }, { sealing }) => enrol(tx, sealing, await personOf(tx, actor.person)),
  }),
  route({
    name: 'secondFactor.confirm',
    method: 'POST',
    path: '/second-factor/confirm',
    does: 'Confirm the authenticator app with its first code; the answer holds recovery codes, this once',
    may: 'in-person',
    secret: 'body',
    status: 200,
    ownTransaction: true,
    body: Code,
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    async handle({ tx: manager, actor, body: { code }, address, request }, platform) {
      const origin = { address, request };
      const person = await personOf(manager, actor.person);
      const begun = await manager.findOneBy(SecondFactors, { person: person.id });
      if (begun !== null && begun.confirmedAt !== null) {
        throw new Refusal('conflict', 'Your authenticator app is confirmed already.');
      }
      const factor = await needCode(platform, { person, factor: begun, code }, origin);
      return platform.database.transaction(async (tx) => {
        await note(tx, person, 'secondFactor.confirm', origin);
        return { recoveryCodes: [...(await confirm(tx, factor))] };
      });
    },
  }),
  route({
    name: 'secondFactor.disable',
    method: 'POST',
    path: '/second-factor/disable',
    does: 'Sign in without an authenticator app again; a code proves that it is you',
    may: 'in-person',
    secret: 'body',
    status: 204,
    ownTransaction: true,
    body: Code,
    async handle({ tx: manager, actor, body: { code }, address, request }, platform) {
      const origin = { address, request };
      const person = await personOf(manager, actor.person);
      const factor = await secondFactorOf(manager, person.id);
      const { id } = await needCode(platform, { person, factor, code }, origin);
      await platform.database.transaction(async (tx) => {
        await tx.delete(SecondFactors, { id });
        await note(tx, person, 'secondFactor.disable', origin);
      });
    },
  }),
];
