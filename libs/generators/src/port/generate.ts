import { takeApart, weave } from '../forms/tiles.ts';
import type { Square } from '../picture/squareOf.ts';
import type { Condition, FaceGenerator, GeneratedSquare } from './faceGenerator.ts';

/** Runs a generator on a square of its own size, or of a multiple of it where its form lets squares be taken apart. */
export async function generate(
  generator: FaceGenerator,
  square: Square,
  condition: Condition,
): Promise<GeneratedSquare> {
  const boost = Math.round(square.size / generator.size);
  if (boost === 1) return generateOne(generator, square, condition);
  const parts: GeneratedSquare[] = [];
  for (const part of takeApart(square, boost)) parts.push(await generateOne(generator, part, condition));
  const masks = parts.flatMap(({ mask }) => (mask === undefined ? [] : [mask]));
  const data = weave(
    parts.map(({ picture }) => picture.data),
    generator.size,
    3,
  );
  return {
    picture: { size: square.size, data },
    ...(masks.length === parts.length && { mask: weave(masks, generator.size, 1) }),
  };
}

const generateOne = async (
  generator: FaceGenerator,
  square: Square,
  condition: Condition,
): Promise<GeneratedSquare> => generator.restore(await generator.run(generator.prepare(square, condition)));
