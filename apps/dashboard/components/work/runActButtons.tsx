'use client';

import { useState, type ReactElement } from 'react';
import {
  ChevronsDown,
  ChevronsUp,
  CircleStop,
  Ellipsis,
  Pause,
  Play,
  RotateCcw,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ConfirmDialog, IconButton, Menu, useToasts, type MenuItem } from '#components/ui/index.ts';
import { runActs, urgencyBeside, useRunActs, type RunAct } from '#lib/api/runActs.ts';
import type { Run } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';
import { RetryDialog } from '#components/runs/index.ts';

const ICONS: Readonly<Record<RunAct, LucideIcon>> = {
  pause: Pause,
  resume: Play,
  cancel: CircleStop,
  retry: RotateCcw,
};

/** The acts that have a button of their own; the others are in the menu. */
const AT_HAND = ['pause', 'resume', 'retry'] as const;

interface RunActButtonsProps {
  readonly run: Run;
  /** How people call it. */
  readonly what: string;
  /** Whether there is room for words. */
  readonly wide?: boolean;
}

/** Everything that can be done with a run as it is. */
export function RunActButtons({ run, what, wide = false }: RunActButtonsProps): ReactElement {
  const t = useTranslations();
  const allowed = useMay()('runs:edit');
  const { act, prioritise } = useRunActs();
  const { say, fail } = useToasts();
  const [asking, setAsking] = useState<'cancel' | 'retry' | null>(null);
  const can = (wanted: RunAct): boolean => runActs[wanted].from.includes(run.state);
  const urge = (way: 1 | -1): MenuItem => {
    const next = can('pause') || can('resume') ? urgencyBeside(run.priority, way) : undefined;
    return {
      label: t(way === 1 ? 'work.moreUrgent' : 'work.lessUrgent'),
      icon: way === 1 ? ChevronsUp : ChevronsDown,
      disabled: next === undefined,
      onSelect: () => next !== undefined && void prioritise(run.id, next).catch(fail),
    };
  };
  const begin = (wanted: (typeof AT_HAND)[number]): void => {
    if (wanted === 'retry') return setAsking('retry');
    const paused = (): void => say({ text: t('work.paused'), undo: () => act(run.id, 'resume').catch(fail) });
    act(run.id, wanted).then(wanted === 'pause' ? paused : undefined, fail);
  };
  const stop = { label: t('work.stop'), icon: CircleStop, danger: true };
  const denied = allowed ? {} : { disabled: true, title: t('common.notAllowed') };
  return (
    <div className="flex items-center justify-end gap-1">
      {AT_HAND.filter(can).map((wanted) =>
        wide ? (
          <Button key={wanted} icon={ICONS[wanted]} onClick={() => begin(wanted)} {...denied}>
            {t(`work.${wanted}`)}
          </Button>
        ) : (
          <IconButton
            key={wanted}
            icon={ICONS[wanted]}
            label={`${t(`work.${wanted}`)}: ${what}`}
            onClick={() => begin(wanted)}
            {...denied}
          />
        ),
      )}
      {can('cancel') && (
        <Menu items={[urge(1), urge(-1), { ...stop, onSelect: () => setAsking('cancel') }]}>
          <IconButton icon={Ellipsis} label={`${t('common.menu')}: ${what}`} {...denied} />
        </Menu>
      )}
      <ConfirmDialog
        open={asking === 'cancel'}
        onClose={() => setAsking(null)}
        title={t('work.stopTitle', { what })}
        act={t('work.stop')}
        onConfirm={() => act(run.id, 'cancel')}
      >
        {t('work.stopText')}
      </ConfirmDialog>
      <RetryDialog
        open={asking === 'retry'}
        onClose={() => setAsking(null)}
        what={what}
        onRetry={(reason) => act(run.id, 'retry', reason)}
      />
    </div>
  );
}
