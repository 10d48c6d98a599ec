import { openModel, prepareModels, type Model, type ModelName, type ModelOptions } from '@mondwerk/models';

/** The networks that find, place, measure and recognise faces. */
export interface FaceFinder {
  readonly detector: Model;
  readonly mesh: Model;
  readonly attention: Model;
  readonly identity: Model;
  close(): Promise<void>;
}

const names = {
  detector: 'blazeface',
  mesh: 'facemesh',
  attention: 'facemesh-attention-pinto',
  identity: 'faceres',
} as const satisfies Record<string, ModelName>;

/** Opens the networks. @throws Refusal as `openModel` does. */
export async function openFaceFinder(options: ModelOptions = {}): Promise<FaceFinder> {
  const detector = await openModel(names.detector, options);
  const mesh = await openModel(names.mesh, options);
  const attention = await openModel(names.attention, options);
  const identity = await openModel(names.identity, options);
  return {
    detector,
    mesh,
    attention,
    identity,
    async close() {
      await Promise.all([detector, mesh, attention, identity].map((model) => model.close()));
    },
  };
}

/** The one network that measures a face whose place is known. */
export interface FaceMeasurer extends Pick<FaceFinder, 'attention'> {
  close(): Promise<void>;
}

/** Opens only the network that measures faces. @throws Refusal as `openModel` does. */
export async function openFaceMeasurer(options: ModelOptions = {}): Promise<FaceMeasurer> {
  const attention = await openModel(names.attention, options);
  return { attention, close: () => attention.close() };
}

/** Converts the face models that are not in the cache yet, so that many finders can be opened at once. */
export const prepareFaceModels = (options: ModelOptions = {}): Promise<void> =>
  prepareModels(Object.values(names), options);
