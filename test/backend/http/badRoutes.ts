import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { route, type Route } from '../../../apps/backend/src/http/route.ts';

const bad = (name: string, more: object): Route =>
  route({
    name,
    method: 'GET',
    path: `/bad/${name.split('.')[1]}`,
    does: 'Be bad',
    may: 'titles:read',
    handle: () => undefined,
    ...more,
  } as never);

/** Routes that must not be: each breaks a rule, and the walks must see it. */
export const badRoutes: readonly Route[] = [
  bad('bad.ruleless', { may: 'secrets:read' }),
  bad('bad.open', { may: 'anyone' }),
  bad('bad.param', { path: '/bad/films/{film}' }),
  bad('bad.strict', {
    handle() {
      throw new Refusal('not-allowed', 'Nobody may.');
    },
  }),
  bad('bad.uuid', { method: 'POST', body: z.object({ title: z.uuid() }) }),
];
