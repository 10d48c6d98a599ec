import { ILike, IsNull, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { readPage, type Page } from '../database/page.ts';
import { PageQuery } from '../http/schemas.ts';
import { Titles, type TitleRow } from './tables.ts';

/** Which titles, and which page of them. */
export const TitlesQuery = PageQuery.extend({
  archived: z.stringbool().default(false),
  name: z.string().trim().min(1).max(200).optional(),
});

/** A text in which no sign has a meaning for LIKE. */
const asWritten = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Reads a page of an organisation's titles, the newest first; those that are archived only when asked for. */
export const listTitles = (
  tx: EntityManager,
  organisation: string,
  { archived, name, ...page }: z.output<typeof TitlesQuery>,
): Promise<Page<TitleRow>> =>
  readPage(tx, Titles, page, {
    where: {
      organisation,
      ...(archived ? {} : { archivedAt: IsNull() }),
      ...(name === undefined ? {} : { name: ILike(`%${asWritten(name)}%`) }),
    },
    newestFirst: true,
  });
