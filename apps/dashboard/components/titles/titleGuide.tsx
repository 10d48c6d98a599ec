'use client';

import { useEffect, useState, type ReactElement } from 'react';
import Link from 'next/link';
import { CircleArrowRight, CircleCheck, CircleDashed, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, IconButton } from '#components/ui/index.ts';
import { useTitleSummary } from '#lib/api/overview.ts';
import { useBases } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { titleSteps, type Step } from './titleSteps.ts';

/** Where it is kept that somebody knows the way. */
const DISMISSED = 'mondwerk.guideDismissed';

interface TitleGuideProps {
  readonly title: string;
  /** Its name, where the page does not say of which title the steps are. */
  readonly name?: string;
}

/** The steps from a film to its delivery, for those who make dubs, until they are done or dismissed. */
export function TitleGuide({ title, name }: TitleGuideProps): ReactElement | null {
  const may = useMay();
  const [dismissed, setDismissed] = useState(true);
  useEffect(() => setDismissed(localStorage.getItem(DISMISSED) === 'true'), []);
  if (dismissed || !may('plans:create')) return null;
  const dismiss = (): void => {
    localStorage.setItem(DISMISSED, 'true');
    setDismissed(true);
  };
  return <Steps title={title} name={name} onDismiss={dismiss} />;
}

interface StepsProps extends TitleGuideProps {
  readonly onDismiss: () => void;
}

function Steps({ title, name, onDismiss }: StepsProps): ReactElement | null {
  const t = useTranslations('guide');
  const { data: summary } = useTitleSummary(title);
  const { data: bases } = useBases(title, true);
  if (summary === undefined || bases === undefined) return null;
  const anyBasis = bases.some(({ revokedAt }) => revokedAt === null);
  const steps = titleSteps(title, summary, { anyBasis });
  const next = steps.find(({ done }) => !done);
  if (next === undefined) return null;
  return (
    <nav
      aria-label={name === undefined ? t('way') : t('wayOf', { name })}
      className="flex shrink-0 items-center gap-3 border-b border-line bg-panel px-4 py-1"
    >
      {name !== undefined && <span className="hidden max-w-60 truncate text-dim md:inline">{name}</span>}
      <ol className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
        {steps.map((step) => (
          <StepLink key={step.name} step={step} next={step === next} />
        ))}
      </ol>
      <IconButton icon={X} label={t('dismiss')} onClick={onDismiss} />
    </nav>
  );
}

function StepLink({
  step: { name, done, href },
  next,
}: {
  readonly step: Step;
  readonly next: boolean;
}): ReactElement {
  const t = useTranslations('guide');
  const Sign = done ? CircleCheck : next ? CircleArrowRight : CircleDashed;
  const colour = done ? 'text-good' : next ? 'text-accent' : 'text-faint';
  return (
    <li>
      <Link
        href={href}
        aria-current={next ? 'step' : undefined}
        className={classes(
          'flex min-h-6 items-center gap-1.5 rounded-md px-2 hover:bg-hover',
          next ? 'font-semibold text-text' : 'text-dim',
        )}
      >
        <Sign size={14} aria-hidden className={colour} />
        {t(name)}
        <span className="sr-only">({t(done ? 'done' : next ? 'next' : 'later')})</span>
      </Link>
    </li>
  );
}
