import { existsSync } from 'node:fs';
import { SHARED } from './independent.ts';

/** The benches by name: what each measures, and the module that does it when it is loaded. */
const benches: Readonly<Record<string, { readonly says: string; run(): Promise<unknown> }>> = {
  align: { says: 'phone times against the truth', run: () => import('./align.ts') },
  voice: { says: 'where somebody speaks, under noise and music', run: () => import('./voice.ts') },
  visible: {
    says: 'how many lines an old mouth fits, with its own words and others',
    run: () => import('./visible.ts'),
  },
  loudness: {
    says: 'whether mouths that follow the loudness come nearer to those filmed',
    run: () => import('./loudness.ts'),
  },
  grid: { says: 'a dub of GRID against the true pictures', run: () => import('./grid.ts') },
  gridPrior: {
    says: 'the same without a script of the original dialogue',
    run: () => import('./gridPrior.ts'),
  },
  clips: { says: 'sharpness, seam and lips on kitchen and garden', run: () => import('./clips.ts') },
  speed: { says: 'a whole dub against a plain transcode', run: () => import('./speed.ts') },
  renderer: { says: 'what rendering a mouth costs, step by step', run: () => import('./renderer.ts') },
  proxies: { says: 'pictures and sound for browsers: speed and memory', run: () => import('./proxies.ts') },
  takes: {
    says: 'what takes cost, shot by shot, against what a plan expects',
    run: () => import('./takes.ts'),
  },
  drafts: { says: 'how long a line with other settings takes to be seen', run: () => import('./drafts.ts') },
  queue: { says: 'shots queued a second, and four workers against one', run: () => import('./queue.ts') },
  api: {
    says: 'reads over HTTP with 1,000 titles, 100,000 shots, 1,000,000 notes',
    run: () => import('./api.ts'),
  },
  dashboard: {
    says: 'how soon the first page is there, with 1,000 titles, in a real browser',
    run: () => import('./dashboard.ts'),
  },
  kills: { says: 'films whose workers are killed a hundred times', run: () => import('./kills.ts') },
  uploads: {
    says: 'how fast files arrive, and what memory that takes',
    run: () => import('./uploads.ts'),
  },
  timeline: { says: 'scrolling and zooming a film of 2,000 shots', run: () => import('./timeline.ts') },
  memory: { says: 'peak memory for 20 s and 10 min', run: () => import('./memory.ts') },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0 || !existsSync(SHARED)) {
  console.error(
    unknown.length > 0
      ? `There is no bench ${unknown.join(', ')}; there are:\n${Object.entries(benches)
          .map(([name, { says }]) => `  ${name.padEnd(8)} ${says}`)
          .join('\n')}`
      : `The benches need the fixtures in ${SHARED}, and that folder is not there.`,
  );
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name].run();
