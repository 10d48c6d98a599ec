import { SILENCE, type TimeSpan } from '@mondwerk/film';
import type { VoiceAlignment, VoicePiece } from '@mondwerk/speech';
import { withSilences } from './withSilences.ts';

/** An alignment that was laid where its script says, as it lies in the voice itself, which lasts `seconds`. */
export function onVoiceClock(
  { phones, lines }: Pick<VoiceAlignment, 'phones' | 'lines'>,
  pieces: readonly VoicePiece[],
  seconds: number,
): Pick<VoiceAlignment, 'phones' | 'lines'> {
  const back = ({ start, end }: TimeSpan): TimeSpan => ({
    start: timeInVoice(start, pieces),
    end: timeInVoice(end, pieces),
  });
  const spoken = phones.filter(({ ipa }) => ipa !== SILENCE);
  return {
    phones: withSilences(
      spoken.map((phone) => ({ ...phone, span: back(phone.span) })),
      seconds,
    ),
    lines: lines.map((line) => ({ ...line, span: back(line.span) })),
  };
}

/** Which instant of the voice is heard at an instant of the film; in silence that was put in, the one before it. */
function timeInVoice(time: number, pieces: readonly VoicePiece[]): number {
  const piece = pieces.findLast(({ at }) => at <= time + 1e-9) ?? pieces[0];
  return Math.min(piece.to, piece.from + Math.max(0, time - piece.at));
}
