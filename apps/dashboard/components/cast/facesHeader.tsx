import type { ReactElement } from 'react';
import { ArrowLeft, ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton, Portrait } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { CastFacts } from './cardGrid.tsx';
import { Articulation } from './articulation.tsx';
import { FaceFacts } from './faceFacts.tsx';
import { facePicture } from '#components/faces/index.ts';
import { NameField } from './nameField.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';

interface FacesHeaderProps {
  readonly performer: Performer;
  readonly facts: CastFacts;
  readonly rights: RightsOfCast | null;
  readonly mayEdit: boolean;
  readonly renaming: boolean;
  readonly onRename: (renaming: boolean) => void;
  readonly onSave: (name: string) => void;
  readonly onStrengthen: (strength: number) => void;
  readonly onBack: () => void;
}

/** Whose faces these are: name, how they are seen, and their rights. */
export function FacesHeader(props: FacesHeaderProps): ReactElement {
  const { performer, facts, rights, mayEdit, renaming, onRename, onSave, onStrengthen, onBack } = props;
  const t = useTranslations('cast');
  const where = facts.seen.get(performer.id);
  return (
    <header className="flex shrink-0 flex-wrap items-start gap-3 border-b border-line p-3">
      <IconButton icon={ArrowLeft} label={t('backToCast')} onClick={onBack} />
      <Portrait src={facePicture(performer)} name="" className="h-18 w-24 rounded-md" />
      <div className="flex w-60 flex-col gap-1">
        {renaming ? (
          <NameField
            name={performer.name}
            label={t('nameOf', { name: performer.name })}
            onSave={onSave}
            onLeave={() => onRename(false)}
          />
        ) : (
          <h2 className="flex h-6 items-center gap-2">
            <span className="truncate">{performer.name}</span>
            {mayEdit && (
              <Button kind="quiet" className="h-6!" onClick={() => onRename(true)}>
                {t('renameIt')}
              </Button>
            )}
          </h2>
        )}
        <FaceFacts
          performer={performer}
          first={where ? facts.timecodeOf(where.first.frame) : null}
          strip={where?.strip ?? ''}
        />
      </div>
      <Articulation
        key={performer.id}
        strength={performer.strength}
        disabled={!mayEdit || performer.ignored}
        onChange={onStrengthen}
      />
      {rights && (
        <div className="flex max-w-xs flex-col items-start gap-1">
          {rights.signsOf(performer.id)}
          <Button icon={ScrollText} onClick={() => rights.open(performer.id)}>
            {t('openRights')}
          </Button>
        </div>
      )}
    </header>
  );
}
