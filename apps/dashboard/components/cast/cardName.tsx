import type { ReactElement } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Performer } from '#lib/api/cast.ts';
import { NameField } from './nameField.tsx';
import type { CardActs } from './cardActs.ts';

interface CardNameProps {
  readonly performer: Performer;
  readonly acts: CardActs;
  readonly renaming: boolean;
  readonly mayEdit: boolean;
  readonly tabIndex: number;
}

/** The name on a card, or the field in which it is written anew. */
export function CardName(props: CardNameProps): ReactElement {
  const { performer, acts, renaming, mayEdit, tabIndex } = props;
  const { id, name } = performer;
  const t = useTranslations('cast');
  if (renaming) {
    return (
      <NameField
        name={name}
        label={t('nameOf', { name })}
        onSave={(text) => acts.saveName(id, text)}
        onLeave={() => acts.rename(null)}
      />
    );
  }
  const text = <span className="truncate font-semibold">{name}</span>;
  if (!mayEdit) return <h2 className="flex h-6 items-center truncate">{text}</h2>;
  return (
    <h2 className="min-w-0">
      <button
        type="button"
        tabIndex={tabIndex}
        title={name}
        aria-label={t('rename', { name })}
        onClick={() => acts.rename(id)}
        className="group -mx-1 flex h-6 max-w-full items-center gap-1 rounded-sm px-1 hover:bg-hover"
      >
        {text}
        <Pencil size={12} aria-hidden className="shrink-0 text-faint opacity-0 group-hover:opacity-100" />
      </button>
    </h2>
  );
}
