import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lengthOf } from '@mondwerk/film';
import { probe } from '@mondwerk/media';
import { handlers } from '../apps/backend/src/pipeline/allHandlers.ts';
import { AS_SAID } from '../apps/backend/src/pipeline/lineSettings.ts';
import type { DraftOrder, PlanOrder } from '../apps/backend/src/pipeline/orders.ts';
import type { OutcomeOf } from '../apps/backend/src/pipeline/outcomes.ts';
import { perform } from '../apps/backend/src/pipeline/perform.ts';
import { Progress } from '../apps/backend/src/pipeline/progress.ts';
import { openDiskStorage } from '../apps/backend/src/storage/diskStorage.ts';
import { runAct, store } from '../test/backend/pipeline/actRunner.ts';
import { makeDub } from '../test/performer/index.ts';
import { SHARED } from './independent.ts';
import { processorSeconds } from './processorSeconds.ts';

const film = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/drafts');
const title = '0193a2f0-0000-7000-8000-000000000004';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { width, height, clock } = await probe(film);
const dub = await makeDub(folder, {
  language: 'es',
  starts: [1, 5, 9, 13, 17],
  lines: [
    'Mi papá vive muy bien aquí.',
    'Tal vez mi hermano.',
    'Cinco perritos.',
    'Un vino muy bueno.',
    'Adiós.',
  ],
  seconds: clock.end,
});
const storage = await openDiskStorage(join(folder, 'storage'));
const source = await store(storage, film, `titles/${title}/source.mp4`);
const stem = await store(storage, dub.voice, `titles/${title}/voice.wav`);
const script = await store(storage, dub.script, `titles/${title}/script.srt`);
const order: PlanOrder = {
  ...{ title, source, original: null, performers: null, lineSettings: [] },
  ...{ stems: [{ ...stem, character: null }], script: { ...script, language: 'es' } },
  settings: { fitVoice: false, voiceAsIs: false, followLoudness: true, onlyVisible: false },
  casting: { characters: [], lines: [] },
};
const analysed = await runAct(storage, 'analyse', { title, source, proxy: { burnTimecode: false } });
const planned = await runAct(storage, 'plan', order);
const [{ proxy }] = analysed.told.makeProxy;
const tools = {
  progress: new Progress({ show: () => {}, clear: () => {} }),
  signal: new AbortController().signal,
  workers: 2,
};

async function draft(line: number, offset: number, from: DraftOrder['proxy']) {
  const shots = planned.told.planLines[0].shots.filter(({ lines }) => lines.includes(line));
  const settings = { ...AS_SAID, offset };
  const asked: DraftOrder = {
    ...order,
    draft: { line, shots: shots.map(({ shot }) => shot), settings },
    proxy: from,
  };
  const [cpu, began] = [processorSeconds(), performance.now()];
  const told = await perform(handlers, { stage: 'draftLine', order: asked, shot: null }, storage, tools);
  const { line: said, frames } = told as OutcomeOf['draftLine'];
  return {
    ...{ line, 'said for s': (lengthOf(said) / 25).toFixed(1), frames: lengthOf(frames) },
    from: from === null ? 'source' : 'proxy',
    'wall s': ((performance.now() - began) / 1000).toFixed(1),
    'cpu s': (processorSeconds() - cpu).toFixed(1),
  };
}

const small = { key: proxy.key, sha256: proxy.sha256, name: 'proxy.mp4' };
const rows = [];
for (const offset of [0.04, 0.08])
  for (const line of [0, 1, 2, 3]) rows.push(await draft(line, offset, small));
rows.push(await draft(0, 0.04, null));
console.log(`Drafts of lines of kitchen.mp4, ${width} × ${height}, two threads`);
console.table(rows);
