'use client';

import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Button, CheckField, TextField } from '#components/ui/index.ts';
import type { TitlesWanted } from '#lib/api/overview.ts';
import { useMay } from '#lib/api/session.ts';
import { step } from './titleList.tsx';

interface TitlesBarProps {
  readonly wanted: TitlesWanted;
  readonly onWanted: (wanted: TitlesWanted) => void;
  readonly onBegin: () => void;
}

/** Searches the titles and begins new ones. */
export function TitlesBar({ wanted, onWanted, onBegin }: TitlesBarProps): ReactElement {
  const t = useTranslations();
  const may = useMay()('titles:create');
  const bar = useRef<HTMLDivElement>(null);
  useShortcuts('titles-bar', t('titles.titles'), [
    { keys: '/', does: t('titles.searchTitles'), run: () => bar.current?.querySelector('input')?.select() },
    ...(may ? [{ keys: 'n', does: t('newTitle.newTitle'), run: onBegin }] : []),
  ]);
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') onWanted({ ...wanted, name: '' });
    if (event.key === 'ArrowDown') step(document.querySelector('[data-titles]'), 1);
    if (event.key === 'Escape' || event.key === 'ArrowDown') event.preventDefault();
  };
  return (
    <div
      ref={bar}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-4 border-b border-line bg-ground px-4 py-2"
    >
      <h1>{t('titles.titles')}</h1>
      <div className="w-72 max-w-full">
        <TextField
          label={t('titles.searchTitles')}
          bare
          type="search"
          placeholder={t('common.search')}
          value={wanted.name}
          onChange={(event) => onWanted({ ...wanted, name: event.currentTarget.value })}
          onKeyDown={keys}
          maxLength={200}
        />
      </div>
      <CheckField
        label={t('titles.showArchived')}
        checked={wanted.archived}
        onChange={(event) => onWanted({ ...wanted, archived: event.currentTarget.checked })}
      />
      {may && (
        <>
          <p className="hidden min-w-0 flex-1 truncate text-right text-faint lg:block">
            {t('newTitle.dropHere')}
          </p>
          <Button kind="main" icon={Plus} onClick={onBegin} className="ml-auto">
            {t('newTitle.newTitle')}
          </Button>
        </>
      )}
    </div>
  );
}
