'use client';

import { useState, type ReactElement } from 'react';
import { EllipsisVertical, Eye, EyeOff, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, classes, IconButton, Menu, Portrait } from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { targetName } from './dragging.ts';
import { facePicture } from '#components/faces/index.ts';
import { NameField } from './nameField.tsx';
import { FacePicker } from '#components/faces/index.ts';
import type { BeginCarrying } from './useCarrying.tsx';
import type { CharacterEdits } from './useCharacterEdits.ts';

interface CharacterRowProps {
  readonly character: Character;
  readonly performers: readonly Performer[];
  readonly edits: CharacterEdits;
  /** How many lines it has; `null` while there is no script. */
  readonly lines: number | null;
  readonly over: boolean;
  readonly carry: BeginCarrying;
  readonly onDelete: () => void;
}

/** A part with who plays it. Put on a face, that is who; a face put on it, likewise. */
export function CharacterRow(props: CharacterRowProps): ReactElement {
  const { character, performers, edits, lines, over, carry } = props;
  const t = useTranslations('cast');
  const mayEdit = useMay()('characters:edit');
  const [renaming, rename] = useState(false);
  const { id, name, offScreen } = character;
  const actor = performers.find((each) => each.id === character.performer);
  return (
    <li
      data-target={targetName({ kind: 'character', id })}
      className={classes(
        'flex items-center gap-2 border-b border-line/60 py-1.5 pr-1 pl-1',
        over && 'bg-hover outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <span
        title={t('carryPart')}
        onPointerDown={(event) => mayEdit && carry({ kind: 'character', id }, event)}
        className={classes('py-2 text-faint', mayEdit ? 'cursor-grab touch-none' : 'invisible')}
      >
        <GripVertical size={14} aria-hidden />
      </span>
      <FacePicker
        orNobody
        label={t('whoPlays', { name })}
        performers={performers.filter((each) => !each.ignored || each === actor)}
        disabled={!mayEdit}
        chosen={actor?.id ?? null}
        onPick={(performer) => void edits.cast(character, performer)}
      >
        <button
          type="button"
          disabled={!mayEdit}
          aria-label={t('playedBy', { name, performer: actor?.name ?? '–' })}
          title={actor?.name ?? t('playedByNobody')}
          className={classes(
            'shrink-0 rounded-md border hover:not-disabled:border-accent',
            actor ? 'border-line' : 'border-dashed border-edge',
          )}
        >
          <Portrait src={actor ? facePicture(actor) : null} name="" className="size-9 rounded-md" />
        </button>
      </FacePicker>
      <div className="min-w-0 flex-1">
        {renaming ? (
          <NameField
            name={name}
            label={t('nameOf', { name })}
            onSave={(text) => void edits.change(character, { name: text })}
            onLeave={() => rename(false)}
          />
        ) : (
          <p className="line-clamp-2 wrap-anywhere" title={name}>
            {name}
          </p>
        )}
        <p className="flex items-center gap-1.5 truncate text-xs text-faint">
          {offScreen && <Badge>{t('offScreen')}</Badge>}
          {lines !== null && t('lines', { count: lines })}
        </p>
      </div>
      <RowMenu {...props} onRename={() => rename(true)} />
    </li>
  );
}

type RowMenuProps = CharacterRowProps & { readonly onRename: () => void };

function RowMenu({ character, edits, onDelete, onRename }: RowMenuProps): ReactElement {
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const may = useMay();
  const mayEdit = may('characters:edit');
  const { name, offScreen } = character;
  return (
    <>
      <IconButton
        icon={offScreen ? EyeOff : Eye}
        size={14}
        pressed={offScreen}
        label={t('offScreenSwitch', { name })}
        disabled={!mayEdit}
        onClick={() => void edits.change(character, { offScreen: !offScreen })}
      />
      <Menu
        items={[
          { label: t('renameIt'), icon: Pencil, onSelect: onRename, disabled: !mayEdit },
          {
            label: words('delete'),
            icon: Trash2,
            onSelect: onDelete,
            danger: true,
            disabled: !may('characters:delete'),
          },
        ]}
      >
        <IconButton icon={EllipsisVertical} size={14} label={t('actsOf', { name })} className="-ml-1" />
      </Menu>
    </>
  );
}
