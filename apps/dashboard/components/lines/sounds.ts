import { SILENCE, type TimeSpan } from '@mondwerk/film';
import type { LineSettings } from '#lib/api/lines.ts';
import type { LineMouth } from '#lib/api/planLines.ts';
import { editOf, type Shape, type SoundEdit, type SoundName } from './lineSettings.ts';

/** A sound of a line: what was heard, the shape that it needs, and what people want of it. */
export interface Sound extends SoundName {
  /** Where the voice says it, in seconds from the first frame. */
  readonly heard: TimeSpan;
  /** Where the mouth makes it, as far as it was moved. */
  readonly made: TimeSpan;
  readonly word: string | null;
  readonly confidence: number;
  readonly pause: boolean;
  /** The shape that the mouth must reach for it, with what people want; `null` for none. */
  readonly shape: Shape | null;
  readonly edit: SoundEdit;
  readonly edited: boolean;
}

/** The sounds of a line as they would be made with some settings. */
export function soundsOf(
  { phones, cues }: Pick<LineMouth, 'phones' | 'cues'>,
  settings: LineSettings,
): readonly Sound[] {
  const own = shapesOf(phones, cues);
  return phones.map(({ ipa, start, end, word, confidence }, phone) => {
    const edit = editOf(settings, { phone, ipa });
    const pause = ipa === SILENCE;
    const later = pause ? 0 : settings.offset + (edit.shift ?? 0);
    const shape = edit.shape ?? own.get(phone) ?? null;
    return {
      ...{ phone, ipa, word, confidence, pause, edit },
      heard: { start, end },
      made: { start: start + later, end: end + later },
      shape: edit.muted === true ? null : shape,
      edited: Object.keys(edit).length > 0,
    };
  });
}

/** Which shape each phone needs, by its number: a cue is of the nearest phone with its sound. */
export function shapesOf(phones: LineMouth['phones'], cues: LineMouth['cues']): ReadonlyMap<number, Shape> {
  const middle = ({ start, end }: TimeSpan): number => (start + end) / 2;
  return new Map(
    cues.flatMap((cue) => {
      const near = phones
        .map((phone, at) => ({ at, phone, far: Math.abs(middle(phone) - middle(cue)) }))
        .filter(({ phone }) => phone.ipa === cue.ipa)
        .sort((a, b) => a.far - b.far)[0];
      return near === undefined ? [] : [[near.at, cue.shape] as const];
    }),
  );
}

/** The sound beside another one, or the first or last where none is chosen; pauses are passed over. */
export function soundBeside(
  sounds: readonly Sound[],
  chosen: number | null,
  way: 1 | -1,
  counts: (sound: Sound) => boolean = () => true,
): number | null {
  const named = sounds.filter((sound) => !sound.pause && counts(sound));
  if (named.length === 0) return chosen;
  if (chosen === null) return (way === 1 ? named[0] : named[named.length - 1]).phone;
  const next =
    way === 1 ? named.find(({ phone }) => phone > chosen) : named.findLast(({ phone }) => phone < chosen);
  return next?.phone ?? chosen;
}

/** Whether the mouth must reach a shape for a sound, or people want something of it. */
export const isCued = ({ shape, edited }: Sound): boolean => shape !== null || edited;
