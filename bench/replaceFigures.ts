import { join } from 'node:path';
import { likenessOf, likenessToSelf, pointsOff, poseError, shaking } from './faceFigures.ts';
import { comparePictures } from './facePictures.ts';
import { compareMouths } from './independent.ts';
import { rounded } from './judgeByShot.ts';
import { facesIn, type ReplaceCase } from './replaceCase.ts';

/** Figures by name; text where a number needs a word. */
export type Figures = Readonly<Record<string, number | string>>;

/** What a replacement should reach (issue 7), by the name of the figure. */
export const GOALS: Readonly<Record<string, string>> = {
  'likeness to the shown, of their own': '≥ 0.75',
  'likeness to the replaced': '< 0.5',
  'head turned otherwise, degrees': '≤ 2',
  'the same against the truth': '≤ 2',
  'aperture r': '≥ 0.95',
  'sharpness, of the film’s': '≥ 0.85',
  'sharpness, of the truth’s': '≥ 0.85',
  seam: '≤ 1.1',
  'seam, against the truth': '≤ 1.1',
  'jitter of the lips': '≤ 1.2',
  'jitter of the face': '≤ 1.2',
  'jitter of the lips, of the truth’s': '≤ 1.2',
  'jitter of the face, of the truth’s': '≤ 1.2',
  'flicker, of the truth’s': '≤ 1.2',
  'samples changed outside the boxes': '0',
  'processor, times a transcode': '≤ 3',
  'processor for rendering alone': '≤ 3',
  'seconds, times a transcode': '≤ 3',
};

/** So many frames of footage are enough to know whose face it shows. */
const ENOUGH = 200;

/** A film that is measured, its name in the case's folder, and what it is compared with: all coded alike. */
export interface Compared {
  readonly out: string;
  readonly name: string;
  readonly plain: string;
  readonly plainTruth?: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** Measures one result of a case, or what stands for one. */
export async function figuresOf(
  { folder, film, footage, truth }: ReplaceCase,
  { out, name, plain, plainTruth, size }: Compared,
): Promise<Figures> {
  const json = (of: string): string => join(folder, `${of}.json`);
  const [before, donor, faces] = [
    facesIn(film, json('target')),
    facesIn(footage, json('donor'), ENOUGH),
    facesIn(out, json(name)),
  ];
  const mouth = mouthOf(json('target'), json(name));
  const pose = poseError(before, faces);
  const [pictures, truePictures] = await comparePictures(
    out,
    plainTruth === undefined ? [plain] : [plain, plainTruth],
    before,
    size,
  );
  const figures = {
    'likeness to the shown, of their own': likenessOf(faces, donor) / likenessToSelf(donor),
    'likeness to the replaced': likenessOf(faces, before),
    'head turned otherwise, degrees': pose.moving,
    'the same with the faces’ own build': pose.worst,
    'aperture r': mouth.ap3.r,
    'sharpness, of the film’s': pictures.sharpness,
    seam: pictures.seam,
    'where the seam is': pictures.seamWhere,
    'jitter of the lips': mouth.jitRatio,
    'jitter of the face': shaking(faces) / shaking(before),
    'flicker, of the film’s': pictures.flicker,
  };
  if (truth === undefined) return tidy(figures);
  const perfect = facesIn(truth, json('truth'));
  const trueMouth = mouthOf(json('truth'), json(name));
  return tidy({
    ...figures,
    'the same against the truth': poseError(perfect, faces).worst,
    'aperture r with the truth': trueMouth.ap3.r,
    'sharpness, of the truth’s': truePictures.sharpness,
    'seam, against the truth': truePictures.seam,
    'jitter of the lips, of the truth’s': trueMouth.jitRatio,
    'jitter of the face, of the truth’s': shaking(faces) / shaking(perfect),
    'flicker, of the truth’s': truePictures.flicker,
    'points of the face off, % of the eyes’ distance': pointsOff(perfect, faces),
    'colour of the face off, of 255': truePictures.colourOff,
    'samples of the face off, of 255': truePictures.sampleOff,
  });
}

interface Mouths {
  readonly ap3: { readonly r: number };
  readonly jitRatio: number;
}

const mouthOf = (reference: string, other: string): Mouths =>
  (compareMouths(reference, other) as unknown as readonly Mouths[])[0];

const tidy = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? rounded(value) : value,
    ]),
  );
