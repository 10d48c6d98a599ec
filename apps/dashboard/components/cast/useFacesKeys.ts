'use client';

import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { goToNeighbour } from './cardFocus.ts';
import { ARROWS } from './stepping.ts';

interface FacesActs {
  /** `null` for those who may not. */
  readonly rename: (() => void) | null;
  readonly toggle: (track: string) => void;
  readonly chooseAll: () => void;
  readonly leave: () => void;
  readonly first: string | null;
}

const focused = (): string | null =>
  document.activeElement?.closest('li')?.querySelector('[data-track]')?.getAttribute('data-track') ?? null;

/** Gives the faces of one performer their keys. */
export function useFacesKeys({ rename, toggle, chooseAll, leave, first }: FacesActs): void {
  const t = useTranslations('cast');
  useShortcuts('cast', t('faces'), [
    ...ARROWS.map((keys) => ({
      keys,
      does: t(`key${keys}`),
      run: () => goToNeighbour('data-track', focused() ?? first, keys),
    })),
    {
      keys: 'x',
      does: t('keyChoose'),
      run: () => {
        const track = focused();
        if (track !== null) toggle(track);
      },
    },
    { keys: '$mod+a', does: t('keyChooseAll'), run: chooseAll },
    ...(rename ? [{ keys: 'r', does: t('keyRename'), run: rename }] : []),
    { keys: 'Escape', does: t('keyBack'), run: leave },
  ]);
}
