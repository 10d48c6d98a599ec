import { bell, curve, mix, ramp } from './curve.ts';
import { gridPart, MATERIAL, type Part } from './mesh.ts';
import type { HeadForm } from './performers.ts';

const shirtWidth = curve([
  [0, 5],
  [0.08, 5.9],
  [0.2, 10.5],
  [0.32, 15.2],
  [0.42, 17.6],
  [0.6, 18.8],
  [1, 19.5],
]);
const shirtFront = curve([
  [0, 3.6],
  [0.1, 4.3],
  [0.3, 6],
  [0.6, 7.6],
  [1, 8.6],
]);
const shirtDrop = curve([
  [0, 0],
  [0.08, 0.25],
  [0.2, 1.2],
  [0.32, 2.5],
  [0.42, 4.4],
  [0.6, 8],
  [1, 18],
]);

/** The neck, from inside the head down into the collar. */
export function neckPart(form: HeadForm): Part {
  return gridPart({ bond: 'neck', material: MATERIAL.plainSkin }, 30, 64, (v, u) => {
    const angle = (u - 0.5) * 4.4;
    const y = mix(-6.5, -19.5, v);
    const flare = ramp(-13.5, -19, y);
    const half = (4.75 + 3.6 * flare) * form.neckWidth;
    const tendon = 0.25 * bell(Math.abs(angle) - mix(1.1, 0.25, ramp(-10, -17, y)), 0.16) * ramp(-11, -14, y);
    const throat = 0.3 * bell(angle, 0.22) * bell(y + 13.2, 1) * form.brow;
    const notch = -0.5 * bell(angle, 0.14) * bell(y + 17.6, 0.7);
    const z = -1.6 + (4.5 + 0.9 * flare + tendon + throat + notch) * Math.cos(angle);
    const shade = 1 - 0.72 * ramp(-14.2, -10.5, y) * ramp(2.2, 0.8, Math.abs(angle));
    return { point: [half * Math.sin(angle), y, z], place: [half * Math.sin(angle), y], traits: [0, shade] };
  });
}

/** A plain shirt with a round neckline. */
export function shirtPart(form: HeadForm): Part {
  return gridPart({ bond: 'body', material: MATERIAL.cloth }, 44, 96, (v, u) => {
    const angle = (u - 0.5) * 5.2;
    const dip = 1.9 * Math.pow(Math.max(0, Math.cos(angle)), 2) * (1 - ramp(0, 0.35, v));
    const rim = 0.22 * bell(v, 0.025);
    const side = Math.abs(Math.sin(angle));
    const half = shirtWidth(v) * mix(form.neckWidth, 1.02, Math.min(1, v * 3)) + rim;
    const y = -15.6 - shirtDrop(v) * mix(1.25, 1, side) - dip;
    const z =
      -1.8 +
      (shirtFront(v) + rim) * 1.15 * Math.cos(angle) +
      0.5 * bell(side - 0.45, 0.3) * ramp(0.25, 0.6, v);
    const fold = 0.18 * Math.sin(angle * 9 + v * 13) * Math.sin(v * 9 + angle * 3) * ramp(0.1, 0.4, v);
    return {
      point: [half * Math.sin(angle), y + fold, z + fold],
      place: [half * Math.sin(angle), y],
      traits: [rim, 1 - 0.3 * bell(v - 0.04, 0.02)],
    };
  });
}

/** An ear: a dish with a rolled rim, a ridge inside it and a lobe. */
export function earPart(side: number, form: HeadForm): Part {
  return gridPart({ bond: 'skull', material: MATERIAL.plainSkin }, 16, 48, (v, u) => {
    const angle = u * 2 * Math.PI;
    const r = v;
    const [back, up] = [Math.cos(angle), Math.sin(angle)];
    const tall = 2.75 * (1 - 0.1 * Math.max(0, -up));
    const deep = (up > -0.2 ? 1.55 : 1.55 - 0.65 * (-up - 0.2)) * (back < 0 ? 0.5 : 1);
    const along = back * r * deep;
    const rim = 0.42 * bell(r - 0.86, 0.1) * ramp(-1, 0.1, up + back * 0.6);
    const ridge = 0.32 * bell(r - 0.5, 0.12) * ramp(-0.6, 0.3, back) * ramp(-0.9, -0.2, up);
    const bowl = -0.55 * bell(r, 0.24);
    const out = rim + ridge + bowl + 0.15 - 0.6 * ramp(0.9, 1, r);
    const dark =
      1 - 0.6 * bell(r - 0.1, 0.22) - 0.35 * bell(r - 0.69, 0.07) * ramp(-0.5, 0.3, up + back * 0.6);
    const x = side * (7.0 * form.width + 0.3 + along * 0.5 + out * 0.75);
    return {
      point: [x, -1.5 + up * r * tall + along * 0.12, -0.3 - along * 0.85 + out * 0.5],
      place: [x, up],
      traits: [0.5, dark],
    };
  });
}
