'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';

/** A list that goes on. */
interface GoesOn {
  /** Asks for the next page; `null` when all is there. */
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
}

/** Asks for the next page of a list, where there is one. */
export function ShowMore({ of: { more, loadingMore } }: { readonly of: GoesOn }): ReactElement | null {
  const t = useTranslations('common');
  if (more === null) return null;
  return (
    <div className="flex justify-center border-t border-line/60 p-2">
      <Button busy={loadingMore} onClick={more}>
        {t('more')}
      </Button>
    </div>
  );
}
