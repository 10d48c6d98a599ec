import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makePerformerFilm } from '../test/performer/index.ts';
import { SHARED } from './independent.ts';
import { enlargedTo4k } from './mouthTasks.ts';

/** Films to take mouths from: a drawn performer who is nobody, and kitchen.mp4 with an enlarged copy where it is at hand. */
export async function mouthFilms(folder: string, frames: number): Promise<Record<string, string>> {
  const drawn = join(folder, 'drawn/film.mp4');
  if (!existsSync(drawn))
    await makePerformerFilm(join(folder, 'drawn'), { performer: 'mira', lines: ['Maybe.'], threads: 2 });
  const kitchen = join(SHARED, 'fixtures/clips/kitchen.mp4');
  if (!existsSync(kitchen)) return { 'drawn performer': drawn };
  return {
    'drawn performer': drawn,
    'kitchen, 1080p': kitchen,
    'kitchen, 4K': enlargedTo4k(kitchen, join(folder, 'kitchen-4k.mp4'), frames),
  };
}
