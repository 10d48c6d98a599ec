import { existsSync } from 'node:fs';
import { cards, openModel } from '@mondwerk/models';
import { openEngine } from '@mondwerk/speech';
import { Refusal } from '@mondwerk/film';
import { chooseSpeechModel, speechModelsOf } from '../models/speechModels.ts';
import type { Examination, Finding } from './finding.ts';

/** Whether every model is there, unchanged, and opens; the first time that takes a while, because they are converted. */
export async function examineModels(): Promise<Finding> {
  for (const { name } of cards) {
    const model = await openModel(name);
    await model.close();
  }
  return { result: 'ok', said: cards.map(({ name }) => name).join(', ') };
}

/** Whether speech can be transcribed. Without a speech model nothing is wrong: people give scripts. */
export const examineSpeech: Examination = async ({ settings }) => {
  if (settings instanceof Refusal)
    return { result: 'warn', said: 'not looked at, because the settings are wrong' };
  const model = await chooseSpeechModel(speechModelsOf(settings));
  if (model === null) return { result: 'ok', said: 'no model: scripts are given, or drafted from the sound' };
  const engine = await openEngine({
    model: model.path,
    name: model.name,
    threads: 1,
    signal: AbortSignal.timeout(LOADED_MS),
  });
  engine.close();
  return { result: 'ok', said: `${model.name} transcribes` };
};

/** The largest models take a while to be read from a slow disk. */
const LOADED_MS = 120_000;

/** Where Linux shows a graphics card of NVIDIA to programs. */
const CARD = '/dev/nvidiactl';

/** Where networks run. Without a graphics card that is the processor, and nothing is wrong with it. */
export async function examineGpu(): Promise<Finding> {
  const model = await openModel(cards[0].name);
  const { device } = model;
  await model.close();
  if (device === 'cuda') return { result: 'ok', said: 'networks run on the graphics card' };
  if (!existsSync(CARD)) return { result: 'ok', said: 'none: networks run on the processor' };
  return {
    result: 'warn',
    said: 'there is a card, and networks run on the processor',
    way: 'fetch onnxruntime’s CUDA libraries: ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node',
  };
}
