import { Refusal } from '@mondwerk/film';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Characters } from '../cast/tables.ts';
import type { TranscribeOrder } from '../pipeline/orders.ts';
import type { Runner } from '../queue/runner.ts';
import { Runs, type RunRow } from '../queue/tables.ts';
import { Sources, Titles, type SourceRow } from '../titles/tables.ts';
import { requireDub } from '../dubs/requireDub.ts';
import { Dubs, Stems } from '../dubs/tables.ts';

/** What somebody wants to have heard. */
export interface TranscriptionWish {
  /** Whether the words are wanted; else lines without words, where somebody speaks. */
  readonly words: boolean;
  readonly askedBy: string;
}

/**
 * Starts to hear what a dub's voice says, each of its files by itself. What is heard becomes its newest script.
 * @throws Refusal `dub-incomplete` without a voice, `conflict` while it is heard already.
 */
export async function startDubTranscription(
  tx: EntityManager,
  runner: Runner,
  id: string,
  { words, askedBy }: TranscriptionWish,
): Promise<RunRow> {
  const dub = await tx.findOneOrFail(Dubs, { where: { id }, lock: { mode: 'pessimistic_write' } });
  requireDub(dub, 'has no voice of its own');
  const { organisation, title, language } = dub;
  await refuseSecond(tx, { title, dub: id });
  const source = await tx.findOneByOrFail(Sources, { id: dub.source });
  const order: TranscribeOrder = {
    ...{ title, source: fileOf(source), language, words },
    sounds: await soundsOf(tx, id),
  };
  return runner.startRun(tx, 'transcribe', order, { organisation, title, dub: id, askedBy });
}

/**
 * Starts to hear the original dialogue in the sound of a title's film.
 * @throws Refusal `source-missing`, `language-missing` for a draft in a language that nobody has said, `conflict`.
 */
export async function startOriginalTranscription(
  tx: EntityManager,
  runner: Runner,
  id: string,
  { words, askedBy, language: given }: TranscriptionWish & { readonly language: string | undefined },
): Promise<RunRow> {
  const title = await tx.findOneOrFail(Titles, { where: { id }, lock: { mode: 'pessimistic_write' } });
  await refuseSecond(tx, { title: id, dub: null });
  const source = await tx.findOne(Sources, { where: { title: id }, order: { id: 'DESC' } });
  if (source === null) {
    throw new Refusal(
      'source-missing',
      `${title.name} has no film yet: bring it, and its dialogue can be heard.`,
    );
  }
  const language = given ?? title.language;
  if (language === null && !words) {
    throw new Refusal(
      'language-missing',
      `Nobody has said which language is spoken in ${title.name}: give it, or set it for the title.`,
    );
  }
  const order: TranscribeOrder = { title: id, source: fileOf(source), language, words, sounds: null };
  return runner.startRun(tx, 'transcribe', order, { organisation: title.organisation, title: id, askedBy });
}

const fileOf = ({ key, sha256, name }: SourceRow) => ({ key, sha256, name });

async function refuseSecond(
  tx: EntityManager,
  { title, dub }: { readonly title: string; readonly dub: string | null },
): Promise<void> {
  const where = { act: 'transcribe' as const, title, dub: dub ?? IsNull(), state: In(['running', 'paused']) };
  if ((await tx.countBy(Runs, where)) === 0) return;
  throw new Refusal('conflict', 'Its lines are being heard already: wait for that, or stop it first.');
}

/** Dialogue stems with their characters; a mix where there are none. */
async function soundsOf(tx: EntityManager, dub: string): Promise<NonNullable<TranscribeOrder['sounds']>> {
  const all = await tx.find(Stems, { where: { dub }, order: { id: 'ASC' } });
  const dialogue = all.filter(({ kind }) => kind === 'dialogue');
  const stems = dialogue.length > 0 ? dialogue : all.filter(({ kind }) => kind === 'mix');
  if (stems.length === 0) {
    throw new Refusal('dub-incomplete', 'This dub has no voice yet: upload a dialogue stem or a mix.');
  }
  const ids = stems.flatMap(({ character }) => character ?? []);
  const names = new Map((await tx.findBy(Characters, { id: In(ids) })).map(({ id, name }) => [id, name]));
  return stems.map(({ key, sha256, name, character }) => ({
    ...{ key, sha256, name },
    character: character === null ? null : names.get(character)!,
  }));
}
