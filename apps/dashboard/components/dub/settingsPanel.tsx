'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button, CheckField, ConfirmDialog, Panel, useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { changeDub, deleteDub, type DubSettings } from '#lib/api/dubs.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

const SETTINGS: readonly (keyof DubSettings)[] = ['fitVoice', 'voiceAsIs', 'followLoudness', 'onlyVisible'];

/** How a dub is laid to its film, and which of its mouths are rendered. */
export function SettingsPanel({ dub }: { readonly dub: Dub }): ReactElement {
  const t = useTranslations('dub');
  const locale = useLocale();
  const router = useRouter();
  const may = useMay();
  const { fail } = useToasts();
  const queries = useQueryClient();
  const changed = useChange('dubs', 'plans');
  const gone = useChange('dubs', 'titles');
  /** What was asked for and is not answered yet; it is shown at once. */
  const [asked, setAsked] = useState<Partial<DubSettings> | null>(null);
  const [deleting, setDeleting] = useState(false);
  const language = nameOfLanguage(dub.language, locale);
  const set = async (name: keyof DubSettings, on: boolean): Promise<void> => {
    setAsked({ [name]: on });
    await changed(changeDub(dub, { [name]: on }))
      .then((now) => queries.setQueryData(['dubs', dub.id], now))
      .catch(fail);
    setAsked(null);
  };
  return (
    <Panel title={t('settings')}>
      <div className="flex flex-col gap-3 p-3">
        {SETTINGS.map((name) => (
          <CheckField
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            checked={asked?.[name] ?? dub.settings[name]}
            disabled={!may('dubs:edit') || asked !== null}
            onChange={(event) => void set(name, event.currentTarget.checked)}
          />
        ))}
        {may('dubs:delete') && (
          <div>
            <Button kind="quiet" icon={Trash2} onClick={() => setDeleting(true)}>
              {t('deleteDub', { language })}
            </Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteDubTitle', { language })}
        act={t('deleteDub', { language })}
        onConfirm={async () => {
          await gone(deleteDub(dub.id));
          router.push(`/titles/${dub.title}`);
        }}
      >
        {t('deleteDubWhat')}
      </ConfirmDialog>
    </Panel>
  );
}
