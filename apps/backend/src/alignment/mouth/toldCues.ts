import {
  perSecond,
  type MouthCue,
  type MouthShape,
  type Phone,
  type Rate,
  type TimeSpan,
} from '@mondwerk/film';

/** A shape that a mouth must reach, as files tell it. */
export interface ToldCue extends TimeSpan {
  readonly shape: MouthShape;
  /** Frames from 0, half-open: every frame that shows something of it. */
  readonly frames: { readonly start: number; readonly end: number };
  /** The sound that asks for it, in IPA; empty for rest. */
  readonly sound: string;
  /** The word that the sound is in; empty where there is none. */
  readonly word: string;
  /** How sure the sound is, 0..1; 1 for rest. */
  readonly confidence: number;
  /** Index of its line; -1 between lines. */
  readonly line: number;
}

/** Tells cues with the words that they are in; silence beyond the sound is cut off. */
export function tellCues(
  cues: readonly MouthCue[],
  phones: readonly Phone[],
  { rate, seconds }: { readonly rate: Rate; readonly seconds: number },
): ToldCue[] {
  let at = 0;
  return cues.flatMap((cue): ToldCue[] => {
    const [start, end] = [Math.max(0, cue.span.start), Math.min(seconds, cue.span.end)];
    if (end <= start) return [];
    const middle = (start + end) / 2;
    while (at > 0 && phones[at].span.start > middle) at--;
    while (at + 1 < phones.length && phones[at].span.end <= middle) at++;
    const own = cue.shape === 'rest' ? undefined : phones[at];
    return [
      {
        ...{ start, end, shape: cue.shape, frames: framesIn({ start, end }, rate) },
        ...{ sound: cue.shape === 'rest' ? '' : cue.ipa, word: own?.word ?? '', line: cue.line },
        confidence: own?.confidence ?? 1,
      },
    ];
  });
}

function framesIn({ start, end }: TimeSpan, rate: Rate): ToldCue['frames'] {
  const first = Math.floor(start * perSecond(rate) + 1e-6);
  return { start: first, end: Math.max(first + 1, Math.ceil(end * perSecond(rate) - 1e-6)) };
}
