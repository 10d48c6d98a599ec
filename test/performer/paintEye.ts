import { bell, clamp, mix, ramp } from './curve.ts';
import { EYE } from './headForm.ts';
import type { Moment } from './mouthShape.ts';
import type { NoiseTile } from './noise.ts';
import type { PerformerLook } from './performers.ts';
import type { Spot } from './spot.ts';

const INNER = 1.62;
const OUTER = 4.52;
const IRIS = 0.64;

/** Paints lids, lashes, brow and eyeball over skin that is already painted. */
export function paintEye(
  s: Spot,
  look: PerformerLook,
  moment: Moment,
  pixel: number,
  noise: NoiseTile,
): void {
  const across = Math.abs(s.u);
  if (s.v > 0.95) paintBrow(s, across, look, noise);
  const t = (across - INNER) / (OUTER - INNER);
  if (t < -0.12 || t > 1.16 || s.v < -1 || s.v > 1.35) return;
  const size = look.form.eyeSize;
  const inside = clamp(t, 0, 1);
  const line = mix(-0.15, look.form.eyeTilt, inside);
  const arch = 0.53 * size * Math.pow(Math.sin(Math.PI * Math.pow(inside, 0.86)), 0.72);
  const under =
    -0.44 * size * Math.pow(Math.sin(Math.PI * Math.pow(inside, 1.12)), 0.8) * (1 - 0.15 * moment.blink);
  const upper = line + mix(arch, under * 0.97, moment.blink);
  const [below, above] = [upper - s.v, s.v - line - under];
  const ends = Math.min(t, 1 - t) * (OUTER - INNER);
  paintLid(s, { t, below, above, crease: line + arch + 0.27 - s.v, ends }, look, moment.blink);
  const seen = ramp(-pixel * 0.8, pixel * 0.8, Math.min(below, above, ends));
  if (seen > 0) paintBall(s, { below, above, seen }, look, moment);
}

interface LidPlace {
  readonly t: number;
  readonly below: number;
  readonly above: number;
  readonly crease: number;
  readonly ends: number;
}

function paintLid(s: Spot, at: LidPlace, look: PerformerLook, blink: number): void {
  const within = ramp(-0.28, 0.12, at.ends);
  const crease = 0.5 * bell(at.crease, 0.05 + 0.03 * blink) * within * (1 - 0.65 * blink);
  const lid = at.below < 0 && at.crease > 0 ? 0.16 * within : 0;
  shade(s, 1 - crease - lid, 1 - crease * 1.15 - lid * 1.3);
  const wing = clamp(at.t, 0, 1.12);
  const thick = (0.035 + 0.075 * wing) * (0.5 + 0.75 * look.lashes);
  const liner =
    ramp(thick, thick * 0.25, Math.abs(at.below + thick * 0.4)) *
    ramp(-0.16 * look.lashes - 0.02, 0.05, at.ends);
  const lower =
    0.45 * ramp(0.07, 0, Math.abs(at.above + 0.03)) * ramp(0, 0.5, at.ends) * (0.4 + 0.6 * look.lashes);
  const dark = Math.max(liner, lower) * 0.93;
  s.red = mix(s.red, look.browHair[0] * 0.4, dark);
  s.green = mix(s.green, look.browHair[1] * 0.4, dark);
  s.blue = mix(s.blue, look.browHair[2] * 0.4, dark);
  s.gloss *= 1 - dark;
}

function shade(s: Spot, red: number, rest: number): void {
  s.red *= red;
  s.green *= rest;
  s.blue *= rest;
}

interface BallPlace {
  readonly below: number;
  readonly above: number;
  readonly seen: number;
}

function paintBall(s: Spot, at: BallPlace, look: PerformerLook, moment: Moment): void {
  const side = Math.sign(s.u);
  const dx = s.u - side * (EYE.x - 0.05) - moment.gaze[0] * EYE.radius;
  const dy = s.v - 0.07 - moment.gaze[1] * EYE.radius;
  const r = Math.hypot(dx, dy) / IRIS;
  const lidShadow = mix(0.42, 1, ramp(-0.02, 0.3, at.below)) * mix(0.75, 1, ramp(0, 0.12, at.above));
  const inCorner = ramp(INNER + 0.42, INNER + 0.12, Math.abs(s.u));
  const colour = [mix(0.66, 0.5, inCorner), mix(0.6, 0.24, inCorner), mix(0.56, 0.2, inCorner)];
  const iris = ramp(1.05, 0.94, r);
  if (iris > 0) {
    const angle = Math.atan2(dy, dx);
    const rays =
      0.85 + 0.3 * Math.sin(angle * 23 + Math.sin(angle * 7) * 2) * 0.5 + 0.18 * Math.sin(angle * 41);
    const depth =
      mix(1.7, 0.8, ramp(0.35, 0.9, r)) *
      rays *
      mix(1, 0.25, ramp(0.8, 1, r)) *
      (1 + 0.5 * bell(dy + 0.3, 0.25));
    const pupil = ramp(0.42, 0.36, r);
    for (let c = 0; c < 3; c++)
      colour[c] = mix(colour[c], mix(look.iris[c] * depth * 0.6, 0.004, pupil), iris);
  }
  const water = ramp(0.07, 0.02, at.above) * 0.6;
  const k = at.seen;
  s.red = mix(s.red, mix(colour[0], 0.5, water) * lidShadow, k);
  s.green = mix(s.green, mix(colour[1], 0.28, water) * lidShadow, k);
  s.blue = mix(s.blue, mix(colour[2], 0.24, water) * lidShadow, k);
  s.gloss = mix(s.gloss, 0.12, k);
  s.tight = mix(s.tight, 60, k);
  s.soft *= 1 - 0.7 * k;
  const [gx, gy] = [s.u - side * (EYE.x - 0.05), s.v - 0.07];
  const main = ramp(0.15, 0.08, Math.hypot((gx + 0.2) * 0.9, gy - 0.21));
  const small = 0.3 * ramp(0.09, 0.03, Math.hypot(gx - 0.24, gy + 0.2));
  const line = 0.35 * water * ramp(0.5, 0.1, Math.abs(gx + 0.2));
  s.glint = k * (Math.max(main * ramp(0, 0.06, at.below), small) * 1.1 + line * 0.4);
}

function paintBrow(s: Spot, across: number, look: PerformerLook, noise: NoiseTile): void {
  const t = (across - 1.2) / 3.9;
  if (t < -0.06 || t > 1.05 || s.v > 3.2 + look.form.browHeight) return;
  const centre = 1.82 + look.form.browHeight + 0.52 * Math.sin(Math.PI * clamp(t, 0, 1) * 0.72) - 0.3 * t * t;
  const half =
    0.34 *
    look.browWeight *
    mix(1, 0.3, Math.pow(clamp(t, 0, 1), 1.6)) *
    ramp(-0.08, 0.12, t) *
    ramp(1.06, 0.8, t);
  const off = (s.v - centre) / Math.max(0.02, half);
  const slant = mix(1.6, 0.35, clamp(t * 1.6, 0, 1));
  const hairs = noise.at(across * 30 - s.v * 60 * slant, s.v * 110 + across * 34);
  const cover = clamp(ramp(1.25, 0.35, Math.abs(off)) * (0.82 + 1.1 * hairs), 0, 0.94);
  s.red = mix(s.red, look.browHair[0], cover);
  s.green = mix(s.green, look.browHair[1], cover);
  s.blue = mix(s.blue, look.browHair[2], cover);
  s.gloss *= 1 - 0.6 * cover;
}
