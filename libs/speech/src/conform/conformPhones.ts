import { SILENCE, type Phone, type TimeSpan } from '@mondwerk/film';
import type { LineAlignment } from '../align/judgeLines.ts';
import type { VoicePiece } from './voicePieces.ts';

/** Moves phones with their pieces of the voice; pauses grow or shrink, so that all still cover `seconds` without gaps. */
export function conformPhones(
  phones: readonly Phone[],
  pieces: readonly VoicePiece[],
  seconds: number,
): Phone[] {
  const moved = phones
    .map((phone) => ({ ...phone, span: conformSpan(phone.span, pieces, seconds) }))
    .filter(({ span }) => span.end > span.start);
  const last = moved.at(-1);
  if (last !== undefined && last.span.end >= seconds) return moved;
  const rest = { start: last?.span.end ?? 0, end: seconds };
  if (last?.ipa === SILENCE && last.line === -1) {
    return [...moved.slice(0, -1), { ...last, span: { start: last.span.start, end: seconds } }];
  }
  return [...moved, { ipa: SILENCE, span: rest, confidence: 1, line: -1 }];
}

/** Moves what was found of each line with its piece of the voice. */
export const conformLines = (
  lines: readonly LineAlignment[],
  pieces: readonly VoicePiece[],
  seconds: number,
): LineAlignment[] => lines.map((line) => ({ ...line, span: conformSpan(line.span, pieces, seconds) }));

const conformSpan = ({ start, end }: TimeSpan, pieces: readonly VoicePiece[], seconds: number): TimeSpan => ({
  start: placeOf(start, pieces, seconds),
  end: placeOf(end, pieces, seconds),
});

/** Where an instant of the voice is heard in the film; one that was taken out, where the next piece begins. */
function placeOf(time: number, pieces: readonly VoicePiece[], seconds: number): number {
  const at = pieces.findLastIndex(({ from }) => from <= time);
  if (at < 0) return 0;
  const next = pieces[at + 1]?.at ?? seconds;
  return Math.min(pieces[at].at + time - pieces[at].from, next, seconds);
}
