import { clamp, mix, ramp } from './curve.ts';
import { MATERIAL } from './mesh.ts';
import type { Moment } from './mouthShape.ts';
import { noiseTile } from './noise.ts';
import { paintEye } from './paintEye.ts';
import type { Colour, PerformerLook, SkinDetail } from './performers.ts';
import type { Spot } from './spot.ts';
import { detailAt } from './wornFace.ts';

/** Decides the colour and shine of a spot from its material and place. */
export type Paint = (spot: Spot, material: number) => void;

const pores = noiseTile(128, 2, 11);
const blotches = noiseTile(8, 4, 23);
const strands = noiseTile(64, 3, 37);
const specks = noiseTile(64, 1, 53);
const freckleDots = noiseTile(128, 2, 59);

/** Makes the painter of one person at one moment; `pixel` is the size of a pixel in centimetres. */
export function painter(look: PerformerLook, moment: Moment, pixel: number): Paint {
  const inMouth = 0.7 + 0.3 * Math.min(1, moment.mouth.aperture / 0.16);
  const recipes: Record<number, (s: Spot) => void> = {
    [MATERIAL.face]: (s) => {
      paintSkin(s, look, detailAt(look, s.u, s.v));
      paintLips(s, look);
      paintEye(s, look, moment, pixel, strands);
    },
    [MATERIAL.plainSkin]: (s) => paintSkin(s, look, look.beyondFace),
    [MATERIAL.teeth]: (s) => paintTooth(s, inMouth),
    [MATERIAL.tongue]: (s) => paintTongue(s, inMouth),
    [MATERIAL.hair]: (s) => paintHair(s, look),
    [MATERIAL.cloth]: (s) => paintCloth(s, look.shirt),
  };
  return (s, material) => {
    s.glint = 0;
    s.strand = 0;
    recipes[material](s);
  };
}

function paintSkin(s: Spot, look: PerformerLook, { stubble, freckles }: SkinDetail = look): void {
  const a = Math.abs(s.u);
  const blotch = blotches.at(s.u * 11 + 100, s.v * 11 + 100);
  const pore = pores.at(s.u * 62, s.v * 62);
  const flush = s.blush + 0.18 * blotch;
  const beard =
    stubble *
    ramp(-4.9, -6.2, s.v) *
    ramp(1.1, 0.8, (a - 2) / 4.2) *
    (0.6 + 1.2 * strands.at(s.u * 90, s.v * 60));
  const freckle = freckles * s.freckled * speckle(s.u, s.v);
  const tone = 1 + 0.16 * blotch + 0.07 * pore;
  s.red = mix(look.skin[0], look.blush[0], flush) * tone * (1 - 0.34 * beard) * (1 - 0.3 * freckle);
  s.green = mix(look.skin[1], look.blush[1], flush) * tone * (1 - 0.3 * beard) * (1 - 0.5 * freckle);
  s.blue = mix(look.skin[2], look.blush[2], flush) * tone * (1 - 0.22 * beard) * (1 - 0.6 * freckle);
  s.nx += 0.05 * pore;
  s.ny += 0.05 * pores.at(s.u * 62 + 200, s.v * 62);
  s.gloss = clamp(0.055 + 0.09 * s.oil + 0.05 * pore, 0, 1);
  s.tight = 16;
  s.soft = 1;
}

const speckle = (u: number, v: number): number => {
  const size = specks.at(u * 4 + 30, v * 4);
  return ramp(0.62, 0.8, freckleDots.at(u * 34 + 9, v * 34 + 3 * size) + 0.35 * size);
};

function paintLips(s: Spot, look: PerformerLook): void {
  const red = ramp(0.15, 0.85, s.a);
  if (red <= 0) return;
  const crease = strands.at(s.u * 55, s.v * 7 + 30);
  const broad = strands.at(s.u * 18 + 70, s.v * 3);
  const deep = ramp(0.75, 0.2, s.b);
  const tone = 1 + 0.3 * crease + 0.14 * broad;
  const wet: Colour = [0.3, 0.07, 0.06];
  s.red = mix(s.red, mix(look.lips[0] * tone, wet[0], deep), red);
  s.green = mix(s.green, mix(look.lips[1] * tone, wet[1], deep), red);
  s.blue = mix(s.blue, mix(look.lips[2] * tone, wet[2], deep), red);
  s.nx += 0.22 * crease * red;
  s.gloss = mix(s.gloss, clamp(0.15 + 0.18 * crease, 0.02, 1), red);
  s.tight = mix(s.tight, 26, red);
  s.key *= 1 - 0.6 * deep;
}

function paintTooth(s: Spot, inMouth: number): void {
  const gum = ramp(0.86, 0.97, s.v + 0.1 * s.u * s.u);
  const edge = ramp(0.16, 0, s.v);
  const lit = inMouth * s.b;
  s.red = mix(0.8, 0.42, gum) * lit * (1 - 0.1 * edge);
  s.green = mix(0.76, 0.16, gum) * lit * (1 - 0.06 * edge);
  s.blue = mix(0.68, 0.14, gum) * lit;
  s.gloss = 0.16 * inMouth;
  s.tight = 40;
  s.soft = 0.5;
  s.b *= 0.5 + 0.3 * inMouth;
}

function paintTongue(s: Spot, inMouth: number): void {
  const bumps = pores.at(s.u * 80, s.v * 80);
  const lit = inMouth * s.b * (1 + 0.3 * bumps) * (0.7 + 0.3 * s.a);
  s.red = 0.42 * lit;
  s.green = 0.13 * lit;
  s.blue = 0.12 * lit;
  s.gloss = 0.06 + 0.05 * bumps;
  s.tight = 22;
  s.soft = 0.8;
  s.b *= 0.6;
}

function paintHair(s: Spot, look: PerformerLook): void {
  const fine = strands.at(s.u * 48, s.v * 2.2);
  const lock = strands.at(s.u * 14 + 40, s.v * 0.9 + 10);
  const tone = 1 + 1.1 * fine + 0.8 * lock;
  const across = look.hairStyle === 'long' ? strands.at(s.v * 45, s.u * 3) : fine;
  const cover = ramp(0, 0.8, 1.7 * s.a + 0.6 * across - 0.15);
  if (cover < 1) paintSkin(s, look, look.beyondFace);
  s.red = mix(s.red, look.hair[0] * tone, cover);
  s.green = mix(s.green, look.hair[1] * tone, cover);
  s.blue = mix(s.blue, look.hair[2] * tone, cover);
  s.nx += 0.35 * lock + 0.2 * fine;
  s.strand = cover > 0.5 ? 1e-6 + fine : 0;
  s.gloss = cover > 0.5 ? 0.16 * (1 + 1.6 * fine) : s.gloss;
  s.tight = cover > 0.5 ? 26 : s.tight;
  s.soft = mix(1, 0.3, cover);
}

function paintCloth(s: Spot, colour: Colour): void {
  const weave = pores.at(s.u * 30, s.v * 30);
  const tone = 1 + 0.35 * weave + 0.2 * blotches.at(s.u * 5, s.v * 5);
  s.red = colour[0] * tone;
  s.green = colour[1] * tone;
  s.blue = colour[2] * tone;
  s.nx += 0.06 * weave;
  s.gloss = 0.01;
  s.tight = 8;
  s.soft = 0.25;
}
