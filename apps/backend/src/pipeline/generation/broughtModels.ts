import { FORMS, requireAllowed, type BroughtModel, type GeneratorCard } from '@mondwerk/generators';
import { Refusal } from '@mondwerk/film';
import { fingerprintFile } from '../fingerprint.ts';

/** The generators that somebody wants, with all that they need. */
export interface BroughtModels {
  /** Makes the shown performer's face; left out where it is taken from footage. */
  readonly swapper?: BroughtModel;
  /** Tells the swapper whose face to make, where it makes any. */
  readonly embedder?: BroughtModel;
  /** Turns that into the swapper's own terms, where it has others. */
  readonly converter?: BroughtModel;
  /** Gives faces back their detail, last. */
  readonly restorer?: BroughtModel;
}

/** The models of an order, in the order in which they work. */
export const modelsIn = ({ embedder, converter, swapper, restorer }: BroughtModels): BroughtModel[] =>
  [embedder, converter, swapper, restorer].filter((model) => model !== undefined);

/** Which names are wanted, and what may be done with them. */
export interface WantedModels {
  readonly generator?: string;
  readonly restorer?: string;
  readonly commercial: boolean;
}

/** The models that were added. */
export interface AddedModels {
  readonly all: readonly BroughtModel[];
  /** @throws Refusal `model-missing` */
  readonly find: (name: string) => Promise<BroughtModel>;
}

/**
 * Finds the wanted models among those that were added, with what a swapper needs beside it, and sees that each may be used.
 * @throws Refusal `model-missing` as `find`, `model-other-kind`, `model-needs-embedder`, `model-not-commercial`, `model-changed`.
 */
export async function findModels(
  { generator, restorer, commercial }: WantedModels,
  added: AddedModels,
  signal: AbortSignal,
): Promise<BroughtModels | undefined> {
  if (generator === undefined && restorer === undefined) return undefined;
  const swapper = generator === undefined ? undefined : ofKind(await added.find(generator), 'swapper');
  const last = restorer === undefined ? undefined : ofKind(await added.find(restorer), 'restorer');
  for (const model of [swapper, last]) if (model) requireAllowed(model.card, { commercial });
  const beside = (form: GeneratorCard['form']): BroughtModel | undefined =>
    added.all.find(({ card }) => card.form === form);
  const needsIdentity = swapper !== undefined && FORMS[swapper.card.form].inputs.identity !== undefined;
  const embedder = needsIdentity ? beside('arcface-112') : undefined;
  const converter = swapper?.card.form === 'hififace-256' ? beside('converter-512') : undefined;
  if (needsIdentity && embedder === undefined) throw withoutEmbedder(swapper);
  const models = {
    ...(embedder && { embedder }),
    ...(converter && { converter }),
    ...(swapper && { swapper }),
    ...(last && { restorer: last }),
  };
  for (const model of modelsIn(models)) {
    requireAllowed(model.card, { commercial });
    await checkFile(model, signal);
  }
  return models;
}

/** Sees that none of them makes the face of somebody else than the performer who is to be shown. @throws Refusal `model-of-another`. */
export function requireShown(models: BroughtModels | undefined, shown: string): void {
  for (const { card } of models === undefined ? [] : modelsIn(models)) {
    requireAllowed(card, { commercial: false, performer: shown });
  }
}

/** Finds the lips that are wanted, and sees that they may be used. @throws Refusal as `findModels`. */
export async function findLips(
  { lips, commercial = true }: { readonly lips?: string; readonly commercial?: boolean },
  added: AddedModels,
  signal: AbortSignal,
): Promise<BroughtModel | undefined> {
  if (lips === undefined) return undefined;
  const model = ofKind(await added.find(lips), 'lips');
  requireAllowed(model.card, { commercial });
  await checkFile(model, signal);
  return model;
}

const KINDS = {
  swapper: 'make a performer’s face',
  lips: 'make lips speak',
  restorer: 'restore a face',
} as const;

function ofKind(model: BroughtModel, kind: keyof typeof KINDS): BroughtModel {
  const form = FORMS[model.card.form];
  if (form.kind === kind) return model;
  throw new Refusal(
    'model-other-kind',
    `The model ${model.card.name} cannot ${KINDS[kind]}: it is ${form.says}.`,
  );
}

const withoutEmbedder = ({ card }: BroughtModel): Refusal =>
  new Refusal(
    'model-needs-embedder',
    `The model ${card.name} must be told whose face to make: add ${FORMS['arcface-112'].says}, with \`mondwerk models add\` (docs/generators.md).`,
  );

async function checkFile({ path, card }: BroughtModel, signal: AbortSignal): Promise<void> {
  if ((await fingerprintFile(path, signal)) === card.sha256) return;
  throw new Refusal(
    'model-changed',
    `The file of the model ${card.name} is not the one that was added: remove it and add it again.`,
  );
}
