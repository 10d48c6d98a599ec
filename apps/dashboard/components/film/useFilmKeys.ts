import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { FilmPlayer } from '#components/player/index.ts';
import type { FilmOnTimeline } from '#components/timeline/index.ts';
import type { Desk } from './filmDesk.tsx';
import { shotBeside } from './shotBeside.ts';

/** Gives the page of a film its keys beside those of player and timeline: shot by shot, to the ends, to a timecode. */
export function useFilmKeys(
  { shots, frames }: FilmOnTimeline,
  player: FilmPlayer | undefined,
  desk: Desk,
): void {
  const t = useTranslations('film');
  const step = (way: 1 | -1): void => {
    const to = shotBeside(shots, desk.driver.state.frame, way);
    if (to !== undefined) desk.go(to);
  };
  useShortcuts('film', t('film'), [
    { keys: 'Shift+ArrowLeft', does: t('shotBack'), run: () => step(-1) },
    { keys: 'Shift+ArrowRight', does: t('shotOn'), run: () => step(1) },
    { keys: 'Home', does: t('filmStart'), run: () => desk.driver.seek(0) },
    { keys: 'End', does: t('filmEnd'), run: () => desk.driver.seek((frames?.count ?? 1) - 1) },
    { keys: 't', does: t('jump'), run: () => desk.jumpBox.current?.querySelector('input')?.focus() },
    { keys: 'x', does: t('noLoop'), run: () => player?.loop(null) },
    { keys: 'Escape', does: t('closeShot'), run: () => desk.mark(null) },
  ]);
}
