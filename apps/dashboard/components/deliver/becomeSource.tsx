import { useState, type ReactElement } from 'react';
import { Film } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button, ConfirmDialog, LinkButton } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import type { Delivery } from '#lib/api/deliveries.ts';
import { becomeSource } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { useSourceInUse } from '#lib/api/titles.ts';

interface BecomeSourceProps {
  readonly title: string;
  readonly delivery: Delivery;
}

/** Makes the film of a delivered replacement the one that its title is dubbed from, or says that it is. */
export function BecomeSource({ title, delivery }: BecomeSourceProps): ReactElement {
  const t = useTranslations('deliver');
  const common = useTranslations('common');
  const allowed = useMay()('sources:create');
  const change = useChange('sources', 'titles', 'performers', 'runs');
  const inUse = useSourceInUse(title).data?.madeFrom?.delivery === delivery.id;
  const [asking, setAsking] = useState(false);
  if (inUse) {
    return (
      <div className="flex items-center gap-3">
        <Badge tone="good">{t('isSource')}</Badge>
        <LinkButton href={`/titles/${title}`}>{t('goFilm')}</LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        icon={Film}
        disabled={!allowed}
        title={allowed ? undefined : common('notAllowed')}
        onClick={() => setAsking(true)}
      >
        {t('becomeSource')}
      </Button>
      <span className="text-dim">{t('becomeSourceHint')}</span>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('becomeSourceTitle')}
        act={t('becomeSourceAct')}
        onConfirm={() => change(becomeSource(delivery.id))}
      >
        {t('becomeSourceText')}
      </ConfirmDialog>
    </div>
  );
}
