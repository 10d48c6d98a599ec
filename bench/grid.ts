import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { claims, measureDub } from './dubbing.ts';
import { gridStages } from './gridStages.ts';
import { headsApart } from './headsApart.ts';
import { compareMouths, measureMouths, SHARED } from './independent.ts';

const grid = join(SHARED, 'fixtures/grid');
const folder = join(import.meta.dirname, '../out/bench/grid');
const at = (name: string): string => join(folder, name);

/** GRID's sentences are all so many frames long. */
const SENTENCE = 75;

mkdirSync(folder, { recursive: true });
const { seconds, peakMegabytes, report } = await measureDub({
  ...{
    film: join(grid, 'film.mp4'),
    voice: join(grid, 'dub.wav'),
    script: join(grid, 'dub.srt'),
    language: 'en',
  },
  ...{ 'film-script': join(grid, 'film.srt'), 'film-language': 'en' },
  ...{ out: at('out.mp4'), report: at('out.report.json'), work: at('work') },
});
console.log(
  'GRID, dubbed with other sentences of the same speaker, against the pictures that belong to them',
);
console.table({ ...claims(report), seconds: Math.round(seconds), 'peak MB': peakMegabytes });
measureMouths(join(grid, 'truth.mp4'), at('truth.json'));
measureMouths(at('out.mp4'), at('out.json'));
console.dir(compareMouths(at('truth.json'), at('out.json')), { depth: 4 });
console.log("The same with each sentence's mean taken out");
console.table(headsApart({ truth: at('truth.json'), out: at('out.json') }, SENTENCE));
await gridStages({
  ...{ film: join(grid, 'film.mp4'), truth: join(grid, 'truth.mp4'), out: at('out.mp4') },
  ...{ work: at('work'), folder, sentence: SENTENCE },
});
