import type { Line, Rate } from '@mondwerk/film';
import { checkLanguage, spokenLines, type ScriptReading } from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Characters } from '../cast/tables.ts';
import { checkScriptTimes } from '../pipeline/scriptTimes.ts';
import type { Storage } from '../storage/storage.ts';
import { Sources } from '../titles/tables.ts';
import { useUpload } from '../uploads/useUpload.ts';
import { checkTitle } from './addStem.ts';
import { keepSettings } from './keepSettings.ts';
import { parseScript } from './parseScript.ts';
import { Scripts, type ScriptRow } from './tables.ts';

/** A script that has been uploaded, for a dub or for the original dialogue. */
export interface NewScript {
  readonly upload: string;
  readonly title: string;
  readonly dub: string | null;
  readonly language: string;
  /** The timecode of the film's first frame, where the script counts from another than it seems to. */
  readonly start?: string | undefined;
  /** Its frames a second, where they are others than the film's. */
  readonly rate?: Rate | undefined;
}

/**
 * Reads an uploaded script: its lines, and the characters that it names. It takes the place of earlier ones.
 * @throws Refusal `line-after-end` and those of `useUpload`, `readScript` and `checkLanguage`.
 */
export async function addScript(
  tx: EntityManager,
  storage: Storage,
  { upload: id, title, dub, language, start, rate }: NewScript,
): Promise<ScriptRow> {
  await checkLanguage(language);
  const upload = await useUpload(tx, id, 'script');
  checkTitle({ title }, upload);
  const { organisation, name, key, sha256 } = upload;
  const reading = await readingOf(tx, title, { language, start, rate });
  const document = await parseScript(storage, upload, reading);
  const lines = spokenLines(document, name);
  await checkTimes(tx, title, name, lines);
  const script = await tx.save(Scripts, {
    id: newId(),
    ...{ organisation, title, dub, language, name, key, sha256, reading },
    remarks: document.remarks,
  });
  await writeLines(tx, script, lines);
  return script;
}

/** Writes down the lines of a script, and the characters that they name. */
export async function writeLines(
  tx: EntityManager,
  script: ScriptRow,
  lines: readonly Line[],
): Promise<void> {
  await insertLines(tx, script, lines, await characterIds(tx, script, lines));
  await keepSettings(tx, script, lines);
}

/** With what a script is read: its film's frames and length, where they are known. */
async function readingOf(
  tx: EntityManager,
  title: string,
  { language, start, rate }: Pick<NewScript, 'language' | 'start' | 'rate'>,
): Promise<ScriptReading> {
  const source = await tx.findOne(Sources, { where: { title }, order: { id: 'DESC' } });
  const frames = rate ?? source?.facts?.rate;
  return {
    language,
    ...(frames === undefined ? {} : { rate: frames }),
    ...(start === undefined ? {} : { start }),
    ...(source?.facts ? { filmSeconds: source.facts.seconds } : {}),
    ...(source?.facts?.timecode === undefined ? {} : { filmTimecode: source.facts.timecode }),
  };
}

async function checkTimes(
  tx: EntityManager,
  title: string,
  name: string,
  lines: readonly Line[],
): Promise<void> {
  const source = await tx.findOne(Sources, { where: { title }, order: { id: 'DESC' } });
  if (source?.facts) checkScriptTimes(name, lines, source.name, source.facts.seconds);
}

/** The characters that a script names, by the name in the script; those that are not there yet are made. */
async function characterIds(
  tx: EntityManager,
  { organisation, title }: ScriptRow,
  lines: readonly Line[],
): Promise<Map<string, string>> {
  const named = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  const made = named.map((name) => ({ id: newId(), name }));
  // Whoever adds another script meanwhile waits here, so that a character is made once.
  await tx.query('SELECT FROM titles WHERE id = $1 FOR UPDATE', [title]);
  await tx.query(
    `INSERT INTO characters (id, organisation, title, name, version)
     SELECT id, $2, $3, name, 1 FROM jsonb_to_recordset($1::jsonb) AS made (id uuid, name text)
     WHERE NOT EXISTS (SELECT FROM characters there WHERE there.title = $3 AND lower(there.name) = lower(made.name))
     ON CONFLICT (title, name) DO NOTHING`,
    [JSON.stringify(made), organisation, title],
  );
  const there = await tx.findBy(Characters, { title });
  const ids = new Map(there.map(({ id, name }) => [name.toLowerCase(), id]));
  return new Map(named.flatMap((name) => [[name, ids.get(name.toLowerCase())!] as const]));
}

async function insertLines(
  tx: EntityManager,
  { id, organisation }: ScriptRow,
  lines: readonly Line[],
  characters: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = lines.map(({ index, text, character, span, onScreen, language, marks }) => ({
    ...{ id: newId(), index, text, start: span?.start ?? null, end: span?.end ?? null },
    character: character === undefined ? null : characters.get(character),
    off_screen: onScreen === 'off',
    on_screen: onScreen ?? null,
    ...{ language: language ?? null, marks: marks ?? null },
  }));
  await tx.query(
    `INSERT INTO lines (id, organisation, script, "index", start, "end", text, character, off_screen, on_screen,
       language, marks, version)
     SELECT id, $2, $3, "index", start, "end", text, character, off_screen, on_screen, language,
       nullif(marks, 'null'::jsonb), 1
     FROM jsonb_to_recordset($1::jsonb) AS made (id uuid, "index" integer, start float8, "end" float8,
       text text, character uuid, off_screen boolean, on_screen text, language text, marks jsonb)`,
    [JSON.stringify(rows), organisation, id],
  );
}
