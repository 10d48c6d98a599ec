import { existsSync } from 'node:fs';
import { cards, openModel } from '@mondwerk/models';
import type { Finding } from './finding.ts';

/** Whether every model is there, unchanged, and opens; the first time that takes a while, because they are converted. */
export async function examineModels(): Promise<Finding> {
  for (const { name } of cards) {
    const model = await openModel(name);
    await model.close();
  }
  return { result: 'ok', said: cards.map(({ name }) => name).join(', ') };
}

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
