import { SILENCE, type MouthCue, type MouthShape, type Phone, type TimeSpan } from '@mondwerk/film';
import { featureOf, gestureOf, type Articulation } from '@mondwerk/phonetics';

/** Silence longer than this, in seconds, brings the mouth back to rest. */
const REST_FROM = 0.15;

/** Which part of a sound's time, from 0 to 1, its lips must have their shape. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** A stop is closed until its burst; the lip is at the teeth in the middle of `f` only; the others last. */
const partOf = {
  stopped: { from: 0.1, to: 0.7 },
  sounding: { from: 0.15, to: 0.85 },
  bitten: { from: 0.3, to: 0.7 },
  firstHalf: { from: 0.1, to: 0.45 },
  secondHalf: { from: 0.55, to: 0.9 },
} as const satisfies Record<string, Part>;

/** The shapes that sounds demand whatever the rest of the motion says, ascending in time. */
export function cueMouths(phones: readonly Phone[]): MouthCue[] {
  const sounds = phones.filter((phone) => phone.ipa !== SILENCE).flatMap(cuesOf);
  return [...sounds, ...restsOf(phones)].sort((a, b) => a.span.start - b.span.start);
}

function cuesOf(phone: Phone): MouthCue[] {
  const { start, end } = gestureOf(phone.ipa);
  const [first, last] = [shapeOf(start), shapeOf(end)];
  if (first === last) {
    const stopped = featureOf(start, 'stop') === 1 && featureOf(end, 'stop') === 1;
    const part = first === 'lip-to-teeth' ? partOf.bitten : partOf.sounding;
    return cue(phone, first, stopped ? partOf.stopped : part);
  }
  return [...cue(phone, first, partOf.firstHalf), ...cue(phone, last, partOf.secondHalf)];
}

/** Rounding from which a mouth must be seen to be narrow. */
const ROUNDED = 0.6;

function shapeOf(sound: Articulation): MouthShape | undefined {
  if (featureOf(sound, 'closure') >= 0.5) return 'closed';
  if (featureOf(sound, 'labiodental') >= 0.5) return 'lip-to-teeth';
  return featureOf(sound, 'rounding') >= ROUNDED ? 'rounded' : undefined;
}

function cue(phone: Phone, shape: MouthShape | undefined, part: Part): MouthCue[] {
  if (shape === undefined) return [];
  const length = phone.span.end - phone.span.start;
  const span = { start: phone.span.start + part.from * length, end: phone.span.start + part.to * length };
  return [{ shape, span, ipa: phone.ipa, line: phone.line }];
}

/** Before the first sound and after the last there is silence too: it lasts this long, in seconds. */
const BEYOND = 3600;

function restsOf(phones: readonly Phone[]): MouthCue[] {
  const rests: { span: TimeSpan; line: number }[] = [];
  for (const { ipa, span, line } of phones) {
    const last = rests.at(-1);
    if (ipa !== SILENCE) continue;
    if (last && span.start - last.span.end < 1e-6) {
      rests[rests.length - 1] = { span: { start: last.span.start, end: span.end }, line: last.line };
    } else rests.push({ span, line });
  }
  return rests
    .filter(({ span }) => span.end - span.start > REST_FROM)
    .map(({ span, line }) => ({ shape: 'rest', span: withoutEdge(span, phones), ipa: SILENCE, line }));
}

/** Silence at either end of the sound goes on: no mouth makes ready for speech that does not come. */
const withoutEdge = ({ start, end }: TimeSpan, phones: readonly Phone[]): TimeSpan => ({
  start: start <= phones[0].span.start ? start - BEYOND : start,
  end: end >= phones[phones.length - 1].span.end ? end + BEYOND : end,
});
