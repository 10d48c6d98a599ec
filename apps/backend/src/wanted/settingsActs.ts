import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { inspectFilm } from '../inspectFilm.ts';
import { Progress } from '../pipeline/progress.ts';
import { openSink } from '../pipeline/progressSinks.ts';
import { castWishes } from '../pipeline/wishes/castWishes.ts';
import { readSettings, readShape } from '../pipeline/wishes/readSettings.ts';
import { readWorkplace } from '../settings.ts';
import { watchForStop } from '../stopped.ts';
import { factsFrom, readFilmFacts, type FilmFacts } from './filmFacts.ts';
import { settingsTemplate } from './settingsTemplate.ts';

/** Of what a template is written. */
export interface TemplateOrder {
  /** A film, a report, or what `inspect` printed. */
  readonly of: string;
  readonly work?: string;
}

/** Writes a settings file to begin with. @throws Refusal for what is neither a film nor tells of one. */
export async function writeTemplate(order: TemplateOrder, environment: NodeJS.ProcessEnv): Promise<string> {
  return settingsTemplate(
    (await looksLikeJson(order.of)) ? await readFilmFacts(order.of) : await lookAtFilm(order, environment),
  );
}

/**
 * Checks a settings file, against what a report or `inspect` told of the film where that is given. Tells what it found good.
 * @throws Refusal `settings-wrong` that names every place that is wrong.
 */
export async function checkSettings(file: string, told: string | undefined): Promise<string> {
  if (told === undefined) {
    await readShape(file);
    return `${basename(file)} has the shape of a settings file; give a report as well to have its lines and shots checked.`;
  }
  const facts = await readFilmFacts(told);
  const { name, wishes } = await readSettings(file, facts);
  castWishes(wishes, { ...facts, partly: false }, name);
  return `${name} fits ${facts.name}.`;
}

async function looksLikeJson(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead).toString('latin1').trimStart().startsWith('{');
  } finally {
    await file.close();
  }
}

async function lookAtFilm({ of, work }: TemplateOrder, environment: NodeJS.ProcessEnv): Promise<FilmFacts> {
  const { workers } = readWorkplace(environment, process.cwd());
  const progress = new Progress(openSink(process.stderr, false));
  const { signal, release } = watchForStop();
  try {
    const request = { film: of, ...(work !== undefined && { work }) };
    return factsFrom(await inspectFilm(request, { workers, progress, signal }), basename(of));
  } finally {
    progress.clear();
    release();
  }
}
