import { Refusal } from '@mondwerk/film';
import type { MatchOrder } from '../orders.ts';
import type { Run } from '../run.ts';
import { findModels, requireShown, type AddedModels, type BroughtModels } from './broughtModels.ts';

/**
 * The networks that an order of the platform names, among those of the machine that carries it out; `undefined` where it
 * names none. @throws Refusal as `findModels` and `requireShown`, before anything is rendered with them.
 */
export async function orderedModels(
  run: Pick<Run, 'brought' | 'signal'>,
  {
    settings: { generator, restorer },
    shown,
    commercial = true,
  }: Pick<MatchOrder, 'settings' | 'shown' | 'commercial'>,
): Promise<BroughtModels | undefined> {
  const wanted = {
    commercial,
    ...(generator !== undefined && { generator }),
    ...(restorer !== undefined && { restorer }),
  };
  const models = await findModels(wanted, (await run.brought?.()) ?? NONE, run.signal);
  requireShown(models, shown.name);
  return models;
}

const NONE: AddedModels = {
  all: [],
  find: (name) =>
    Promise.reject(
      new Refusal('model-missing', `There is no generator ${name} on this machine: add it there.`),
    ),
};
