import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { SHOT_STATES } from './shotStates.ts';
import type { TimelineModel } from './timelineModel.ts';
import type { Pointed } from './useTimelineCanvas.ts';

/** Pixels between the pointer and what is told of the place under it, and its width. */
const AWAY = 14;
const WIDE = 280;

/** Tells what lies under the pointer: the timecode, and the words of a line that has no room for them. */
export function Tip({
  model,
  pointed,
}: {
  readonly model: TimelineModel;
  readonly pointed: Pointed;
}): ReactElement {
  const said = useSaid(model, pointed);
  const { row, x, y, frame } = pointed;
  const below = row.kind === 'ruler' || row.kind === 'strip' || row.kind === 'shots';
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 z-10 w-max rounded-md border border-line bg-raised px-2 py-0.5 shadow-2xl"
      style={{
        maxWidth: WIDE,
        transform: `translate(min(${x + AWAY}px, calc(100cqw - 100% - 8px)), ${below ? `${y + AWAY}px` : `calc(${y - AWAY}px - 100%)`})`,
      }}
    >
      <p className="font-mono text-xs text-dim">{model.frames.timecodeOf(frame)}</p>
      {said !== '' && <p className="wrap-anywhere">{said}</p>}
    </div>
  );
}

function useSaid(model: TimelineModel, { row, span }: Pointed): string {
  const t = useTranslations('film');
  if (span < 0) return '';
  if (row.kind === 'shots') {
    return t('shotAndState', { shot: span + 1, state: t(SHOT_STATES[model.shots.states[span]]) });
  }
  if (row.kind === 'face') return model.faces[row.index].name;
  if (row.kind === 'lines') return model.lines[row.index].texts[span];
  if (row.kind === 'marks') return model.marks[row.index].labels[span];
  return '';
}
