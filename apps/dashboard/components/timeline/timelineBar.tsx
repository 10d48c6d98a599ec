'use client';

import type { ReactElement, ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import {
  AudioLines,
  Maximize2,
  MessageSquareText,
  Users,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { IconButton } from '#components/ui/index.ts';
import type { ShownRows } from './rowLayout.ts';
import type { TimelineHandle } from './useTimelineCanvas.ts';

interface TimelineBarProps {
  readonly timeline: RefObject<TimelineHandle | null>;
  readonly shown: ShownRows;
  readonly onShown: (shown: ShownRows) => void;
  /** What the page has to say beside it. */
  readonly children?: ReactNode;
}

/** How much nearer or farther one press comes. */
export const ZOOM_STEP = 1.6;

const TOGGLES: readonly (readonly [
  rows: keyof ShownRows,
  icon: LucideIcon,
  name: 'showFaces' | 'showSound' | 'showLines',
])[] = [
  ['faces', Users, 'showFaces'],
  ['sound', AudioLines, 'showSound'],
  ['lines', MessageSquareText, 'showLines'],
];

/** The buttons over a timeline: which rows are shown, and how near. */
export function TimelineBar({ timeline, shown, onShown, children }: TimelineBarProps): ReactElement {
  const t = useTranslations('film');
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-panel px-2">
      <div className="flex min-w-0 flex-1 items-center gap-2">{children}</div>
      <div className="flex items-center">
        {TOGGLES.map(([rows, icon, name]) => (
          <IconButton
            key={rows}
            icon={icon}
            label={t(name)}
            pressed={shown[rows]}
            onClick={() => onShown({ ...shown, [rows]: !shown[rows] })}
          />
        ))}
      </div>
      <div className="flex items-center border-l border-line pl-2">
        <IconButton
          icon={ZoomOut}
          label={t('zoomOut')}
          onClick={() => timeline.current?.zoom(1 / ZOOM_STEP)}
        />
        <IconButton icon={ZoomIn} label={t('zoomIn')} onClick={() => timeline.current?.zoom(ZOOM_STEP)} />
        <IconButton icon={Maximize2} label={t('fit')} onClick={() => timeline.current?.fit()} />
      </div>
    </div>
  );
}
