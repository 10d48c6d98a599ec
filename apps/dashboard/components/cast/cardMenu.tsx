import type { ReactElement } from 'react';
import { EllipsisVertical, EyeOff, FolderOpen, Merge, Pencil, ScrollText, UserPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton, Menu, type MenuItem } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { CardActs } from './cardActs.ts';

interface CardMenuProps {
  readonly performer: Performer;
  readonly acts: CardActs;
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
  readonly tabIndex: number;
  /** Somebody is near: before, there is only the look of it, since menus are dear and cards are many. */
  readonly ready: boolean;
}

/** All that can be done from a card. */
export function CardMenu(props: CardMenuProps): ReactElement {
  const { performer, acts, mayEdit, mayRecord, tabIndex, ready } = props;
  const t = useTranslations('cast');
  const { id, name, ignored } = performer;
  const items: MenuItem[] = [
    { label: t('openFaces'), icon: FolderOpen, onSelect: () => acts.open(id) },
    { label: t('renameIt'), icon: Pencil, onSelect: () => acts.rename(id), disabled: !mayEdit },
    { label: t('mergeWith'), icon: Merge, onSelect: () => acts.join(id), disabled: !mayEdit },
    {
      label: t(ignored ? 'countIt' : 'ignoreIt'),
      icon: ignored ? UserPlus : EyeOff,
      onSelect: () => acts.ignore(id),
      disabled: !mayEdit,
    },
    { label: t('recordBasis'), icon: ScrollText, onSelect: () => acts.record(id), disabled: !mayRecord },
  ];
  const button = (
    <IconButton
      icon={EllipsisVertical}
      label={t('actsOf', { name })}
      tabIndex={tabIndex}
      className="bg-black/60! text-white!"
    />
  );
  return ready ? <Menu items={items}>{button}</Menu> : button;
}
