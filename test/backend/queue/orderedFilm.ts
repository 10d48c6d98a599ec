import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeSettings, type OrderOf, type PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import { store } from '../pipeline/actRunner.ts';
import type { TwoShotFilm } from '../twoShotFilm.ts';

/** All that is asked of the pipeline for a film, in the order in which it is. */
export type FilmOrders = Pick<OrderOf, 'analyse' | 'plan' | 'render'>;

/** Stores a film as a title's, and says what is to be done with it. */
export async function orderFilm(folder: string, title: string, made: TwoShotFilm): Promise<FilmOrders> {
  const storage = await openDiskStorage(folder);
  const source = await store(storage, made.film, `titles/${title}/source.mp4`);
  const stem = await store(storage, made.voice, `titles/${title}/voice.wav`);
  const script = await store(storage, made.script, `titles/${title}/script.srt`);
  const plan: PlanOrder = {
    ...{
      title,
      source,
      original: null,
      performers: null,
      lineSettings: [],
      casting: { characters: [], lines: [] },
    },
    ...{ stems: [{ ...stem, character: null }], script: { ...script, language: 'es' } },
    settings: { fitVoice: false, voiceAsIs: false, followLoudness: true, onlyVisible: false },
  };
  return {
    analyse: { title, source, proxy: { burnTimecode: false } },
    plan,
    render: {
      ...plan,
      shots: [0, 1].map((shot) => ({ shot, take: 1, settings: takeSettings.parse({}) })),
    },
  };
}

/** The hashes of all files of a title, by name. Drafts of those who died and the title's own id do not count. */
export async function hashesOf(folder: string, title: string): Promise<ReadonlyMap<string, string>> {
  const root = join(folder, 'titles', title);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && !join(file.parentPath, file.name).includes('.partial'),
  );
  const hashed = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const content = (await readFile(path, 'latin1')).replaceAll(title, 'the title');
    return [path.slice(root.length + 1), createHash('sha256').update(content).digest('hex')] as const;
  });
  return new Map((await Promise.all(hashed)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
