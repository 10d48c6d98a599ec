import { useState, type ReactElement } from 'react';
import { ChevronsUp, CircleStop, Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog, IconButton, useToasts } from '#components/ui/index.ts';
import { runActs, urgencyBeside, useRunActs } from '#lib/api/runActs.ts';
import type { Run } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';

/** What can be done with a render that goes on or is paused. */
export function RunActs({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations();
  const allowed = useMay()('runs:edit');
  const { act, prioritise } = useRunActs();
  const { say, fail } = useToasts();
  const [asking, setAsking] = useState(false);
  const urgency = urgencyBeside(run.priority, 1);
  const pause = async (): Promise<void> => {
    await act(run.id, 'pause');
    say({ text: t('work.paused'), undo: () => act(run.id, 'resume').catch(fail) });
  };
  const denied = allowed ? {} : { disabled: true, title: t('common.notAllowed') };
  return (
    <div className="flex items-center gap-1">
      {urgency !== undefined && (
        <IconButton
          icon={ChevronsUp}
          label={t('work.moreUrgent')}
          onClick={() => void prioritise(run.id, urgency).catch(fail)}
          {...denied}
        />
      )}
      {runActs.pause.from.includes(run.state) ? (
        <IconButton
          icon={Pause}
          label={t('work.pause')}
          onClick={() => void pause().catch(fail)}
          {...denied}
        />
      ) : (
        <IconButton
          icon={Play}
          label={t('work.resume')}
          onClick={() => void act(run.id, 'resume').catch(fail)}
          {...denied}
        />
      )}
      <IconButton icon={CircleStop} label={t('work.stop')} onClick={() => setAsking(true)} {...denied} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('plan.stopRendering')}
        act={t('work.stop')}
        onConfirm={() => act(run.id, 'cancel')}
      >
        {t('work.stopText')}
      </ConfirmDialog>
    </div>
  );
}
