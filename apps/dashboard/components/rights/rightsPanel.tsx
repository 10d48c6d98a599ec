'use client';

import { useState, type ReactElement } from 'react';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Dialog } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { RightsBasis } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { BasisCard } from './basisCard.tsx';
import { RevokeDialog } from './revokeDialog.tsx';
import { isAbout } from './faceUses.ts';
import type { RightsBook } from './rightsBook.ts';
import { StandingSign } from './standingSign.tsx';

interface RightsPanelProps {
  readonly title: string;
  readonly book: RightsBook;
  readonly performer: Performer;
  readonly onClose: () => void;
  readonly onRecord: () => void;
}

/** All that is recorded of the rights in one face: how they stand in each language, and every basis. */
export function RightsPanel({ book, performer, onClose, onRecord }: RightsPanelProps): ReactElement {
  const t = useTranslations('rights');
  const words = useTranslations('common');
  const mayRecord = useMay()('rights:create');
  const [revoking, revoke] = useState<RightsBasis | null>(null);
  const bases = book.basesOf(performer.id);
  const uses = book.uses.filter((use) => isAbout(use, performer.id));
  return (
    <Dialog open onClose={onClose} title={t('of', { name: performer.name })} wide>
      <div className="flex flex-col gap-4">
        <p className="text-dim">{t('why')}</p>
        {uses.length > 0 && (
          <ul aria-label={t('neededFor')} className="flex flex-col gap-1.5">
            {uses.map((use) => (
              <li key={use.id}>
                <StandingSign sign={use.sign} name={use.name} cover={book.coverIn(performer.id, use)} />
                {use.missing
                  ?.filter((each) => each.performer === performer.id)
                  .map(({ clause, sentence }) => (
                    <p key={clause} className="pl-5 text-xs text-dim">
                      {sentence}
                    </p>
                  ))}
              </li>
            ))}
          </ul>
        )}
        <div className="flex items-center justify-between gap-2">
          <h3>{t('bases')}</h3>
          <Button
            kind="main"
            icon={ScrollText}
            disabled={!mayRecord}
            title={mayRecord ? undefined : words('notAllowed')}
            onClick={onRecord}
          >
            {t('record')}
          </Button>
        </div>
        {bases.length === 0 && <p className="text-dim">{t('noBases')}</p>}
        <ul className="flex flex-col gap-3">
          {bases.map((basis) => (
            <BasisCard key={basis.id} basis={basis} onRevoke={() => revoke(basis)} />
          ))}
        </ul>
      </div>
      {revoking && <RevokeDialog basis={revoking} name={performer.name} onClose={() => revoke(null)} />}
    </Dialog>
  );
}
