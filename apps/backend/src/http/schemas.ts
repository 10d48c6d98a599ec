import { z } from 'zod';

/** Which table an id in a request is of, so that nobody names what belongs to another organisation. */
export const references = z.registry<{ readonly table: string }>();

/** An id of a row in a table. */
export const idOf = (table: string): z.ZodUUID => {
  const id = z.uuid();
  references.add(id, { table });
  return id;
};

/** How a page of a list is asked for. */
export const PageQuery = z.object({
  after: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** One page of a list; `next` asks for the following one and is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** A moment: a Date here, text in JSON. */
export const Moment = z.preprocess(
  (at) => (at instanceof Date ? at.toISOString() : at),
  z.iso.datetime(),
) as unknown as z.ZodType<string, Date | string>;

/** What every refusal looks like (RFC 9457). */
export const Problem = z
  .object({
    type: z.string().describe('`/problems/` and the code'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and the way out, in a sentence'),
    instance: z.string().describe('Names the request in the logs'),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
