import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { claims, measureDub } from './dubbing.ts';
import { gridStages } from './gridStages.ts';
import { headsApart } from './headsApart.ts';
import { compareMouths, comparePixels, measureMouths, SHARED } from './independent.ts';
import { plainTranscode } from './plainTranscode.ts';

const grid = join(SHARED, 'fixtures/grid');
const shared = join(import.meta.dirname, '../out/bench');

/** GRID's sentences are all so many frames long. */
const SENTENCE = 75;

/** Dubs GRID's film with other sentences of its speaker, and compares it with the pictures that belong to them. */
export async function dubGrid(name: string, more: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(shared, name);
  const at = (file: string): string => join(folder, file);
  mkdirSync(folder, { recursive: true });
  const [film, truth] = [join(grid, 'film.mp4'), join(grid, 'truth.mp4')];
  const { seconds, peakMegabytes, report } = await measureDub({
    ...{ film, voice: join(grid, 'dub.wav'), script: join(grid, 'dub.srt'), language: 'en', ...more },
    ...{ out: at('out.mp4'), report: at('out.report.json'), work: at('work') },
  });
  console.table({ ...claims(report), seconds: Math.round(seconds), 'peak MB': peakMegabytes });
  const trueMouths = join(shared, 'grid-truth.json');
  if (!existsSync(trueMouths)) measureMouths(truth, trueMouths);
  measureMouths(at('out.mp4'), at('out.json'));
  console.dir(compareMouths(trueMouths, at('out.json')), { depth: 4 });
  console.log("The same with each sentence's mean taken out");
  console.table(headsApart({ truth: trueMouths, out: at('out.json') }, SENTENCE));
  plainTranscode(film, at('plain.mp4'));
  console.dir(comparePixels(at('plain.mp4'), at('out.mp4'), at('out.json')), { depth: 4 });
  await gridStages({
    ...{ film, truth, out: at('out.mp4') },
    ...{ work: at('work'), folder, sentence: SENTENCE },
  });
}
