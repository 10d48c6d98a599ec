'use client';

import { useId, type ReactElement, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, CopyButton } from '#components/ui/index.ts';

interface ShownOnceProps {
  readonly label: string;
  readonly secret: string;
  /** What else one should know about it. */
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** Shows what is told once, to be copied before it is gone. */
export function ShownOnce({ label, secret, children, onDone }: ShownOnceProps): ReactElement {
  const t = useTranslations('studio');
  const id = useId();
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="flex items-start gap-2 text-warn">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
        {t('shownOnce')}
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-dim">
          {label}
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
            className="h-7 min-w-0 flex-1 rounded-md border border-edge bg-ground px-2 font-mono text-xs"
          />
          <CopyButton text={secret} kind="main" />
        </div>
      </div>
      {children !== undefined && <div className="text-dim">{children}</div>}
      <div className="flex justify-end">
        <Button onClick={onDone}>{t('finished')}</Button>
      </div>
    </div>
  );
}
