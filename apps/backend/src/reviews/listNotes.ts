import { IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import { readPage, type Page, type PageRequest } from '../database/page.ts';
import { Notes, type NoteRow } from './tables.ts';

/** Which notes. */
export interface NoteFilter extends PageRequest {
  readonly take?: string | undefined;
  /** Only those that reach into the frames from here… */
  readonly from?: number | undefined;
  /** …up to, not including, here. */
  readonly to?: number | undefined;
  readonly resolved?: boolean | undefined;
}

/** Reads a page of the notes on a dub, in the order in which they were written. */
export const listNotes = (
  tx: EntityManager,
  dub: string,
  { take, from, to, resolved, ...page }: NoteFilter,
): Promise<Page<NoteRow>> =>
  readPage(tx, Notes, page, {
    where: {
      dub,
      ...(take === undefined ? {} : { take }),
      ...(from === undefined ? {} : { end: MoreThan(from) }),
      ...(to === undefined ? {} : { start: LessThan(to) }),
      ...(resolved === undefined ? {} : { resolvedAt: resolved ? Not(IsNull()) : IsNull() }),
    },
  });
