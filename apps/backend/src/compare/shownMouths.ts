import { contains, frameAt, SILENCE, type FilmClock, type FrameSpan } from '@mondwerk/film';
import { boxesByFrame } from '../pipeline/report/boxLines.ts';
import type { Report } from '../pipeline/report/reportSchema.ts';
import { cutAlike, placesOf, whyLeft, type PictureSize, type ShownFrame, type Strip } from './strip.ts';

/** The mouths of a report's lines, a frame for every sound; `wanted` are the numbers of the lines, all when left out. */
export function shownMouths(
  report: Report,
  { clock, ...picture }: PictureSize & { readonly clock: FilmClock },
  wanted?: ReadonlySet<number>,
): Strip[] {
  const boxes = boxesByFrame(report.proof);
  return report.lines
    .filter(({ index }) => wanted === undefined || wanted.has(index))
    .flatMap((line) => {
      const sounds = soundsByFrame(line.phones, clock, report.settings.stretch);
      const { index, text, timecode } = line;
      return report.shots.flatMap((shot) =>
        shot.changed
          .filter(({ performer, what }) => what === undefined && performer === line.performer)
          .map(({ performer, track, box }) => {
            const own = sounds
              .filter(({ frame }) => contains(shot.frames, frame))
              .map((sound) => ({ ...sound, left: whyLeft(shot.passed, track, sound.frame) }));
            const places = placesOf(own, box, boxes);
            const heading = `${timecode} · line ${index + 1} · ${performer}`;
            return { line: index, heading, text, ...cutAlike(own, places, picture) };
          }),
      );
    })
    .filter(({ frames }) => frames.length > 0);
}

type Line = Report['lines'][number];

function soundsByFrame(
  phones: Line['phones'],
  clock: FilmClock,
  stretch: FrameSpan,
): Omit<ShownFrame, 'left' | 'box'>[] {
  const byFrame = Map.groupBy(phones, ({ span }) => frameAt(clock, (span.start + span.end) / 2));
  return [...byFrame]
    .filter(([frame]) => contains(stretch, frame))
    .map(([frame, said]) => ({ frame, phones: said.map(({ ipa }) => (ipa === SILENCE ? '–' : ipa)) }));
}
