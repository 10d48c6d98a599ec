'use client';

import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { usePlayerKeys, type FilmPlayer, type ViewMode } from '#components/player/index.ts';
import { useKindWords } from './kindWords.ts';
import type { Layout } from './useLayout.ts';

/** What keys do in the review room. */
export interface ReviewActs {
  /** Whether somebody writes a note: then no key decides anything. */
  readonly writing: boolean;
  readonly approve: () => void;
  readonly sendBack: () => void;
  readonly takeBack: () => void;
  readonly note: () => void;
  readonly toShot: (forwards: boolean) => void;
  readonly toFlag: (forwards: boolean) => void;
  readonly toNote: (forwards: boolean) => void;
  readonly compare: () => void;
  readonly mouth: () => void;
}

/** A view, or the dub where it is shown already. */
function turn(player: FilmPlayer | undefined, mode: ViewMode): void {
  player?.setView({ mode: player.state.view.mode === mode ? 'dub' : mode });
}

/** Gives the review room its keys. */
export function useReviewKeys(player: FilmPlayer | undefined, acts: ReviewActs, layout: Layout): void {
  const t = useTranslations('review');
  const wordOf = useKindWords();
  usePlayerKeys(player);
  const unlessWriting = (act: () => void) => (): void => {
    if (!acts.writing) act();
  };
  useShortcuts('review', t('title'), [
    { keys: 'y', does: t('approve'), run: unlessWriting(acts.approve) },
    { keys: 'Enter', does: t('approve'), run: unlessWriting(acts.approve) },
    { keys: 'x', does: t('sendBack'), run: unlessWriting(acts.sendBack) },
    { keys: '$mod+z', does: t('takeBack'), run: acts.takeBack },
    { keys: 'n', does: t('newNote'), run: acts.note },
    { keys: 'ArrowDown', does: t('nextShot'), run: () => acts.toShot(true) },
    { keys: 'ArrowUp', does: t('previousShot'), run: () => acts.toShot(false) },
    { keys: '.', does: wordOf('nextFlag'), run: () => acts.toFlag(true) },
    { keys: ',', does: wordOf('previousFlag'), run: () => acts.toFlag(false) },
    { keys: 'Shift+ArrowDown', does: t('nextNote'), run: () => acts.toNote(true) },
    { keys: 'Shift+ArrowUp', does: t('previousNote'), run: () => acts.toNote(false) },
    { keys: 'a', does: wordOf('turnAb'), run: () => turn(player, 'original') },
    { keys: 'w', does: t('view-wipe'), run: () => turn(player, 'wipe') },
    { keys: 's', does: t('view-side'), run: () => turn(player, 'side') },
    { keys: 'd', does: t('view-difference'), run: () => turn(player, 'difference') },
    { keys: 'c', does: t('compareBefore'), run: acts.compare },
    { keys: 'm', does: wordOf('mouth'), run: acts.mouth },
    { keys: 'z', does: t('onlyPicture'), run: layout.toggleAll },
    { keys: 'Shift+F', does: t('fullScreen'), run: layout.toggleFull },
  ]);
}
