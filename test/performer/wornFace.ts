import { ramp } from './curve.ts';
import {
  performers,
  type Colour,
  type PerformerLook,
  type PerformerName,
  type SkinDetail,
} from './performers.ts';

/** How whoever is filmed looks, with the face of another performer where one is worn. */
export const lookOf = (shown: {
  readonly performer: PerformerName;
  readonly face?: PerformerName;
}): PerformerLook =>
  shown.face === undefined
    ? performers[shown.performer]
    : withFaceOf(performers[shown.performer], performers[shown.face]);

/**
 * A performer as a perfect replacement would show them: head, hair, ears, neck, clothes, wall and skin colour of the one
 * who wears the face; nose, brows, eyes, mouth, cheeks, chin's hill, beard and freckles of the one whose face it is.
 */
export function withFaceOf(wearer: PerformerLook, shown: PerformerLook): PerformerLook {
  const { width, jawWidth, chinLength, neckWidth } = wearer.form;
  return {
    ...wearer,
    name: `${wearer.name} with the face of ${shown.name}`,
    form: { ...shown.form, width, jawWidth, chinLength, neckWidth },
    lips: inSkinOf(wearer, shown),
    iris: shown.iris,
    browHair: shown.browHair,
    browWeight: shown.browWeight,
    lashes: shown.lashes,
    stubble: shown.stubble,
    freckles: shown.freckles,
    beyondFace: { stubble: wearer.stubble, freckles: wearer.freckles },
  };
}

/** Lips as much redder and darker than the wearer's skin as they are than their own. */
const inSkinOf = ({ skin }: PerformerLook, shown: PerformerLook): Colour => {
  const [red, green, blue] = shown.lips.map((light, c) => (light * skin[c]) / shown.skin[c]);
  return [red, green, blue];
};

/** What of the skin's detail is seen at a place of the head: a worn face ends softly before jaw, temples and hair. */
export function detailAt(look: PerformerLook, u: number, v: number): SkinDetail {
  const { beyondFace } = look;
  if (beyondFace === undefined) return look;
  const inner = ramp(-12, -10.8, v) * ramp(6.6, 5.4, Math.abs(u));
  return {
    stubble: beyondFace.stubble + (look.stubble - beyondFace.stubble) * inner,
    freckles: beyondFace.freckles + (look.freckles - beyondFace.freckles) * inner,
  };
}
