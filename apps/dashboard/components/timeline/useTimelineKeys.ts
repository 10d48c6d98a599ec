import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { ListedShot } from './shotList.ts';
import { ZOOM_STEP } from './timelineBar.tsx';
import type { TimelineHandle } from './useTimelineCanvas.ts';

/** Gives a page the keys of its timeline: nearer, farther, the whole film, the selected shot, a page on. */
export function useTimelineKeys(
  timeline: RefObject<TimelineHandle | null>,
  selected: ListedShot | undefined,
): void {
  const t = useTranslations('film');
  const ask = (act: (handle: TimelineHandle) => void) => (): void => {
    if (timeline.current !== null) act(timeline.current);
  };
  useShortcuts('timeline', t('timeline'), [
    { keys: '[Shift]++', does: t('zoomIn'), run: ask((handle) => handle.zoom(ZOOM_STEP)) },
    { keys: '-', does: t('zoomOut'), run: ask((handle) => handle.zoom(1 / ZOOM_STEP)) },
    { keys: 'f', does: t('fit'), run: ask((handle) => handle.fit()) },
    {
      keys: 'z',
      does: t('zoomToShot'),
      run: ask((handle) => selected && handle.show(selected.start, selected.end)),
    },
    { keys: 'PageDown', does: t('pageOn'), run: ask((handle) => handle.page(1)) },
    { keys: 'PageUp', does: t('pageBack'), run: ask((handle) => handle.page(-1)) },
  ]);
}
