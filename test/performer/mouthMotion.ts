import { clamp, ramp } from './curve.ts';
import { MOUTH_CONTROLS, restMouth, type MouthShape } from './mouthShape.ts';
import type { SpokenPhone } from './spokenPhones.ts';
import { SILENT, visemesOf, type Viseme } from './visemes.ts';

interface Gesture {
  readonly viseme: Viseme;
  readonly start: number;
  readonly end: number;
}

/** How long before and after its sound a shape is felt, seconds. */
const SPREAD = 0.075;

/**
 * The mouth at any instant of a speech: each sound pulls towards its shape with a bell round its time (dominance
 * blending after Cohen and Massaro, 1993); shut lips and lips to teeth are then reached for certain.
 */
export function mouthMotion(phones: readonly SpokenPhone[]): (seconds: number) => MouthShape {
  const gestures = phones.filter((phone) => !isHitch(phone)).flatMap(gesturesOf);
  return (seconds) => {
    const near = gestures.filter((g) => g.start - 0.3 < seconds && g.end + 0.3 > seconds);
    return insist(near, seconds, part(blend(near, seconds)));
  };
}

/** Pauses too short for lips to shut in, as eSpeak puts between some words. */
const isHitch = (phone: SpokenPhone): boolean => phone.ipa === '_' && phone.end - phone.start < 0.12;

function gesturesOf(phone: SpokenPhone): Gesture[] {
  const visemes = visemesOf(phone.ipa);
  const step = (phone.end - phone.start) / visemes.length;
  return visemes.map((viseme, i) => ({
    viseme,
    start: phone.start + i * step,
    end: phone.start + (i + 1) * step,
  }));
}

function blend(gestures: readonly Gesture[], seconds: number): MouthShape {
  const sums: Record<string, number> = {};
  let total = 1e-4;
  for (const { viseme, start, end } of gestures) {
    const away = Math.max(0, start - seconds, seconds - end) + 0.012;
    const edge = Math.min(seconds - start, end - seconds);
    const share = viseme.weight * Math.exp(-Math.pow(away / SPREAD, 1.5) * 2.2) * (edge > 0 ? 1 : 0.75);
    total += share;
    for (const control of MOUTH_CONTROLS)
      sums[control] = (sums[control] ?? 0) + share * viseme.shape[control];
  }
  return Object.fromEntries(MOUTH_CONTROLS.map((c) => [c, (sums[c] ?? 0) / total])) as unknown as MouthShape;
}

/** Lips that part at all part clearly: a hair's breadth between them is hardly ever seen in speech. */
const part = (shape: MouthShape): MouthShape => ({
  ...shape,
  aperture: shape.aperture + 0.03 * ramp(0.01, 0.045, shape.aperture),
});

function insist(gestures: readonly Gesture[], seconds: number, loose: MouthShape): MouthShape {
  let shape = loose;
  for (const { viseme, start, end } of gestures) {
    const hold = holdOf(viseme, start, end, seconds);
    if (hold > 0) shape = towards(shape, viseme.shape, hold);
  }
  return { ...shape, aperture: clamp(shape.aperture, 0, 0.32) };
}

/** Firm shapes hold for at least two frames of film round their middle; silence holds once the lips had time to shut. */
function holdOf(viseme: Viseme, start: number, end: number, seconds: number): number {
  if (viseme === SILENT)
    return Math.min(ramp(start + 0.02, start + 0.14, seconds), ramp(end - 0.02, end - 0.12, seconds));
  if (!viseme.firm) return 0;
  const half = Math.max(0.045, (end - start) / 2 - 0.01);
  return ramp(half + 0.05, half, Math.abs(seconds - (start + end) / 2));
}

function towards(from: MouthShape, to: MouthShape, share: number): MouthShape {
  const mixed = Object.fromEntries(MOUTH_CONTROLS.map((c) => [c, from[c] + (to[c] - from[c]) * share]));
  return { ...restMouth, ...mixed };
}
