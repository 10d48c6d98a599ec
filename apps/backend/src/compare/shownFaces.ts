import { contains } from '@mondwerk/film';
import { boxesByFrame } from '../pipeline/report/boxLines.ts';
import { tellsReplacement, type AnyReport } from '../pipeline/report/readReport.ts';
import { cutAlike, placesOf, type PictureSize, type Strip } from './strip.ts';

/** So many frames show a face through a shot. */
const MOST_SHOWN = 24;

/** The faces that a report says were replaced, shot by shot, some frames of each, evenly over the shot. */
export function shownFaces(report: AnyReport, picture: PictureSize): Strip[] {
  const boxes = boxesByFrame(report.proof);
  const all = tellsReplacement(report);
  return report.shots.flatMap(({ index, timecode, frames, changed }) =>
    changed
      .filter(({ what }) => all || what === 'face')
      .map(({ performer, box }) => {
        const seen = [...boxes]
          .filter(([frame, own]) => contains(frames, frame) && own.some((each) => meets(each, box)))
          .map(([frame]) => frame)
          .sort((a, b) => a - b);
        const own = spread(seen).map((frame) => ({ frame, phones: [], left: null }));
        const shown = report.replaced?.find((each) => each.performer === performer)?.shown ?? '';
        return {
          line: null,
          heading: `${timecode} · shot ${index} · ${performer}`,
          text: shown === '' ? '' : `The face of ${shown}.`,
          ...cutAlike(own, placesOf(own, box, boxes), picture),
        };
      })
      .filter((strip) => strip.frames.length > 0),
  );
}

const spread = (frames: readonly number[]): number[] => {
  const count = Math.min(MOST_SHOWN, frames.length);
  return Array.from({ length: count }, (_, i) => frames[Math.floor(((i + 0.5) * frames.length) / count)]);
};

type Box = AnyReport['shots'][number]['changed'][number]['box'];

const meets = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;
