import { EASE, framesOf, SILENCE, type FilmClock, type FrameSpan, type Phone } from '@mondwerk/film';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { differs } from '../lineSettings.ts';
import type { ShotCues } from '../shapeShot.ts';
import type { JudgedMouths } from '../stages/judgeLines.ts';
import type { CastWishes } from '../wishes/castWishes.ts';

/** The lines that are left alone because the old mouths nearly say them; those that people bent are not among them. */
export function sparedLines(
  judged: readonly JudgedMouths[],
  { settings, lineSettings }: Pick<CheckedOrder, 'settings' | 'lineSettings'>,
  wishes: CastWishes | null = null,
): ReadonlySet<number> {
  if (!settings.onlyVisible) return new Set();
  const bent = new Set([...lineSettings.filter(differs), ...(wishes?.lines ?? [])].map(({ line }) => line));
  return new Set(
    judged
      .filter(({ line, mismatch }) => mismatch?.reason === 'fits' && !bent.has(line))
      .map(({ line }) => line),
  );
}

/** What lines are spared in. */
export interface SparedShot {
  readonly lines: ReadonlySet<number>;
  readonly dubbed: readonly DubbedTrack[];
  readonly phones: readonly Phone[];
  readonly clock: FilmClock;
}

/**
 * Leaves the old mouths where they say spared lines, and throughout where a mouth says nothing else in its shot. Where
 * another line is near, the new mouth is whole before that begins, and comes and goes within what is spared.
 */
export function spareLines(
  { cues, wanted }: ShotCues,
  { lines, dubbed, phones, clock }: SparedShot,
): ShotCues {
  if (lines.size === 0) return { cues, wanted };
  return {
    cues: cues.filter(({ line }) => !lines.has(line)),
    wanted: wanted.map(({ performer, track }) => {
      const said = dubbed.find((each) => each.track === track.track)?.lines ?? [];
      const spared = said.filter((line) => lines.has(line));
      if (spared.length === 0) return { performer, track };
      if (spared.length === said.length) return { performer, track: { ...track, fits: [track.span] } };
      const spans = (of: readonly number[]): FrameSpan[] =>
        of.flatMap((line) => framesSaying(line, phones, clock));
      const touched = spans(said.filter((line) => !lines.has(line)));
      const fits = spans(spared).flatMap((span) => clearOf(span, touched));
      return { performer, track: { ...track, fits } };
    }),
  };
}

/** The frames in which a line is heard, none or one span. */
function framesSaying(line: number, phones: readonly Phone[], clock: FilmClock): FrameSpan[] {
  const own = phones.filter((phone) => phone.line === line && phone.ipa !== SILENCE);
  if (own.length === 0) return [];
  return [framesOf(clock, { start: own[0].span.start, end: own[own.length - 1].span.end })];
}

/** A span without what is so near to others that the new mouth would not be whole in them. */
function clearOf(span: FrameSpan, others: readonly FrameSpan[]): FrameSpan[] {
  return others.reduce<FrameSpan[]>(
    (left, other) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, other.start - EASE) },
          { start: Math.max(start, other.end + EASE), end },
        ].filter((part) => part.end > part.start),
      ),
    [span],
  );
}
