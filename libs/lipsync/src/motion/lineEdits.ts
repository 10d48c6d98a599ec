import { SILENCE, type MouthShape, type Phone } from '@mondwerk/film';

/** How a person wants one sound of a line to look. Whatever is not given stays as the voice says. */
export interface CueEdit {
  /** Its number among the line's phones, from 0, pauses counted, and what was heard there. */
  readonly cue: { readonly phone: number; readonly ipa: string };
  /** Seconds by which the mouth makes it later; negative: earlier. */
  readonly shift?: number | undefined;
  /** How far the mouth moves for it, 1 as predicted. */
  readonly strength?: number | undefined;
  /** The mouth makes nothing of it. */
  readonly muted?: boolean | undefined;
  /** The shape that it gets instead of its own. */
  readonly shape?: MouthShape | undefined;
}

/** How a person wants the mouth of a line to differ from what the voice says. */
export interface LineEdit {
  readonly line: number;
  /** Seconds by which the mouth moves later than the voice; negative: earlier. */
  readonly offset: number;
  /** How far the mouth moves, 1 as predicted. */
  readonly strength: number;
  readonly cues: readonly CueEdit[];
}

/** An edit whose sound is not there any more. */
export interface StaleEdit {
  readonly line: number;
  readonly phone: number;
  readonly ipa: string;
}

/** What is wanted of one phone. */
export interface PhoneWish {
  /** Seconds by which its whole line moves; `undefined` for silence, which makes room. */
  readonly offset: number | undefined;
  /** Seconds by which it moves within its line; `undefined` where nobody said so. */
  readonly shift: number | undefined;
  readonly gain: number;
  readonly muted: boolean;
  readonly shape: MouthShape | undefined;
}

/** What is wanted of each phone, in their order. */
export function wishesFor(phones: readonly Phone[], edits: readonly LineEdit[]): PhoneWish[] {
  const byLine = new Map(edits.map((edit) => [edit.line, edit]));
  const places = placesIn(phones);
  return phones.map((phone, at) => {
    const edit = byLine.get(phone.line);
    const cue = edit?.cues.find((each) => isOf(each, phone, places[at]));
    return {
      offset: phone.line < 0 ? undefined : (edit?.offset ?? 0),
      shift: cue?.shift === 0 ? undefined : cue?.shift,
      gain: (edit?.strength ?? 1) * (cue?.strength ?? 1),
      muted: cue?.muted ?? false,
      shape: cue?.shape,
    };
  });
}

/** The edits of which the sound is not there any more: they do nothing. */
export function staleEdits(phones: readonly Phone[], edits: readonly LineEdit[]): StaleEdit[] {
  const places = placesIn(phones);
  const heard = new Set(phones.map(({ line, ipa }, at) => `${line} ${places[at]} ${ipa}`));
  return edits.flatMap(({ line, cues }) =>
    cues
      .filter(({ cue: { phone, ipa } }) => ipa === SILENCE || !heard.has(`${line} ${phone} ${ipa}`))
      .map(({ cue }) => ({ line, ...cue })),
  );
}

const isOf = ({ cue }: CueEdit, { ipa }: Phone, place: number): boolean =>
  cue.phone === place && cue.ipa === ipa && ipa !== SILENCE;

/** The number of each phone among those of its line. */
function placesIn(phones: readonly Phone[]): number[] {
  const counts = new Map<number, number>();
  return phones.map(({ line }) => {
    const place = counts.get(line) ?? 0;
    counts.set(line, place + 1);
    return place;
  });
}
