'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { DoorFrame } from '#components/shell/index.ts';
import { LinkButton } from '#components/ui/index.ts';

/** Says that there is no such page. */
export default function MissingPage(): ReactElement {
  const t = useTranslations('shell');
  return (
    <DoorFrame title={t('missing')}>
      <LinkButton href="/">{t('titles')}</LinkButton>
    </DoorFrame>
  );
}
