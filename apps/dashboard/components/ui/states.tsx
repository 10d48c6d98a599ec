'use client';

import type { ReactElement, ReactNode } from 'react';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from './classes.ts';
import { ProblemNote } from './problemNote.tsx';

/** Says that something is on its way. */
export function Loading({ what }: { readonly what?: string }): ReactElement {
  const t = useTranslations('common');
  return (
    <p role="status" className="flex items-center gap-2 p-4 text-dim">
      <LoaderCircle size={16} aria-hidden className="animate-spin" />
      {what ?? t('loading')}
    </p>
  );
}

interface EmptyProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing yet, and says what to do. */
export function Empty({ icon: Icon, title, children }: EmptyProps): ReactElement {
  return (
    <div className="flex flex-col items-center gap-2 p-10 text-center text-dim">
      {Icon && <Icon size={28} aria-hidden className="text-faint" />}
      <p className="text-base text-text">{title}</p>
      {children}
    </div>
  );
}

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what was asked for once it is there; before, that it is coming, or why it does not. */
export function Await<Data>({
  of,
  children,
}: {
  readonly of: Asked<Data>;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null && of.error !== undefined) {
    return (
      <div className="p-4">
        <ProblemNote error={of.error} onRetry={() => void of.refetch()} />
      </div>
    );
  }
  return <Loading />;
}

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; without it nobody knows how much there is. */
  readonly share?: number | null;
  readonly className?: string;
}

/** How far something is. */
export function Progress({ label, share, className }: ProgressProps): ReactElement {
  const known = share !== undefined && share !== null;
  const percent = known ? Math.round(Math.min(1, Math.max(0, share)) * 100) : undefined;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classes('h-1.5 w-full overflow-hidden rounded-sm bg-hover', className)}
    >
      <div
        className={classes('h-full bg-accent', !known && 'w-1/3 animate-pulse')}
        style={known ? { width: `${percent}%` } : undefined}
      />
    </div>
  );
}

const TONES = {
  plain: 'border-line text-dim',
  good: 'border-good/60 text-good',
  warn: 'border-warn/60 text-warn',
  bad: 'border-bad/60 text-bad',
  accent: 'border-accent/60 text-accent',
} as const;

/** How a small sign looks. */
export type Tone = keyof typeof TONES;

/** A small sign with a word. */
export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

/** Keys to press. */
export const Keys = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <kbd className="rounded-sm border border-line bg-raised px-1.5 font-mono text-xs text-text">{children}</kbd>
);
