import type { Field } from './field.ts';
import { grainOf, matchGrain } from './grain.ts';
import { learnSoftness, soften } from './matchBlur.ts';
import { detailOf, matchDetail } from './matchDetail.ts';
import type { PictureSettings } from './pictureSettings.ts';
import type { Fields } from './planes.ts';

/** The frame that a mouth is to look as if it had been shot in; luma fields of the size of the mouth's. */
export interface Surroundings {
  /** The frame as the new mouth finds it: its skin warped along. */
  readonly frame: Field;
  /** The same place before anything was warped: its grain is the film's own. */
  readonly untouched: Field;
  /** Above a half where frame and source show the same. */
  readonly where: Field;
  /** Where blur is compared, if not there: two people are alike in the edges of eyes and lips, not in their skin. */
  readonly edges?: Field;
  /** Above a half where the source shows. */
  readonly mouth: Field;
  /** Pixels between the eyes. */
  readonly unit: number;
  readonly settings: PictureSettings;
  /** Luma of black. */
  readonly black: number;
}

/** Between two people's eyes and lips a blur of so many pixels is chance. */
const OF_OTHERS = 0.7;

/**
 * Makes a source as blurred as the frame it goes into, by the skin that both show, and gives it the frame's grain. Every
 * frame has grain of its own, so that a mouth which stays the same for two frames does not stand still.
 */
export function likenDetail(source: Fields, around: Surroundings): Fields {
  const { frame, untouched, where, unit, settings } = around;
  const film = grainOf(untouched, where);
  const noise = [film.strength, grainOf(source[0], where).strength] as const;
  const softness = learnSoftness(frame, source[0], around.edges ?? where, unit, noise);
  const [across, down] = [softness.across, softness.down].map((sigma) =>
    around.edges === undefined ? sigma : Math.sqrt(Math.max(0, sigma ** 2 - OF_OTHERS ** 2)),
  );
  const soft = soften(source[0], across, down);
  const crisp = sharpened(soft, softness.crisper * settings.sharpness, around.mouth);
  const wanted = { ...film, strength: settings.grain * film.strength };
  const luma = matchGrain(crisp, grainOf(crisp, where), wanted, seedOf(untouched), around.black);
  const scale = (chroma: Field): number => chroma.width / source[0].width;
  const tint = (chroma: Field): Field =>
    soften(chroma, across * scale(chroma), (down * chroma.height) / source[0].height);
  return [luma, tint(source[1]), tint(source[2])];
}

const sharpened = (luma: Field, by: number, where: Field): Field =>
  Math.abs(by - 1) < 0.01 ? luma : matchDetail(luma, by * detailOf(luma, where), where);

/** A number that differs from frame to frame and is the same whenever the same frame is rendered. */
function seedOf({ data }: Field): number {
  let seed = 0;
  for (let i = 0; i < data.length; i += 61) seed = (Math.imul(seed, 31) + Math.round(16 * data[i])) | 0;
  return seed;
}
