import { createHash } from 'node:crypto';
import { Refusal, type Line, type OnScreen } from '@mondwerk/film';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Characters } from '../cast/tables.ts';
import type { PlanOrder, SpokenOrder } from '../pipeline/orders.ts';
import { writeScriptLines } from '../pipeline/scriptLines.ts';
import { Sources, type SourceRow } from '../titles/tables.ts';
import { lexiconOf } from '../pronunciations/lexiconOf.ts';
import { checkStemLength } from './filmLength.ts';
import type { KeepText } from './keepText.ts';
import { Lines, Scripts, Stems, type DubRow, type LineRow, type ScriptRow, type StemRow } from './tables.ts';

/** What a dub's voice says, as things stand now. */
export interface Spoken {
  readonly source: SourceRow;
  readonly order: SpokenOrder;
  readonly lines: readonly LineRow[];
}

/**
 * Gathers what a dub is made from: film, voice, and the script as people have edited it, which is kept under its own
 * sum. @throws Refusal `dub-incomplete` that says what is missing, `voice-length`.
 */
export async function gatherSpoken(tx: EntityManager, keep: KeepText, dub: DubRow): Promise<Spoken> {
  const source = await tx.findOneByOrFail(Sources, { id: dub.source });
  if (source.state !== 'ready') {
    throw incomplete(
      `${source.name} has not been analysed (it is ${source.state}): wait for that, or see to it`,
    );
  }
  const stems = await voiceOf(tx, dub, source);
  const script = await newestScript(tx, { title: dub.title, dub: dub.id });
  if (script === null) throw incomplete('it has no script: upload one');
  const lines = await tx.find(Lines, { where: { script: script.id }, order: { index: 'ASC' } });
  const { key, sha256, name } = source;
  const order: SpokenOrder = {
    title: dub.title,
    source: { key, sha256, name },
    stems,
    script: await keepLines(tx, keep, script, lines),
    settings: dub.settings,
  };
  return { source, order, lines };
}

/** The original dialogue of a title, where there is one and the film has a sound to hear it in. */
export async function gatherOriginal(
  tx: EntityManager,
  keep: KeepText,
  { title, facts }: SourceRow,
): Promise<PlanOrder['original']> {
  if (facts === null || facts.audio.length === 0) return null;
  const script = await newestScript(tx, { title, dub: null });
  if (script === null) return null;
  const lines = await tx.find(Lines, { where: { script: script.id }, order: { index: 'ASC' } });
  return keepLines(tx, keep, script, lines);
}

/** The script that counts: the newest of a dub, or of the original dialogue. */
export const newestScript = (
  tx: EntityManager,
  { title, dub }: Pick<ScriptRow, 'title' | 'dub'>,
): Promise<ScriptRow | null> =>
  tx.findOne(Scripts, { where: { title, dub: dub ?? IsNull() }, order: { id: 'DESC' } });

/** Dialogue stems, which are heard together; a mix where there are none. */
async function voiceOf(tx: EntityManager, dub: DubRow, source: SourceRow): Promise<SpokenOrder['stems']> {
  const all = await tx.find(Stems, { where: { dub: dub.id }, order: { id: 'ASC' } });
  const dialogue = all.filter(({ kind }) => kind === 'dialogue');
  const stems = dialogue.length > 0 ? dialogue : all.filter(({ kind }) => kind === 'mix');
  if (stems.length === 0) throw incomplete('it has no voice: upload a dialogue stem or a mix');
  if (!dub.settings.fitVoice) for (const stem of stems) checkStemLength(stem, source);
  const names = await characterNames(tx, stems);
  return stems.map(({ key, sha256, name, character }) => ({
    ...{ key, sha256, name },
    character: character === null ? null : names.get(character)!,
  }));
}

async function keepLines(
  tx: EntityManager,
  keep: KeepText,
  { title, language, name, heard }: ScriptRow,
  rows: readonly LineRow[],
): Promise<PlanOrder['script']> {
  const lines = asLines(rows, await characterNames(tx, rows));
  const text = writeScriptLines(lines);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const key = `titles/${title}/scripts/${sha256}.json`;
  await keep(key, text);
  const lexicon = await lexiconOf(tx, { title, language }, lines);
  return { key, sha256, name, language, ...(heard && { heard }), ...(lexicon.length > 0 && { lexicon }) };
}

const asLines = (rows: readonly LineRow[], names: ReadonlyMap<string, string>): Line[] =>
  rows.map((row) => {
    const { index, text, character, start, end, language, marks } = row;
    const onScreen = seenIn(row);
    return {
      index,
      text,
      ...(character === null ? {} : { character: names.get(character)! }),
      ...(start === null || end === null ? {} : { span: { start, end } }),
      ...(language === null ? {} : { language }),
      ...(onScreen === undefined ? {} : { onScreen }),
      ...(marks === null || marks.length === 0 ? {} : { marks }),
    };
  });

/** Whether the speaker is seen: people's word counts for more than the script's. */
export function seenIn({
  offScreen,
  onScreen,
}: Pick<LineRow, 'offScreen' | 'onScreen'>): OnScreen | undefined {
  if (offScreen) return 'off';
  return onScreen === null || onScreen === 'off' ? undefined : onScreen;
}

async function characterNames(
  tx: EntityManager,
  of: readonly Pick<StemRow | LineRow, 'character'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(of.flatMap(({ character }) => character ?? []))];
  const found = await tx.findBy(Characters, { id: In(ids) });
  return new Map(found.map(({ id, name }) => [id, name]));
}

const incomplete = (what: string): Refusal =>
  new Refusal('dub-incomplete', `This dub cannot be planned yet: ${what}.`);
