import { LessThan, MoreThanOrEqual, And, type FindOptionsWhere } from 'typeorm';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { AuditLog, type AuditRow } from '../audit/tables.ts';

/** Something that was done, as the API shows it. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Moment,
    person: z.uuid().nullable().describe('Who did it; they may have been removed since'),
    token: z.uuid().nullable().describe('The API token that was used, if one was'),
    act: z.string(),
    thing: z.uuid().nullable().describe('What it was done to'),
    detail: z.record(z.string(), z.unknown()),
    request: z.string().nullable().describe('Names the request in the logs'),
  })
  .meta({ id: 'AuditEntry' });

const AuditQuery = PageQuery.extend({
  person: z.uuid().optional(),
  thing: z.uuid().optional(),
  act: z.string().max(100).optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional().describe('The first moment that is left out'),
});

function wanted(
  organisation: string,
  { person, thing, act, since, until }: z.output<typeof AuditQuery>,
): FindOptionsWhere<AuditRow> {
  const bounds = [
    ...(since === undefined ? [] : [MoreThanOrEqual(new Date(since))]),
    ...(until === undefined ? [] : [LessThan(new Date(until))]),
  ];
  return {
    organisation,
    ...(person === undefined ? {} : { person }),
    ...(thing === undefined ? {} : { thing }),
    ...(act === undefined ? {} : { act }),
    ...(bounds.length === 0 ? {} : { at: And(...bounds) }),
  };
}

/** The audit log: what was done, by whom. */
export const auditRoutes = [
  route({
    name: 'audit.list',
    method: 'GET',
    path: '/audit',
    does: 'List what was done in the organisation, the newest first',
    may: 'audit:read',
    query: AuditQuery,
    reply: pageOf(AuditEntry),
    async handle({ tx, actor, query }) {
      const where = wanted(actor.organisation, query);
      const { items, next } = await readPage(tx, AuditLog, query, { where, newestFirst: true });
      return { items: items.map((entry) => ({ ...entry, detail: { ...entry.detail } })), next };
    },
  }),
];
