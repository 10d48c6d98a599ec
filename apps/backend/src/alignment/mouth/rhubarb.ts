import { SILENCE, type Phone } from '@mondwerk/film';
import { articulationOf, featureOf, gestureOf, type Articulation, type Feature } from '@mondwerk/phonetics';

/**
 * The mouths that animators draw, as Rhubarb Lip Sync names them: A closed, B clenched teeth, C open, D wide open,
 * E slightly rounded, F puckered, G teeth on the lip, H tongue up for l, X idle.
 */
export type DrawnShape = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'X';

/** A drawn mouth and how long it is shown, in seconds. */
export interface DrawnCue {
  readonly start: number;
  readonly end: number;
  readonly value: DrawnShape;
}

/** What makes a sound have a drawn mouth: features with the least they need. The first row that holds counts. */
const RULES: readonly (readonly [DrawnShape, Readonly<Partial<Record<Feature, number>>>])[] = [
  ['A', { closure: 0.5 }],
  ['G', { labiodental: 0.5 }],
  ['F', { rounding: 0.7, height: 0.6 }],
  ['E', { vowel: 0.5, rounding: 0.3 }],
  ['F', { rounding: 0.6 }],
  ['D', { vowel: 0.5, openness: 0.85 }],
  ['C', { vowel: 0.5, openness: 0.45 }],
  ['H', { lateral: 0.5 }],
];

/** Whatever no rule is about: most consonants, and vowels like that of "see". */
const OTHERWISE: DrawnShape = 'B';

/** Silence from this long on, in seconds, lets the mouth go idle; in shorter ones it stays as it was. */
const IDLE_FROM = 0.25;

/** A shape must be shown so many seconds, or nobody sees it; lips that meet are shown however short they are. */
const SHORTEST = 0.04;

const KEPT: readonly DrawnShape[] = ['A', 'G', 'X'];

/** Which drawn mouth stands for some sounds, from 0 to `seconds` without gaps. Times are whole hundredths of a second. */
export function drawnCues(phones: readonly Phone[], seconds: number): DrawnCue[] {
  const end = Math.floor(seconds * 100) / 100;
  const shapes = phones.flatMap(shapesOf).filter(({ start }) => start < end);
  const cues: DrawnCue[] = [];
  for (const { start, value } of [{ start: 0, value: 'X' as const }, ...shapes]) {
    const from = Math.round(Math.max(0, start) * 100) / 100;
    const last = cues.at(-1);
    if (last !== undefined && last.value === value) continue;
    if (last !== undefined) cues[cues.length - 1] = { ...last, end: from };
    cues.push({ start: from, end, value });
  }
  return joined(cues.filter((cue) => cue.end > cue.start));
}

const shapesOf = ({ ipa, span: { start, end } }: Phone): Omit<DrawnCue, 'end'>[] => {
  if (ipa === SILENCE) return end - start >= IDLE_FROM ? [{ start, value: 'X' }] : [];
  const gesture = gestureOf(ipa);
  const [first, last] = [shapeOf(gesture.start), shapeOf(gesture.end)];
  if (first === last) return [{ start, value: shapeOf(articulationOf(ipa)) }];
  return [
    { start, value: first },
    { start: (start + end) / 2, value: last },
  ];
};

function shapeOf(sound: Articulation): DrawnShape {
  const rule = RULES.find(([, least]) =>
    Object.entries(least).every(([feature, value]) => featureOf(sound, feature as Feature) >= value),
  );
  return rule?.[0] ?? OTHERWISE;
}

/** What is too short goes to the shape before it; equal neighbours become one. */
function joined(cues: readonly DrawnCue[]): DrawnCue[] {
  const kept: DrawnCue[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    const short = cue.end - cue.start < SHORTEST - 1e-9 && !KEPT.includes(cue.value);
    if (last !== undefined && (short || last.value === cue.value))
      kept[kept.length - 1] = { ...last, end: cue.end };
    else kept.push(cue);
  }
  return kept;
}
