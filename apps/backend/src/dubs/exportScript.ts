import { Refusal } from '@mondwerk/film';
import {
  FORMAT_ENDINGS,
  FORMAT_NAMES,
  requireTimes,
  SCRIPT_FORMATS,
  sortLines,
  whatIsLost,
  writeScript,
  type ScriptDocument,
  type ScriptFormat,
} from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import type { Storage } from '../storage/storage.ts';
import { currentPlan } from './plans.ts';
import { scriptNow, type ScriptNow } from './scriptNow.ts';
import { newestScript } from './spokenOrder.ts';
import { PlannedLines } from './plannedLineTable.ts';
import type { ScriptRow } from './tables.ts';

/** Which times an exported script has: those of its script, or those at which the voice was heard to say it. */
export const TIMES = ['script', 'heard'] as const;

/** A script as a file that is made when it is asked for. */
export interface ExportedScript {
  readonly name: string;
  readonly content: string;
}

/** What is asked for. */
export interface ExportWish {
  readonly format: ScriptFormat;
  readonly times?: (typeof TIMES)[number];
}

/**
 * Writes the script that counts, of a dub or of the original dialogue, with what people changed of it.
 * @throws Refusal `not-found` without a script, `script-untimed`, `plan-missing` and `plan-outdated` where
 * the voice has not been heard.
 */
export async function exportScript(
  tx: EntityManager,
  storage: Storage,
  of: Pick<ScriptRow, 'title' | 'dub'>,
  { format, times = 'script' }: ExportWish,
): Promise<ExportedScript> {
  const script = await newestScript(tx, of);
  if (script === null) throw new Refusal('not-found', 'There is no script yet: bring one first.');
  const now = await scriptNow(tx, storage, script);
  const document = times === 'heard' ? await withHeardTimes(tx, script, now) : now.document;
  requireTimes(document, format, script.name);
  const heard = times === 'heard' ? '.heard' : '';
  const name = `${script.name.replace(/(\.dapt)?\.[^.]+$/i, '')}${heard}${FORMAT_ENDINGS[format]}`;
  return { name, content: writeScript(document, format) };
}

/** The times of the newest plan; lines that do not fit the voice keep those of the script. */
async function withHeardTimes(
  tx: EntityManager,
  script: ScriptRow,
  { document, places }: ScriptNow,
): Promise<ScriptDocument> {
  const plan = await currentPlan(tx, script.dub!);
  const planned = await tx.find(PlannedLines, { where: { plan: plan.id } });
  if (plan.madeAt < script.madeAt || planned.some(({ index }) => index >= places.length)) {
    throw new Refusal(
      'plan-outdated',
      'The newest plan of this dub was made from another script: plan the dub anew.',
    );
  }
  const lines = [...document.lines];
  for (const { index, start, end, fits } of planned) {
    if (fits && start < end) lines[places[index]] = { ...lines[places[index]], span: { start, end } };
  }
  return sortLines({ ...document, lines, kind: 'as-recorded' });
}

/** What a script would be in a format. */
export interface FormatOfScript {
  readonly format: ScriptFormat;
  readonly name: string;
  readonly lost: readonly string[];
}

/** Of every format, what of a script it cannot carry. */
export async function formatsOf(
  tx: EntityManager,
  storage: Storage,
  script: ScriptRow,
): Promise<FormatOfScript[]> {
  const { document } = await scriptNow(tx, storage, script);
  return SCRIPT_FORMATS.map((format) => ({
    format,
    name: FORMAT_NAMES[format],
    lost: whatIsLost(document, format),
  }));
}
