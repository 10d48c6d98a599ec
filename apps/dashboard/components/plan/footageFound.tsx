import type { ReactNode } from 'react';
import { Clapperboard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePlanInFull } from '#lib/api/planLines.ts';
import { AsidePart } from './asidePart.tsx';
import { GrowingList } from './growingList.tsx';

/** What a plan found of the shown performer in the donor footage, and what of it these shots lack. */
export function FootageFound({ plan }: { readonly plan: string }): ReactNode {
  const t = useTranslations('plan');
  const faces = usePlanInFull(plan).data?.faces;
  if (faces === undefined || faces === null) return null;
  const { frames, trusted, missing } = faces;
  return (
    <AsidePart title={t('footageTitle')} icon={<Clapperboard size={15} aria-hidden className="text-dim" />}>
      {frames !== undefined && trusted !== undefined && (
        <p className="tabular-nums">{t('framesTrusted', { frames, trusted })}</p>
      )}
      {missing?.length === 0 && <p className="text-dim">{t('footageComplete')}</p>}
      {missing !== undefined && missing.length > 0 && (
        <>
          <h3>{t('footageLacks')}</h3>
          <GrowingList
            items={missing}
            keyOf={(sentence) => sentence}
            show={(sentence) => (
              <p lang="en" className="wrap-anywhere text-warn">
                {sentence}
              </p>
            )}
          />
        </>
      )}
    </AsidePart>
  );
}
