import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';

interface GrowingListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly show: (item: Item) => ReactNode;
}

/** As many are looked at beside the plan before somebody wants to see more, and as many come with every wish. */
const AT_ONCE = 10;

/** A list that begins short and grows when somebody wishes. */
export function GrowingList<Item>({ items, keyOf, show }: GrowingListProps<Item>): ReactElement {
  const t = useTranslations('common');
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{show(item)}</li>
        ))}
      </ul>
      {shown < items.length && <Button onClick={() => setShown(shown + AT_ONCE)}>{t('more')}</Button>}
    </>
  );
}
