import type { ReactElement } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, IconButton, Panel, useToasts } from '#components/ui/index.ts';
import { useChange } from '#lib/api/change.ts';
import { changeReplacement, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { FootageField, FootageLine } from './footageField.tsx';
import { useFootage } from './useFootage.ts';

interface FootagePanelProps {
  readonly title: string;
  readonly replacement: Replacement;
  /** Whether the film itself shows the shown performer. */
  readonly ofFilm: boolean;
}

/** The footage of the shown performer: what belongs to a replacement, what is on its way, and what could. */
export function FootagePanel({ title, replacement, ofFilm }: FootagePanelProps): ReactElement {
  const t = useTranslations('replacement');
  const { fail } = useToasts();
  const change = useChange('dubs', 'uploads', 'plans', 'titles');
  const may = useMay()('replacements:edit');
  const desk = useFootage(title, replacement.id);
  const { id, donors } = replacement;
  const there = new Set(donors.map(({ upload }) => upload));
  const files = desk.files.filter(
    ({ upload, meantFor }) => !(upload !== null && there.has(upload)) && (meantFor ?? id) === id,
  );
  const remove = (gone: string): void => {
    const kept = donors.flatMap(({ upload, person }) => (upload === gone ? [] : [{ upload, person }]));
    change(changeReplacement(replacement, { donors: kept })).catch(fail);
  };
  return (
    <Panel title={t('footage')}>
      <div className="flex flex-col gap-2 p-3">
        {donors.length === 0 && files.length === 0 && (
          <p className={ofFilm ? 'text-dim' : 'text-warn'}>{t(ofFilm ? 'footageNone' : 'flaw-footage')}</p>
        )}
        <FootageField
          {...{ desk, files }}
          hint={ofFilm ? t('footageOfFilm', { name: replacement.shown.name }) : t('footageHint')}
          onUse={(file) => desk.use([file], id)}
        >
          {donors.map(({ upload, name }) => (
            <FootageLine
              key={upload}
              name={name}
              standing={<Badge tone="good">{t('used')}</Badge>}
              acts={
                <IconButton
                  icon={X}
                  label={t('removeFootage', { name })}
                  disabled={!may}
                  onClick={() => remove(upload)}
                />
              }
            />
          ))}
        </FootageField>
      </div>
    </Panel>
  );
}
