import { SILENCE, type MouthCue, type MouthShape, type Phone, type TimeSpan } from '@mondwerk/film';
import { featureOf, gestureOf, type Articulation } from '@mondwerk/phonetics';

/** Silence longer than this, in seconds, brings the mouth back to rest. */
const REST_FROM = 0.15;

/** How long before the end of a stop its lips part, in seconds, and as a share of a short one; breath takes longer. */
const BURST = { seconds: 0.03, share: 0.3 } as const;
const BREATH = { seconds: 0.06, share: 0.45 } as const;

/** Lips come and go at the edges of a sound that lasts. */
const EDGE = { seconds: 0.03, share: 0.15 } as const;

/** The lip is at the teeth in the middle of `f` only. */
const TOUCH = { seconds: Infinity, share: 0.3 } as const;

/** After a pause the lips have met so many seconds before a sound that needs them closed is heard. */
const MET_BEFORE = 0.06;

/** The shapes that sounds demand whatever the rest of the motion says, ascending in time. */
export function cueMouths(phones: readonly Phone[]): MouthCue[] {
  return inOrder([...cuesBySound(phones).flat(), ...restsOf(phones)]);
}

/** The shapes that each sound demands among its neighbours, in the sounds' order; none for silence. */
export const cuesBySound = (phones: readonly Phone[]): MouthCue[][] =>
  phones.map((phone, at) => (phone.ipa === SILENCE ? [] : heldOn(cuesOf(phone), phones, at)));

/** Cues by when they begin. */
export const inOrder = (cues: readonly MouthCue[]): MouthCue[] =>
  [...cues].sort((a, b) => a.span.start - b.span.start);

function cuesOf(phone: Phone): MouthCue[] {
  const { start, end } = gestureOf(phone.ipa);
  const [first, last] = [shapeOf(start), shapeOf(end)];
  const length = phone.span.end - phone.span.start;
  if (first === last) {
    const [into, out] = edgesOf(first, end).map(({ seconds, share }) => Math.min(seconds, share * length));
    return cue(phone, first, into, out);
  }
  return [
    ...cue(phone, first, 0.1 * length, 0.55 * length),
    ...cue(phone, last, 0.55 * length, 0.1 * length),
  ];
}

/** How far inside its sound a shape begins and ends. */
function edgesOf(shape: MouthShape | undefined, sound: Articulation) {
  const stopped = featureOf(sound, 'stop') === 1;
  if (shape === 'closed' && stopped) return [EDGE, featureOf(sound, 'aspirated') >= 0.5 ? BREATH : BURST];
  return shape === 'lip-to-teeth' && featureOf(sound, 'nasal') < 0.5 ? [TOUCH, TOUCH] : [EDGE, EDGE];
}

/** Rounding from which a mouth must be seen to be narrow. */
const ROUNDED = 0.6;

function shapeOf(sound: Articulation): MouthShape | undefined {
  if (featureOf(sound, 'closure') >= 0.5) return 'closed';
  if (featureOf(sound, 'labiodental') >= 0.5) return 'lip-to-teeth';
  return featureOf(sound, 'rounding') >= ROUNDED ? 'rounded' : undefined;
}

function cue(phone: Phone, shape: MouthShape | undefined, into: number, out: number): MouthCue[] {
  if (shape === undefined) return [];
  const span = { start: phone.span.start + into, end: phone.span.end - out };
  return [{ shape, span, ipa: phone.ipa, line: phone.line }];
}

/** Sounds of one shape that meet have it once, from the first to the burst of the last: `mb`, `pː`, `stop boy`. */
function heldOn(cues: readonly MouthCue[], phones: readonly Phone[], at: number): MouthCue[] {
  const { span, ipa } = phones[at];
  return cues.map((own, place) => {
    if (own.shape === 'rounded') return own;
    let { start, end } = own.span;
    if (place === 0) {
      const before = soundBeside(phones, at, -1);
      if (before.sound && shapeOf(gestureOf(before.sound.ipa).end) === own.shape) start = span.start;
      else if (own.shape === 'closed') start -= Math.min(MET_BEFORE + start - span.start, before.pause);
    }
    if (place === cues.length - 1) {
      const after = soundBeside(phones, at, 1);
      if (after.sound && shapeOf(gestureOf(after.sound.ipa).start) === own.shape)
        end = span.end + after.pause;
      else if (own.shape === 'closed' && staysClosed(ipa, after.pause)) end = span.end;
    }
    return { ...own, span: { start, end } };
  });
}

/** The mark of a stop that is not let go: `p̚`. */
const UNRELEASED = '\u031A';

/** Before a pause a mouth has no reason to let go, unless its breath is heard. */
const staysClosed = (ipa: string, pause: number): boolean =>
  ipa.includes(UNRELEASED) || (pause > 0 && featureOf(gestureOf(ipa).end, 'aspirated') < 0.5);

/** The sound before or after another, and the pause between them; none beyond a pause in which the mouth rests. */
function soundBeside(
  phones: readonly Phone[],
  at: number,
  way: 1 | -1,
): { readonly sound: Phone | undefined; readonly pause: number } {
  let [place, pause] = [at + way, 0];
  while (phones[place]?.ipa === SILENCE) {
    pause += phones[place].span.end - phones[place].span.start;
    place += way;
  }
  return { sound: pause > REST_FROM ? undefined : phones[place], pause };
}

/** Before the first sound and after the last there is silence too: it lasts this long, in seconds. */
const BEYOND = 3600;

/** Where a mouth comes to rest because nothing is said for long. */
export function restsOf(phones: readonly Phone[]): MouthCue[] {
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
