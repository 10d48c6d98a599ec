import type { ReactElement } from 'react';
import { Clapperboard, ListChecks, ShieldAlert } from 'lucide-react';
import { ApiProblem } from '@mondwerk/client';
import { useLocale, useTranslations } from 'use-intl';
import { Button, LinkButton, ProblemNote, SelectField } from '#components/ui/index.ts';
import type { PRIORITIES } from '#lib/api/renders.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import type { Amount } from './workTime.ts';

/** How urgent it is, in words. */
export type Urgency = keyof typeof PRIORITIES;

interface SumBarProps {
  readonly title: string;
  readonly amount: Amount;
  readonly slots: number;
  /** How many of the chosen shots cannot be rendered because rights are missing. */
  readonly blocked: number;
  readonly onLeaveOut: () => void;
  /** Chooses what is worth it; `null` where that is chosen. */
  readonly onWorth: (() => void) | null;
  readonly urgency: Urgency;
  readonly onUrgency: (urgency: Urgency) => void;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onRender: () => void;
}

/** What rendering the chosen shots takes, and the button for it. */
export function SumBar(props: SumBarProps): ReactElement {
  const { title, amount, slots, blocked, onLeaveOut, onWorth, urgency, onUrgency, busy, problem, onRender } =
    props;
  const t = useTranslations();
  const allowed = useMay()('runs:create');
  return (
    <section aria-label={t('plan.chosen')} className="shrink-0 border-t border-line bg-panel">
      {problem !== null && <Refused problem={problem} title={title} />}
      {blocked > 0 && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line bg-warn/10 px-3 py-1">
          <ShieldAlert size={15} aria-hidden className="text-warn" />
          <p className="flex-1">{t('plan.blocked', { count: blocked })}</p>
          <Button onClick={onLeaveOut}>{t('plan.leaveOut')}</Button>
        </div>
      )}
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5">
        <div className="flex items-center gap-2">
          <Button
            kind="main"
            icon={Clapperboard}
            busy={busy}
            disabled={!allowed || amount.shots === 0}
            title={allowed ? undefined : t('common.notAllowed')}
            onClick={onRender}
          >
            {t('plan.render', { count: amount.shots })}
          </Button>
          <SelectField
            bare
            label={t('work.urgency')}
            value={urgency}
            onChange={({ currentTarget }) => onUrgency(currentTarget.value as Urgency)}
          >
            <option value="normal">{t('work.urgency-50')}</option>
            <option value="urgent">{t('work.urgency-100')}</option>
          </SelectField>
        </div>
        <Sum amount={amount} slots={slots} />
        {onWorth && (
          <Button kind="quiet" icon={ListChecks} onClick={onWorth}>
            {t('plan.chooseWorth')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Sum({ amount, slots }: Pick<SumBarProps, 'amount' | 'slots'>): ReactElement {
  const t = useTranslations();
  const locale = useLocale();
  const { shots, frames, seconds, wallSeconds } = amount;
  if (shots === 0) return <p className="text-dim">{t('plan.nothingChosen')}</p>;
  return (
    <p className="tabular-nums" role="status">
      <strong className="font-semibold">{t('common.shots', { count: shots })}</strong> ·{' '}
      {t('common.frames', { count: frames })} ·{' '}
      {t('plan.workerTimeOf', { time: nameOfDuration(seconds, locale) })} ·{' '}
      {wallSeconds === null ? (
        <span className="text-warn">{t('work.noWorkers')}</span>
      ) : (
        <span className="text-dim">
          {t('plan.wallTime', { time: nameOfDuration(wallSeconds, locale), count: slots })}
        </span>
      )}
    </p>
  );
}

function Refused({ problem, title }: { readonly problem: unknown; readonly title: string }): ReactElement {
  const t = useTranslations('plan');
  const rights = problem instanceof ApiProblem && problem.code === 'rights-missing';
  return (
    <div className="flex max-h-48 items-center gap-3 overflow-auto border-b border-line px-3 py-2">
      <div className="min-w-0 flex-1">
        <ProblemNote error={problem} />
      </div>
      {rights && <LinkButton href={`/titles/${title}/cast`}>{t('toCast')}</LinkButton>}
    </div>
  );
}
