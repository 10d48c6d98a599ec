'use client';

import { memo, useState, type MouseEvent, type ReactElement } from 'react';
import { EllipsisVertical, EyeOff, FolderOpen, Merge, Pencil, ScrollText, UserPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, IconButton, Menu, Portrait, type MenuItem } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { targetName } from './dragging.ts';
import { FaceFacts } from './faceFacts.tsx';
import { NameField } from './nameField.tsx';
import { facePicture } from './facePicture.ts';
import type { RightsOfCast } from './rightsOfCast.ts';
import type { BeginCarrying } from './useCarrying.tsx';

/** What is done from a card. */
export type CardActs = {
  readonly press: (id: string, event: MouseEvent) => void;
  readonly toggle: (id: string, range: boolean) => void;
  readonly open: (id: string) => void;
  readonly rename: (id: string | null) => void;
  readonly saveName: (id: string, name: string) => void;
  readonly ignore: (id: string) => void;
  readonly join: (id: string) => void;
  readonly record: (id: string) => void;
  readonly carry: BeginCarrying;
  readonly focus: (id: string) => void;
};

interface PerformerCardProps {
  readonly performer: Performer;
  /** Where they are first seen, as a timecode; `null` while that is not known. */
  readonly first: string | null;
  /** Where they are seen along the film, as the path of a strip. */
  readonly strip: string;
  /** The names of the parts that they play. */
  readonly parts: readonly string[];
  readonly signsOf: RightsOfCast['signsOf'] | null;
  readonly acts: CardActs;
  readonly chosen: boolean;
  readonly current: boolean;
  readonly renaming: boolean;
  /** Something is about to be put down on it, or it is about to be joined. */
  readonly over: boolean;
  /** It is being carried, or waits to be joined with somebody. */
  readonly lifted: boolean;
  /** A click says whom the others are the same person as. */
  readonly joining: boolean;
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
}

/** Somebody in the film: their face, name, how they are seen, whom they play, and the rights in their face. */
export const PerformerCard = memo(function PerformerCard(props: PerformerCardProps): ReactElement {
  const t = useTranslations('cast');
  const { performer, acts, chosen, current, over, lifted, joining, mayEdit } = props;
  const { id, name } = performer;
  const order = current ? 0 : -1;
  const [hovered, hover] = useState(false);
  return (
    <li
      data-target={targetName({ kind: 'performer', id })}
      onFocus={() => acts.focus(id)}
      onPointerEnter={() => hover(true)}
      className={classes(
        'flex min-w-0 flex-col rounded-md border bg-panel [contain-intrinsic-size:auto_19rem] [content-visibility:auto]',
        over ? 'border-accent outline-2 outline-accent' : chosen ? 'border-accent' : 'border-line',
        lifted && 'opacity-50',
      )}
    >
      <div className="relative">
        <button
          type="button"
          data-card={id}
          tabIndex={order}
          aria-label={joining ? t('joinWith', { name }) : t('open', { name })}
          onClick={(event) => acts.press(id, event)}
          onPointerDown={(event) => mayEdit && acts.carry({ kind: 'performers', ids: [id] }, event)}
          className="block w-full rounded-t-md -outline-offset-2! select-none [-webkit-touch-callout:none]"
        >
          <Portrait
            src={facePicture(performer)}
            name=""
            className={classes(
              'aspect-4/3 w-full rounded-t-md object-[50%_30%]',
              performer.ignored && 'grayscale',
            )}
          />
        </button>
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={order}
          aria-label={t('choose', { name })}
          onChange={() => undefined}
          onClick={(event) => acts.toggle(id, event.shiftKey)}
          className="absolute top-1 left-1 size-6 accent-accent"
        />
        <div className="absolute top-1 right-1">
          <CardMenu {...props} order={order} ready={current || hovered} />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5 p-2">
        <CardName {...props} order={order} />
        <FaceFacts performer={performer} first={props.first} strip={props.strip} />
        {props.parts.length > 0 && (
          <p className="line-clamp-2 wrap-anywhere">
            <span className="text-faint">{t('plays')} </span>
            {props.parts.join(', ')}
          </p>
        )}
        {!performer.ignored && props.signsOf?.(id, order)}
      </div>
    </li>
  );
});

type Ordered = PerformerCardProps & { readonly order: number };

function CardName({ performer: { id, name }, acts, renaming, mayEdit, order }: Ordered): ReactElement {
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
        tabIndex={order}
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

interface CardMenuProps extends Ordered {
  /** Somebody is near: before, there is only the look of it, since menus are dear and cards are many. */
  readonly ready: boolean;
}

function CardMenu({ performer, acts, mayEdit, mayRecord, order, ready }: CardMenuProps): ReactElement {
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
      tabIndex={order}
      className="bg-black/60! text-white!"
    />
  );
  return ready ? <Menu items={items}>{button}</Menu> : button;
}
