import type { ReactElement } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, IconButton, Panel, useToasts } from '#components/ui/index.ts';
import { usePlanInFull, usePlansOfDub } from '#lib/api/planLines.ts';
import { footageOf, useEditReplacement, type DonorFootage, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { FootageField, FootageLine } from './footageField.tsx';
import { PersonField, type FoundPerson } from './personField.tsx';
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
  const edit = useEditReplacement();
  const may = useMay()('replacements:edit');
  const desk = useFootage(title, replacement.id);
  const { id, donors } = replacement;
  const there = new Set(donors.map(({ upload }) => upload));
  const files = desk.files.filter(
    ({ upload, meantFor }) => !(upload !== null && there.has(upload)) && (meantFor ?? id) === id,
  );
  const found = useFound(id);
  const change = (changes: (all: DonorFootage[]) => DonorFootage[]): void =>
    void edit(id, (now) => ({ donors: changes(footageOf(now)) })).catch(fail);
  const remove = (gone: string): void => change((all) => all.filter(({ upload }) => upload !== gone));
  const choose = (file: string, person: string | null): void =>
    change((all) => all.map((each) => (each.upload === file ? { ...each, person } : each)));
  return (
    <Panel title={t('footage')}>
      <div className="flex flex-col gap-2 p-3">
        {donors.length === 0 && files.length === 0 && (
          <p className={ofFilm ? 'text-dim' : 'text-warn'}>{t(ofFilm ? 'footageNone' : 'flaw-footage')}</p>
        )}
        <FootageField
          {...{ desk, files }}
          bare
          hint={ofFilm ? t('footageOfFilm', { name: replacement.shown.name }) : t('footageHint')}
          onUse={(file) => desk.use([file], id)}
        >
          {donors.map(({ upload, name, person }) => (
            <FootageLine
              key={upload}
              name={name}
              standing={
                <>
                  {(found.get(name)?.length ?? 0) > 1 && (
                    <PersonField
                      name={name}
                      people={found.get(name)!}
                      chosen={person}
                      disabled={!may}
                      onChoose={(chosen) => choose(upload, chosen)}
                    />
                  )}
                  <Badge tone="good">{t('used')}</Badge>
                </>
              }
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

/** Whom the newest plan found in each file, by the file's name, as far as it has come. */
function useFound(replacement: string): ReadonlyMap<string, readonly FoundPerson[]> {
  const newest = usePlansOfDub(replacement, useMay()('plans:read')).data?.newest;
  const faces = usePlanInFull(newest?.id).data?.faces;
  return new Map(faces?.donors?.map(({ name, people }) => [name, people]));
}
