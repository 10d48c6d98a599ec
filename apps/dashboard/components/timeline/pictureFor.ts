import { startedAt } from './spans.ts';
import type { TimelineModel } from './timelineModel.ts';

/** The small picture that may stand for some frames: one of them, or at least one of the same shot; else -1. */
export function pictureFor(model: TimelineModel, start: number, end: number): number {
  const { frames } = model.pictures!.index;
  const wanted = (start + end) / 2;
  const number = nearest(frames, wanted);
  const shown = frames[number];
  if (shown >= Math.floor(start) && shown < end) return number;
  const { starts, ends } = model.shots.spans;
  const shot = startedAt(model.shots.spans, wanted);
  if (shot < 0) return number;
  for (let near = Math.max(0, number - 1); near <= number + 1 && near < frames.length; near++) {
    if (frames[near] >= starts[shot] && frames[near] < ends[shot]) return near;
  }
  return -1;
}

function nearest(frames: readonly number[], wanted: number): number {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (frames[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low + 1 < frames.length && frames[low + 1] - wanted < wanted - frames[low] ? low + 1 : low;
}
