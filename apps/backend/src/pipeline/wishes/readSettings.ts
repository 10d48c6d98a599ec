import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Line } from '@mondwerk/film';
import { checkFile, type Film } from '@mondwerk/media';
import { faultsOf, refusalFor } from './faults.ts';
import { readJsonWithComments } from './jsonWithComments.ts';
import { placeWishes } from './placeWishes.ts';
import { settingsFile, type SettingsFile } from './settingsFile.ts';
import type { Wishes } from './wishes.ts';

/** What a settings file is read against. */
export interface SettingsOf {
  /** The film whose frames and pixels it counts in. */
  readonly film: Pick<Film, 'clock' | 'rate' | 'width' | 'height'>;
  readonly lines: readonly Line[];
}

/** A settings file that was read. */
export interface ReadSettings {
  readonly name: string;
  readonly sha256: string;
  /** The file as it says it, without its comments. */
  readonly said: object;
  readonly wishes: Wishes;
}

/** Larger files are none that people write. */
const MOST_BYTES = 64 << 20;

/**
 * Reads a settings file and checks all that can be known before the film is looked at.
 * @throws Refusal `settings-unreadable` or `settings-wrong` that names every place that is wrong.
 */
export async function readSettings(path: string, { film, lines }: SettingsOf): Promise<ReadSettings> {
  const { name, text, said } = await readShape(path);
  const { wishes, faults } = placeWishes(said, { film, lines });
  if (faults.length > 0) throw refusalFor(name, faults);
  return { name, sha256: createHash('sha256').update(text).digest('hex'), said, wishes };
}

/** Reads a settings file and checks its shape alone. @throws Refusal `settings-unreadable` or `settings-wrong` */
export async function readShape(path: string): Promise<{ name: string; text: string; said: SettingsFile }> {
  const name = basename(path);
  if ((await checkFile(path)) > MOST_BYTES)
    throw refusalFor(name, [{ place: '', says: 'is too large for a settings file' }]);
  const text = await readFile(path, 'utf8');
  const { data, error } = settingsFile.safeParse(readJsonWithComments(text, name), { reportInput: true });
  if (error !== undefined) throw refusalFor(name, faultsOf(error));
  return { name, text, said: data };
}
