import type { ReactElement } from 'react';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import type { RightsOfFaces } from './rightsOfFaces.ts';

interface WholeFaceRightsProps {
  readonly performer: Pick<Performer, 'id' | 'name'>;
  readonly rights: RightsOfFaces;
}

/** Says whether somebody's whole face may be rendered, and records what is missing. */
export function WholeFaceRights({ performer, rights }: WholeFaceRightsProps): ReactElement | null {
  const t = useTranslations('replacement');
  const common = useTranslations('common');
  const allowed = useMay()('rights:create');
  const { id, name } = performer;
  const standing = rights.wholeFaceOf(id);
  if (standing === null) return null;
  return (
    <>
      {standing.sign}
      {!standing.fine && (
        <Button
          icon={ScrollText}
          aria-label={t('record', { name })}
          disabled={!allowed}
          title={allowed ? undefined : common('notAllowed')}
          onClick={() => rights.record([id], 'whole-face')}
        >
          {t('recordShort')}
        </Button>
      )}
    </>
  );
}
