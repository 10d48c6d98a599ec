import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { changePerformer, isUnnamed, type Performer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { NameIt } from './nameIt.tsx';
import type { RightsOfFaces } from './rightsOfFaces.ts';
import { WholeFaceRights } from './wholeFaceRights.tsx';

interface ChosenFaceProps {
  readonly performer: Performer;
  readonly rights: RightsOfFaces | null;
  readonly problem?: string | undefined;
}

/** What stands beside a face that was chosen: a name where it has none yet, then how its rights stand. */
export function ChosenFace({ performer, rights, problem }: ChosenFaceProps): ReactElement {
  const t = useTranslations('replacement');
  const common = useTranslations('common');
  const { fail } = useToasts();
  const change = useChange('performers', 'rights');
  const [name, setName] = useState('');
  return (
    <>
      {isUnnamed(performer) && (
        <NameIt
          label={t('nameOf', { name: performer.name })}
          hint={t('newNameHint')}
          act={common('save')}
          value={name}
          problem={problem}
          onChange={setName}
          onName={() => change(changePerformer(performer, { name: name.trim() })).catch(fail)}
        />
      )}
      {rights && <WholeFaceRights performer={performer} rights={rights} />}
    </>
  );
}
