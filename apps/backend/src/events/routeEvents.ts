import type { EntityManager } from 'typeorm';
import { emit } from './emit.ts';
import type { EventKind } from './eventKinds.ts';

/** The routes whose success is worth telling, and as what. */
export const TOLD: Readonly<Record<string, EventKind>> = {
  'titles.create': 'title.created',
  'dubs.create': 'dub.created',
  'verdicts.give': 'verdict.given',
  'notes.create': 'note.written',
  'notes.edit': 'note.written',
  'notes.resolve': 'note.written',
  'rights.record': 'rights.changed',
  'rights.revoke': 'rights.changed',
};

/** A request that has been carried out. */
export interface Done {
  readonly route: string;
  readonly organisation: string;
  readonly person: string;
  /** What was made or changed. */
  readonly thing: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly reply: object | null;
}

/** Tells what a request has changed, if others may want to know it. */
export async function tellDone(tx: EntityManager, { route, organisation, ...done }: Done): Promise<void> {
  const { thing, person, params, reply } = done;
  if (!Object.hasOwn(TOLD, route) || thing === null) return;
  const kind = TOLD[route];
  const of = (noun: string): string | null => {
    if (kind === `${noun}.created`) return thing;
    const named: unknown = params[noun] ?? (reply as Record<string, unknown> | null)?.[noun];
    return typeof named === 'string' ? named : null;
  };
  await emit(tx, { organisation, kind, thing, title: of('title'), dub: of('dub'), data: { by: person } });
}
