import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.ts';
import { addDub } from '../dubs/addDub.ts';
import { addScript } from '../dubs/addScript.ts';
import { addStem } from '../dubs/addStem.ts';
import { DubSettings } from '../dubs/dubSettings.ts';
import type { Platform } from '../platform.ts';
import { addTitle } from '../titles/addTitle.ts';
import { bringFile } from '../uploads/bringFile.ts';
import type { Purpose } from '../uploads/tables.ts';

/** Where the sample's files lie; `npm run sample` makes them. */
const FOLDER = join(import.meta.dirname, '../../sample');

const NAME = 'The Lighthouse Keeper (sample)';

/** What was made of the sample, by its ids. */
export interface AddedSample {
  readonly id: string;
  readonly dub: string;
}

/**
 * Adds a title of our own with everything that somebody would bring for a Spanish dub: film, voice and both scripts, all
 * played by people who are nobody. Its analysis starts by itself; what is recorded of rights is left to people.
 */
export async function addSample(tx: EntityManager, platform: Platform, actor: Actor): Promise<AddedSample> {
  const { organisation } = actor;
  const { id: title } = await addTitle(tx, { organisation, name: NAME, language: 'en' });
  const bring = (purpose: Purpose, file: string): Promise<string> =>
    bringFile(tx, platform, actor, { title, purpose, path: join(FOLDER, file) });
  const { storage } = platform;
  await bring('source', 'film.mp4');
  const original = await bring('script', 'original.srt');
  await addScript(tx, storage, { upload: original, title, dub: null, language: 'en' });
  const { id: dub } = await addDub(tx, title, { language: 'es', settings: DubSettings.parse({}) });
  await addStem(tx, dub, { upload: await bring('stem', 'es.flac'), kind: 'mix', character: null });
  const script = await bring('script', 'es.srt');
  await addScript(tx, storage, { upload: script, title, dub, language: 'es' });
  return { id: title, dub };
}
