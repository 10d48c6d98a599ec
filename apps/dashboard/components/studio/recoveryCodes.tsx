'use client';

import { useMemo, type ReactElement } from 'react';
import { Download, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, CopyButton } from '#components/ui/index.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Has the browser save a text as a file. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Shows the codes that let one in without the app, once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps): ReactElement {
  const t = useTranslations();
  const text = useMemo(() => `${codes.join('\n')}\n`, [codes]);
  return (
    <div className="flex flex-col gap-3">
      <h3>{t('studio.recoveryCodes')}</h3>
      <p role="status" className="flex items-start gap-2 text-warn">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
        {t('studio.shownOnce')}
      </p>
      <p>{t('studio.recoveryText')}</p>
      <ul
        aria-label={t('studio.recoveryCodes')}
        className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md border border-line bg-ground p-3 font-mono"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} kind="main" />
        <Button icon={Download} onClick={() => save('mondwerk-recovery-codes.txt', text)}>
          {t('common.download')}
        </Button>
        <Button className="ml-auto" onClick={onDone}>
          {t('studio.finished')}
        </Button>
      </div>
    </div>
  );
}
