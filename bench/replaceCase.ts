import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeReplacementFilms } from '../test/performer/index.ts';
import { measureMouths, SHARED } from './independent.ts';
import { readMeasured, type MeasuredFilm } from './measuredFilm.ts';

/** A film and whose face goes where: names for the rights, and a perfect result where one is known. */
export interface ReplaceCase {
  readonly name: string;
  readonly folder: string;
  readonly film: string;
  readonly footage: string;
  readonly truth?: string;
}

/** So much of each of the fixtures is rendered; faces come from the whole of the other one. */
const SECONDS = 4;

const home = join(import.meta.dirname, '../out/bench/replace');

/** The pair of invented performers, for whom a perfect replacement can be drawn. */
export async function drawnCase(): Promise<ReplaceCase> {
  const folder = join(home, 'drawn');
  const [film, footage, truth] = ['target', 'donor', 'truth'].map((name) => join(folder, name, 'film.mp4'));
  if (!existsSync(truth)) await makeReplacementFilms(folder, { threads: 2 });
  return { name: 'two invented performers', ...{ folder, film, footage, truth } };
}

/** The fixtures with each other's faces, for measuring only; none where the fixtures are not at hand. */
export function filmedCases(): ReplaceCase[] {
  const [kitchen, garden] = ['kitchen', 'garden'].map((clip) => join(SHARED, `fixtures/clips/${clip}.mp4`));
  if (!existsSync(kitchen) || !existsSync(garden)) return [];
  return [
    caseOf('garden’s face in kitchen', kitchen, garden),
    caseOf('kitchen’s face in garden', garden, kitchen),
  ];
}

function caseOf(name: string, film: string, footage: string): ReplaceCase {
  const folder = join(home, name.replace(/[^a-z]+/g, '-'));
  mkdirSync(folder, { recursive: true });
  const start = join(folder, 'film.mp4');
  if (!existsSync(start)) {
    const encoding = ['-c:v', 'libx264', '-preset', 'fast', '-crf', '10', '-c:a', 'copy'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', film, '-t', String(SECONDS), ...encoding, start]);
  }
  return { name, folder, film: start, footage };
}

/** Measures the faces of a film's first frames with the independent tool, once for as long as its JSON is there. */
export function facesIn(film: string, json: string, most?: number): MeasuredFilm {
  if (!existsSync(json)) measureMouths(film, json, most);
  return readMeasured(json);
}
