import { SILENCE, type MouthCue, type MouthShape, type Phone, type TimeSpan } from '@mondwerk/film';
import { articulationOf, featureOf } from '@mondwerk/phonetics';
import { cueMouths, cuesBySound, inOrder, restsOf } from './cueMouths.ts';
import { wishesFor, type LineEdit, type PhoneWish } from './lineEdits.ts';
import { movePhones } from './movePhones.ts';

/** How far the mouth moves during a sound, 1 as predicted. */
export interface Gain {
  readonly span: TimeSpan;
  readonly gain: number;
}

/** What a mouth shall do once people have said how it shall differ from the voice. */
export interface EditedCues {
  /** The sounds as the mouth makes them: what motion is predicted from. */
  readonly phones: readonly Phone[];
  /** The shapes that it must reach, ascending in time; they tell the sound that was heard. */
  readonly cues: readonly MouthCue[];
  /** Where it moves further or less far than predicted. */
  readonly gains: readonly Gain[];
}

/** A sound that makes each shape, where people ask for the shape and not the sound. */
const SHAPES: Readonly<Record<MouthShape, string>> = {
  closed: 'm',
  'lip-to-teeth': 'f',
  rounded: 'u',
  open: 'a',
  rest: SILENCE,
};

/** A sound that demands no shape. */
const SHAPELESS = 'ə';

/**
 * Lets sounds be made as people want them. Closed lips and the lip at the teeth stay what they are however softly they
 * are to be made: only a muted sound, or another shape, takes them away.
 */
export function editCues(phones: readonly Phone[], edits: readonly LineEdit[]): EditedCues {
  if (edits.length === 0) return { phones, cues: cueMouths(phones), gains: [] };
  const wishes = wishesFor(phones, edits);
  const sounds = withoutMuted(movePhones(phones, wishes), wishes);
  const made = sounds.map(({ phone, wish: { shape } }) => withShape(phone, shape));
  const cues = cuesBySound(made).flatMap((own, at) => asWished(own, sounds[at]));
  return {
    phones: sounds.map(({ phone, wish: { shape } }) =>
      shape === undefined ? phone : { ...phone, ipa: SHAPES[shape] },
    ),
    cues: inOrder([...cues, ...restsOf(made)]),
    gains: sounds
      .filter(({ wish }) => wish.gain !== 1)
      .map(({ phone: { span }, wish: { gain } }) => ({ span, gain })),
  };
}

interface Sound {
  readonly phone: Phone;
  readonly wish: PhoneWish;
}

/** The sounds that are not muted: the time of the others goes to their neighbours, half to either side. */
function withoutMuted(phones: readonly Phone[], wishes: readonly PhoneWish[]): Sound[] {
  const kept = [...phones.keys()].filter((at) => !wishes[at].muted);
  const middle = (before: number, after: number): number =>
    (phones[before].span.end + phones[after].span.start) / 2;
  return kept.map((at, index) => {
    const [before = -1, after = phones.length] = [kept[index - 1], kept[index + 1]];
    const { start, end } = phones[at].span;
    const span = {
      start: before === at - 1 ? start : before < 0 ? phones[0].span.start : middle(before, at),
      end: after === at + 1 ? end : phones[after] ? middle(at, after) : phones[phones.length - 1].span.end,
    };
    return { phone: { ...phones[at], span }, wish: wishes[at] };
  });
}

/** The sound that its cues are found from: silence beside others is rest only where a whole pause is. */
function withShape(phone: Phone, shape: MouthShape | undefined): Phone {
  if (shape === undefined) return phone;
  return { ...phone, ipa: shape === 'rest' || shape === 'open' ? SHAPELESS : SHAPES[shape] };
}

/** The cues of one sound under its own name, and as round as it is wanted. */
function asWished(cues: readonly MouthCue[], { phone, wish: { shape, gain } }: Sound): MouthCue[] {
  const { ipa, span, line } = phone;
  if (shape === 'rest' || shape === 'open') return [{ shape, span, ipa, line }];
  const usual = shape === undefined ? featureOf(articulationOf(ipa), 'rounding') : 1;
  return cues.flatMap((cue) => {
    const own = shape === undefined ? cue : { ...cue, ipa };
    if (cue.shape !== 'rounded' || (gain === 1 && shape === undefined)) return [own];
    return gain > 0 ? [{ ...own, amount: Math.min(1, gain * usual) }] : [];
  });
}
