'use client';

import { useSyncExternalStore, type ReactElement } from 'react';
import { Keyboard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { showKeyboardMap, SINGLE_KEYS_OFF } from '#components/keyboard/index.ts';
import { Button, CheckField } from '#components/ui/index.ts';

const areOff = (): boolean => localStorage.getItem(SINGLE_KEYS_OFF) === 'true';

function setOff(off: boolean): void {
  localStorage.setItem(SINGLE_KEYS_OFF, String(off));
  // The browser tells only its other windows.
  window.dispatchEvent(new Event('storage'));
}

function whenChanged(tell: () => void): () => void {
  window.addEventListener('storage', tell);
  return () => window.removeEventListener('storage', tell);
}

/** Whether keys of a single letter do something. */
export function KeySettings(): ReactElement {
  const t = useTranslations('studio');
  const off = useSyncExternalStore(whenChanged, areOff, () => false);
  return (
    <div className="flex flex-col items-start gap-3 p-3">
      <CheckField
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={!off}
        onChange={(event) => setOff(!event.currentTarget.checked)}
      />
      <Button icon={Keyboard} onClick={showKeyboardMap}>
        {t('showKeyMap')}
      </Button>
    </div>
  );
}
