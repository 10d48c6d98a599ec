'use client';

import type { ReactElement, ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import { targetName } from './dragging.ts';
import type { Drag } from './useCarrying.tsx';

interface ExtrasProps {
  readonly count: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly drag: Drag | null;
  readonly children: ReactNode;
}

/** Those who are never dubbed, folded away; faces put down here join them. */
export function Extras({ count, open, onOpen, drag, children }: ExtrasProps): ReactElement {
  const t = useTranslations('cast');
  const Icon = open ? ChevronDown : ChevronRight;
  const over = drag?.over?.kind === 'extras';
  return (
    <section
      data-target={targetName({ kind: 'extras', id: 'all' })}
      className={classes(
        'rounded-md border',
        over ? 'border-accent outline-2 outline-accent' : drag ? 'border-dashed border-edge' : 'border-line',
      )}
    >
      <h2>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => onOpen(!open)}
          className="flex w-full items-center gap-2 rounded-md px-3 py-2 text-left hover:bg-hover"
        >
          <Icon size={16} aria-hidden className="shrink-0" />
          {t('extrasCount', { count })}
          <span className="truncate text-xs font-normal text-faint">{t('extrasHint')}</span>
        </button>
      </h2>
      {open && count > 0 && <div className="p-3 pt-1">{children}</div>}
    </section>
  );
}
