import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lengthOf } from '@mondwerk/film';
import { probe } from '@mondwerk/media';
import { handlers } from '../apps/backend/src/pipeline/allHandlers.ts';
import { takeSettings, type PlanOrder } from '../apps/backend/src/pipeline/orders.ts';
import type { OutcomeOf } from '../apps/backend/src/pipeline/outcomes.ts';
import { perform } from '../apps/backend/src/pipeline/perform.ts';
import { Progress } from '../apps/backend/src/pipeline/progress.ts';
import { openDiskStorage } from '../apps/backend/src/storage/diskStorage.ts';
import { runAct, store } from '../test/backend/pipeline/actRunner.ts';
import { makeDub } from '../test/performer/index.ts';
import { SHARED } from './independent.ts';
import { processorSeconds } from './processorSeconds.ts';

const film = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/takes');
const title = '0193a2f0-0000-7000-8000-000000000002';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { width, height, clock } = await probe(film);
const dub = await makeDub(folder, {
  language: 'es',
  starts: [0.6, 4.6, 8.6, 12.6, 16.6],
  seconds: clock.end,
});
const storage = await openDiskStorage(join(folder, 'storage'));
const source = await store(storage, film, `titles/${title}/source.mp4`);
const stem = await store(storage, dub.voice, `titles/${title}/voice.wav`);
const script = await store(storage, dub.script, `titles/${title}/script.srt`);
const order: PlanOrder = {
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
await runAct(storage, 'analyse', { title, source, proxy: { burnTimecode: false } });
const { told } = await runAct(storage, 'plan', order);
const planned = told.planLines[0].shots;
const shots = planned.map(({ shot }) => ({ shot, take: 1, settings: takeSettings.parse({}) }));
const tools = {
  progress: new Progress({ show: () => {}, clear: () => {} }),
  signal: new AbortController().signal,
  workers: 1,
};
const measure = async (stage: 'gatherSources' | 'renderMouths', shot: number | null) => {
  const [from, began] = [processorSeconds(), performance.now()];
  const outcome = await perform(handlers, { stage, order: { ...order, shots }, shot }, storage, tools);
  const [cpu, wall] = [processorSeconds() - from, (performance.now() - began) / 1000];
  return { outcome, 'cpu s': cpu.toFixed(1), 'wall s': wall.toFixed(1) };
};

const gather = await measure('gatherSources', null);
const rows = [];
for (const { shot, frames, workSeconds } of planned) {
  const { outcome, ...first } = await measure('renderMouths', shot);
  const { 'cpu s': again } = await measure('renderMouths', shot);
  const { rendered, bytes } = outcome as OutcomeOf['renderMouths'];
  rows.push({
    ...{ shot, frames: lengthOf(frames), mouths: rendered, ...first, 'expected s': workSeconds },
    ...{ 'again, cpu s': again, 'MB a frame': (bytes / lengthOf(frames) / 1e6).toFixed(2) },
  });
}
console.log(
  `Takes of kitchen.mp4, ${width} × ${height}, one thread; gathering: ${gather['cpu s']} s of processor`,
);
console.table(rows);
