import { perSecond, type Rate } from '@mondwerk/film';
import { moveRich } from './richText.ts';
import type { ScriptDocument } from './scriptDocument.ts';

/** A script with all its times moved by so many seconds; those on frames stay exactly on frames. */
export function moveDocument(document: ScriptDocument, by: number): ScriptDocument {
  const move = (at: number): number => sumOnGrid(at, by, document.clock?.rate);
  return {
    ...document,
    cuts: document.cuts.map(move),
    loops: document.loops.map(move),
    lines: document.lines.map((line) => ({
      ...line,
      ...(line.span && { span: { start: move(line.span.start), end: move(line.span.end) } }),
      text: moveRich(line.text, move),
      ...(line.others && {
        others: line.others.map((other) => ({ ...other, text: moveRich(other.text, move) })),
      }),
    })),
  };
}

/** The sum of two times: 3601.2 - 3600 is not 1.2, but a sum of frames is a frame, and one of milliseconds likewise. */
export function sumOnGrid(at: number, by: number, rate: Rate | undefined): number {
  if (at === 0 || by === 0) return at + by;
  const sum = at + by;
  if (rate !== undefined) {
    const frame = Math.round(sum * perSecond(rate));
    const exact = (frame * rate.den) / rate.num;
    if (Math.abs(exact - sum) < 1e-7) return exact;
  }
  const milliseconds = Math.round(sum * 1000);
  return Math.abs(milliseconds / 1000 - sum) < 1e-7 ? milliseconds / 1000 : sum;
}
