'use client';

import { createRef, useMemo, useState, type ReactElement, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import type { TimelineDriver } from './driver.ts';
import { Gutter } from './gutter.tsx';
import { layRows, type ShownRows } from './rowLayout.ts';
import { Tip } from './tip.tsx';
import type { TimelineModel } from './timelineModel.ts';
import {
  useTimelineCanvas,
  type Pointed,
  type TimelineElements,
  type TimelineHandle,
} from './useTimelineCanvas.ts';

interface TimelineProps {
  readonly model: TimelineModel;
  readonly driver: TimelineDriver;
  readonly shown: ShownRows;
  /** The number of the shot that is selected. */
  readonly selected: number | null;
  /** Somebody pressed on a place of it; the driver has gone there already. */
  readonly onPick: (pointed: Pointed) => void;
  readonly ref?: Ref<TimelineHandle>;
}

/** A film over time: pictures, shots, who is in them, what is heard and said. A list beside it must say it in words. */
export function Timeline({ model, driver, shown, selected, onPick, ref }: TimelineProps): ReactElement {
  const t = useTranslations('film');
  const elements = useElements();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [height, setHeight] = useState(0);
  const layout = useMemo(() => layRows(model, shown, height), [model, shown, height]);
  useTimelineCanvas(elements, {
    ...{ model, shown, driver, selected, handle: ref },
    onHover: (next) => setPointed((before) => (samePlace(before, next) ? before : next)),
    onHeight: setHeight,
    onPick: (next) => {
      driver.seek(next.frame);
      onPick(next);
    },
  });
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[9.5rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_1.25rem]">
      <Gutter scroller={elements.scroller} model={model} layout={layout} />
      <div className="@container relative overflow-hidden">
        <canvas
          ref={elements.canvas}
          role="img"
          aria-label={t('timelineLabel', { shots: model.shots.states.length })}
          className="absolute inset-0 size-full touch-none"
        />
        <div
          ref={elements.playhead}
          className="pointer-events-none absolute inset-y-0 left-0 border-l-2 border-bad bg-white/15"
        />
        {pointed && <Tip model={model} pointed={pointed} />}
      </div>
      <div className="border-t border-r border-line bg-panel" />
      <SmallMap elements={elements} />
    </div>
  );
}

function SmallMap({ elements }: { readonly elements: TimelineElements }): ReactElement {
  return (
    <div className="relative overflow-hidden border-t border-line">
      <canvas ref={elements.map} aria-hidden className="absolute inset-0 size-full touch-none" />
      <div
        ref={elements.mapWindow}
        className="pointer-events-none absolute inset-y-0 left-0 border border-text bg-white/15"
      />
    </div>
  );
}

function useElements(): TimelineElements {
  const [elements] = useState<TimelineElements>(() => ({
    scroller: createRef(),
    canvas: createRef(),
    playhead: createRef(),
    map: createRef(),
    mapWindow: createRef(),
  }));
  return elements;
}

const samePlace = (a: Pointed | null, b: Pointed | null): boolean =>
  a?.row.kind === b?.row.kind &&
  a?.row.index === b?.row.index &&
  a?.span === b?.span &&
  a?.frame === b?.frame;
