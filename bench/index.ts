import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEVICE_VARIABLE, wantedDevices } from '@mondwerk/models';
import { SHARED } from './independent.ts';

/** What a bench measures, whether it does without the shared fixtures, and the module that does it when it is loaded. */
interface Bench {
  readonly says: string;
  readonly alone?: boolean;
  run(): Promise<unknown>;
}

/** The benches by name. */
const benches: Readonly<Record<string, Bench>> = {
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
  splice: {
    says: 'a film of which a fifth is dubbed, with --splice, against a plain transcode',
    alone: true,
    run: () => import('./splice.ts'),
  },
  replace: {
    says: 'a face on another head: whose it is, its pose, detail and border, and what it costs',
    run: () => import('./replace.ts'),
  },
  renderer: {
    says: 'what rendering a mouth costs, step by step',
    alone: true,
    run: () => import('./renderer.ts'),
  },
  graph: {
    says: 'warp and blend as an ONNX graph against the renderer’s kernels',
    alone: true,
    run: () => import('./graph.ts'),
  },
  generator: {
    says: 'what the network of a 96 px generator costs',
    alone: true,
    run: () => import('./generator.ts'),
  },
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
  memory: { says: 'peak memory for 20 s, 10 min and 2 h', run: () => import('./memory.ts') },
};

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { device: { type: 'string' } },
});
const names = asked.length > 0 ? asked : Object.keys(benches);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  const known = Object.entries(benches).map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`);
  console.error(`There is no bench ${unknown.join(', ')}; there are:\n${known.join('\n')}`);
  process.exit(2);
}
if (!existsSync(SHARED) && names.some((name) => benches[name].alone !== true)) {
  console.error(`The benches need the fixtures in ${SHARED}, and that folder is not there.`);
  process.exit(2);
}
if (values.device !== undefined) {
  process.env[DEVICE_VARIABLE] = values.device;
  try {
    wantedDevices();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
for (const name of names) await benches[name].run();
