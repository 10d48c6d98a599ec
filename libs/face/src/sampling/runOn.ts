import type { ColourTags, Picture } from '@mondwerk/film';
import type { Model } from '@mondwerk/models';

import type { Region } from '../region.ts';
import { networkInput } from './sampleRegion.ts';

/** Inputs that nobody uses, by their length: new ones for every picture would keep the garbage collector busy. */
const idle = new Map<number, Float32Array[]>();

/** What a network says of a region of a picture; of the `wanted` outputs, or of all. */
export async function runOn(
  model: Model,
  picture: Picture,
  colour: ColourTags,
  region: Region,
  wanted?: readonly string[],
): Promise<Record<string, Float32Array>> {
  const { input } = model.card;
  const length = input.size * input.size * 3;
  const memory = idle.get(length)?.pop() ?? new Float32Array(length);
  try {
    return await model.run(networkInput(picture, colour, region, input, memory), wanted);
  } finally {
    const others = idle.get(length);
    if (others) others.push(memory);
    else idle.set(length, [memory]);
  }
}
