import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { lastConstantOf, openNetwork, type Device, type FloatTensor, type Network } from '@mondwerk/models';
import type { GeneratorCard } from '../cards/generatorCard.ts';
import { FORMS } from '../forms/forms.ts';
import { recognise, type Recognised } from '../forms/recognise.ts';
import { maskFrom, squareFrom, tensorOf } from '../forms/tensors.ts';
import { upperHalfAnd } from '../forms/upperHalf.ts';
import type { Square } from '../picture/squareOf.ts';
import type { Condition, FaceEmbedder, FaceGenerator, GeneratedSquare } from './faceGenerator.ts';
import { identifier } from './identifier.ts';

/** A network’s file with its card. */
export interface BroughtModel {
  readonly path: string;
  readonly card: GeneratorCard;
}

/** Where generators run. */
export interface GeneratorOptions {
  /** Those of `wantedDevices` when left out. */
  readonly devices?: readonly Device[];
  /** Threads of the processor, 1 when left out. */
  readonly threads?: number;
  /** What turns ArcFace’s descriptions into this swapper’s own, where it was trained with others (hififace). */
  readonly converter?: BroughtModel;
}

/** What a network’s file is; it is opened and closed again. @throws Refusal as `openNetwork` and `recognise`. */
export async function recogniseFile(path: string): Promise<Recognised> {
  const network = await openNetwork(path, { devices: ['cpu'] });
  try {
    const found = recognise(path, network);
    if (found.form === 'inswapper-128') await mapIn(path);
    return found;
  } finally {
    await network.close();
  }
}

/** Opens a swapper, lips or a restorer. @throws Refusal as `recogniseFile`, and `model-other-kind` when it is none of the three. */
export async function openGenerator(
  { path, card }: BroughtModel,
  options: GeneratorOptions = {},
): Promise<FaceGenerator> {
  const network = await openNetwork(path, options);
  try {
    const found = recognise(path, network);
    const form = FORMS[found.form];
    const { kind } = form;
    if (kind === 'embedder' || kind === 'converter') throw otherKind(card, form.says, 'make faces');
    const identify = await identifier(
      found.form === 'inswapper-128' ? await mapIn(path) : undefined,
      options,
    );
    return {
      ...{ card, kind, size: found.size, form: { ...form, name: found.form } },
      wantsIdentity: found.inputs.identity !== undefined,
      identify: identify.of,
      prepare: (square, condition) => prepare(found, square, condition),
      run: network.run,
      restore: (tensors) => restore(found, tensors),
      close: async () => void (await Promise.all([network.close(), identify.close()])),
    };
  } catch (error) {
    await network.close();
    throw error;
  }
}

/** Opens what describes faces. @throws Refusal as `recogniseFile`, and `model-other-kind` when it does something else. */
export async function openEmbedder(
  { path, card }: BroughtModel,
  options: GeneratorOptions = {},
): Promise<FaceEmbedder> {
  const network = await openNetwork(path, options);
  try {
    const found = recognise(path, network);
    const form = FORMS[found.form];
    if (form.kind !== 'embedder') throw otherKind(card, form.says, 'tell whose face a picture shows');
    return {
      ...{ card, form, size: found.size },
      describe: async (square) => (await describe(network, found, square)).data,
      close: network.close,
    };
  } catch (error) {
    await network.close();
    throw error;
  }
}

async function describe(
  network: Network,
  { inputs, outputs }: Recognised,
  square: Square,
): Promise<FloatTensor> {
  const made = await network.run({ [inputs.face!]: tensorOf(square, FORMS['arcface-112'].into) });
  return made[outputs.identity!];
}

const otherKind = ({ name }: GeneratorCard, says: string, wanted: string): Refusal =>
  new Refusal('model-other-kind', `The model ${name} cannot ${wanted}: it is ${says}.`);

/** The matrix that inswapper’s files hold beside the network. @throws Refusal `network-without-map`. */
async function mapIn(path: string): Promise<FloatTensor> {
  const map = await lastConstantOf(path);
  if (map?.shape.length === 2 && map.shape.every((length) => length === 512)) return map;
  throw new Refusal(
    'network-without-map',
    `${basename(path)} has inswapper’s form but not its 512 × 512 matrix as the last constant: give the file as it was published.`,
  );
}

function prepare(
  { form, inputs }: Recognised,
  square: Square,
  { identity, sound, morph = 1, weight = 0.5 }: Condition,
): Record<string, FloatTensor> {
  const face = tensorOf(square, FORMS[form].into);
  const values: Partial<Record<string, FloatTensor>> = {
    face: form === 'wav2lip-96' ? upperHalfAnd(face) : face,
    identity: identity && { data: identity, shape: [1, identity.length] },
    sound,
    morph: { data: Float32Array.of(morph), shape: [1] },
    weight: { data: Float32Array.of(weight), shape: [1] },
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([role, name]) => {
      const value = values[role];
      if (!value) throw new RangeError(`${form} needs its ${role}`);
      return [name, value];
    }),
  );
}

function restore(
  { form, size, outputs }: Recognised,
  tensors: Readonly<Record<string, FloatTensor>>,
): GeneratedSquare {
  const { from, into } = FORMS[form];
  const picture = squareFrom(tensors[outputs.picture!], size, from ?? into);
  const masks = [outputs.mask, outputs.otherMask].flatMap((name) =>
    name === undefined ? [] : [maskFrom(tensors[name], size)],
  );
  if (masks.length === 0) return { picture };
  return { picture, mask: masks[0].map((value, i) => Math.min(...masks.map((mask) => mask[i] ?? value))) };
}
