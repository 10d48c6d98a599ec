'use client';

import type { ReactElement } from 'react';
import { Clapperboard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Empty, LinkButton } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { useDub, type Dub } from '#lib/api/titles.ts';
import { ReviewedKind } from './kindWords.ts';
import { ReviewDesk } from './reviewDesk.tsx';
import { useReviewData } from './useReviewData.ts';

interface ReviewRoomProps {
  readonly title: string;
  readonly dub: string;
}

/** Where the takes of a dub are looked at and decided about. */
export function ReviewRoom({ title, dub }: ReviewRoomProps): ReactElement {
  return (
    <Await of={useDub(dub)}>
      {(found) => (
        <ReviewedKind value={found.kind}>
          <Room key={found.source} title={title} dub={found} />
        </ReviewedKind>
      )}
    </Await>
  );
}

function Room({ title, dub }: { readonly title: string; readonly dub: Dub }): ReactElement {
  const t = useTranslations('review');
  const mayRender = useMay()('runs:create');
  return (
    <Await of={useReviewData(dub)}>
      {(data) =>
        data.timeline.shots.some(({ take }) => take !== null) ? (
          <ReviewDesk title={title} data={data} />
        ) : (
          <Empty icon={Clapperboard} title={t('nothingRendered')}>
            <p>{t('nothingRenderedHint')}</p>
            {mayRender && (
              <LinkButton href={`/titles/${title}/dubs/${dub.id}/plan`} kind="main">
                {t('toPlan')}
              </LinkButton>
            )}
          </Empty>
        )
      }
    </Await>
  );
}
