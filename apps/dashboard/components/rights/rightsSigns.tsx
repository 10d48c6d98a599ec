import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { isFine } from './coverage.ts';
import { isAbout } from './faceUses.ts';
import type { RightsBook } from './rightsBook.ts';
import { StandingSign } from './standingSign.tsx';

interface RightsSignsProps {
  readonly book: RightsBook;
  readonly performer: string;
  readonly tabIndex?: number;
  readonly onOpen: () => void;
}

/** How many languages a card has room for. */
const MOST = 3;

/** How a performer's rights stand for all that their face is rendered for in the title; what is missing comes first. Opens all of it. */
export function RightsSigns({ book, performer, tabIndex, onOpen }: RightsSignsProps): ReactElement {
  const t = useTranslations('rights');
  const covers = book.uses
    .filter((use) => isAbout(use, performer))
    .map((use) => ({ id: use.id, sign: use.sign, name: use.name, cover: book.coverIn(performer, use) }));
  const inOrder = covers.toSorted((a, b) => Number(isFine(a.cover)) - Number(isFine(b.cover)));
  const who = book.performers.find(({ id }) => id === performer)?.name ?? '';
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      title={t('openHint')}
      className="-mx-1 flex min-h-6 min-w-0 flex-col gap-0.5 rounded-sm px-1 py-0.5 text-left hover:bg-hover"
    >
      <span className="sr-only">{t('of', { name: who })}</span>
      {covers.length === 0 && (
        <span className="text-xs text-dim">{t('recorded', { count: book.basesOf(performer).length })}</span>
      )}
      {inOrder.slice(0, MOST).map(({ id, ...standing }) => (
        <StandingSign key={id} brief {...standing} />
      ))}
      {inOrder.length > MOST && (
        <span className="text-xs text-dim">{t('moreUses', { count: inOrder.length - MOST })}</span>
      )}
    </button>
  );
}
