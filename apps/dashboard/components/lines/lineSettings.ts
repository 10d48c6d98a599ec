import type { CueEdit, LineSettings } from '#lib/api/lines.ts';

/** Nothing is wanted other than the voice says. */
export const AS_SAID: LineSettings = { offset: 0, strength: 1, leave: false, cues: [] };

/** How far settings may go; times in seconds. */
export const LIMITS = {
  offset: { least: -0.5, most: 0.5 },
  strength: { least: 0.5, most: 1.5 },
  shift: { least: -0.2, most: 0.2 },
  soundStrength: { least: 0, most: 2 },
} as const;

/** A shape that a sound can be given instead of its own. */
export type Shape = NonNullable<CueEdit['shape']>;

/** The shapes that a sound can be given. */
export const SHAPES: readonly Shape[] = ['closed', 'lip-to-teeth', 'rounded', 'open', 'rest'];

/** A sound of a line: its number among the phones, pauses counted, and what was heard there. */
export type SoundName = CueEdit['cue'];

/** What is wanted of one sound; what is not given stays as the voice says. */
export type SoundEdit = Omit<CueEdit, 'cue'>;

/** What is changed of what is wanted of a sound; `undefined` takes a wish back. */
export type SoundChange = { readonly [Name in keyof SoundEdit]?: SoundEdit[Name] | undefined };

interface Limit {
  readonly least: number;
  readonly most: number;
}

/** Keeps a number within its limits, to thousandths. */
export const within = ({ least, most }: Limit, value: number): number =>
  Math.round(Math.min(most, Math.max(least, value)) * 1000) / 1000 || 0;

/** What is wanted of a sound; nothing in it where nobody said anything. */
export function editOf({ cues }: LineSettings, { phone, ipa }: SoundName): SoundEdit {
  const found = cues.find(({ cue }) => cue.phone === phone && cue.ipa === ipa);
  return found === undefined ? {} : wished(found);
}

/** Settings in which something else is wanted of a sound; wishes that come to nothing are left out. */
export function withSound(settings: LineSettings, sound: SoundName, change: SoundChange): LineSettings {
  const { phone, ipa } = sound;
  const edit = wished({ ...editOf(settings, sound), ...change });
  const others = settings.cues.filter(({ cue }) => cue.phone !== phone);
  const cues = Object.keys(edit).length === 0 ? others : [...others, { cue: { phone, ipa }, ...edit }];
  return { ...settings, cues: cues.sort((a, b) => a.cue.phone - b.cue.phone) };
}

function wished({ shift = 0, strength = 1, muted = false, shape }: SoundChange): SoundEdit {
  const [later, further] = [within(LIMITS.shift, shift), within(LIMITS.soundStrength, strength)];
  return {
    ...(later !== 0 && { shift: later }),
    ...(further !== 1 && { strength: further }),
    ...(muted && { muted }),
    ...(shape !== undefined && { shape }),
  };
}

/** A sound that the mouth makes so many seconds later than it is set to now. */
export const nudged = (settings: LineSettings, sound: SoundName, seconds: number): LineSettings =>
  withSound(settings, sound, { shift: (editOf(settings, sound).shift ?? 0) + seconds });

/** A sound for which the mouth moves further by a share of what is predicted. */
export const strengthened = (settings: LineSettings, sound: SoundName, by: number): LineSettings =>
  withSound(settings, sound, { strength: (editOf(settings, sound).strength ?? 1) + by });

/** A sound that the mouth makes nothing of, or makes again. */
export const muteSwitched = (settings: LineSettings, sound: SoundName): LineSettings =>
  withSound(settings, sound, { muted: editOf(settings, sound).muted !== true });

/** A sound with the next shape: its own, each of the others, and its own again. */
export function reshaped(settings: LineSettings, sound: SoundName): LineSettings {
  const { shape } = editOf(settings, sound);
  return withSound(settings, sound, { shape: SHAPES[shape === undefined ? 0 : SHAPES.indexOf(shape) + 1] });
}

/** A sound as the voice says it. */
export const cleared = (settings: LineSettings, sound: SoundName): LineSettings =>
  withSound(settings, sound, { shift: undefined, strength: undefined, muted: undefined, shape: undefined });

/** Settings without the wishes for sounds that are not there any more. */
export const withoutStale = (settings: LineSettings, stale: readonly SoundName[]): LineSettings => ({
  ...settings,
  cues: settings.cues.filter(
    ({ cue }) => !stale.some(({ phone, ipa }) => phone === cue.phone && ipa === cue.ipa),
  ),
});

/** Whether anything is wanted other than the voice says. */
export const isEdited = ({ offset, strength, leave, cues }: LineSettings): boolean =>
  offset !== 0 || strength !== 1 || leave || cues.length > 0;

/** Whether two settings ask for the same. */
export const sameSettings = (a: LineSettings, b: LineSettings): boolean =>
  a.offset === b.offset &&
  a.strength === b.strength &&
  a.leave === b.leave &&
  a.cues.length === b.cues.length &&
  a.cues.every((edit, at) => sameCue(edit, b.cues[at]));

const sameCue = (a: CueEdit, b: CueEdit): boolean =>
  a.cue.phone === b.cue.phone &&
  a.cue.ipa === b.cue.ipa &&
  (a.shift ?? 0) === (b.shift ?? 0) &&
  (a.strength ?? 1) === (b.strength ?? 1) &&
  (a.muted ?? false) === (b.muted ?? false) &&
  a.shape === b.shape;
