'use client';

import type { ReactElement } from 'react';
import { Eye, EyeOff, ListChecks, RotateCcw, Search, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton, SelectField } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import type { ChangesOfMany } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { ALL_LINES, FLAGS, type LineFilter, type ListedLine } from './lineList.ts';
import { LineListBox } from './lineListBox.tsx';
import { AS_SAID } from './lineSettings.ts';

interface LineListPaneProps {
  readonly all: number;
  readonly shown: readonly ListedLine[];
  readonly characters: readonly Character[];
  readonly filter: LineFilter;
  readonly onFilter: (filter: LineFilter) => void;
  readonly chosen: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly times: FrameTimes | undefined;
  readonly onChoose: (line: ListedLine) => void;
  readonly onMark: (line: ListedLine, upTo: boolean) => void;
  readonly onMarkAll: () => void;
  readonly onUnmark: () => void;
  readonly onEdit: () => void;
  /** Changes all marked lines. */
  readonly onChangeMarked: (changes: ChangesOfMany) => void;
}

/** All lines: to be searched, sifted, gone through, and changed many at once. */
export function LineListPane(props: LineListPaneProps): ReactElement {
  const { all, shown, filter, onFilter, chosen, marked, times, onChoose, onMark, onEdit } = props;
  const t = useTranslations('lines');
  return (
    <section aria-label={t('lines')} className="flex min-h-0 flex-col border-r border-line bg-panel">
      <Filters {...props} />
      {marked.size > 0 && <Marked {...props} />}
      <p className="border-b border-line px-2 py-0.5 text-xs text-faint" role="status">
        {shown.length === all ? t('count', { count: all }) : t('countOf', { count: shown.length, all })}
      </p>
      {shown.length === 0 ? (
        <div className="flex flex-col items-center gap-2 p-6 text-center text-dim">
          <p>{t('noneFound')}</p>
          <Button
            icon={X}
            onClick={() => onFilter({ ...ALL_LINES, text: '' })}
            disabled={filter === ALL_LINES}
          >
            {t('showAll')}
          </Button>
        </div>
      ) : (
        <LineListBox lines={shown} {...{ chosen, marked, times, onChoose, onMark, onEdit }} />
      )}
    </section>
  );
}

function Filters({ filter, onFilter, characters, onMarkAll }: LineListPaneProps): ReactElement {
  const t = useTranslations('lines');
  const common = useTranslations('common');
  return (
    <div className="flex flex-col gap-1.5 border-b border-line p-2">
      <div className="flex items-center gap-1">
        <div className="relative flex-1">
          <Search size={14} aria-hidden className="absolute top-1.5 left-2 text-faint" />
          <input
            type="search"
            aria-label={t('searchLines')}
            placeholder={common('search')}
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            id="line-search"
            className="h-7 w-full rounded-md border border-edge bg-ground pr-2 pl-7"
          />
        </div>
        <IconButton icon={ListChecks} label={t('markAll')} onClick={onMarkAll} />
      </div>
      <div className="grid grid-cols-2 gap-1.5">
        <SelectField
          bare
          label={t('only')}
          value={filter.only ?? ''}
          onChange={(event) =>
            onFilter({ ...filter, only: (event.currentTarget.value || null) as LineFilter['only'] })
          }
        >
          <option value="">{t('allLines')}</option>
          <option value="mismatch">{t('only-mismatch')}</option>
          <option value="nobody">{t('only-nobody')}</option>
          {FLAGS.map((flag) => (
            <option key={flag} value={flag}>
              {t(`flag-${flag}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          bare
          label={t('onlyOf')}
          value={filter.character ?? ''}
          onChange={(event) => onFilter({ ...filter, character: event.currentTarget.value || null })}
        >
          <option value="">{t('allCharacters')}</option>
          {characters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </div>
  );
}

/** What is done with the marked lines. */
function Marked({ marked, characters, onChangeMarked, onUnmark }: LineListPaneProps): ReactElement {
  const t = useTranslations('lines');
  const may = useMay()('lines:edit');
  const { offset, strength, leave } = AS_SAID;
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-line bg-raised p-2">
      <span className="flex-1">{t('markedCount', { count: marked.size })}</span>
      <IconButton icon={X} label={t('unmark')} onClick={onUnmark} />
      <div className="w-full">
        <SelectField
          bare
          label={t('characterOfMarked')}
          value=""
          disabled={!may}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onChangeMarked({ character: value === 'nobody' ? null : value });
          }}
        >
          <option value="">{t('giveThemTo')}</option>
          <option value="nobody">{t('nobody')}</option>
          {characters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Button icon={EyeOff} disabled={!may} onClick={() => onChangeMarked({ offScreen: true })}>
        {t('flag-off-screen')}
      </Button>
      <Button icon={Eye} disabled={!may} onClick={() => onChangeMarked({ offScreen: false })}>
        {t('onScreen')}
      </Button>
      <Button
        icon={RotateCcw}
        disabled={!may}
        onClick={() => onChangeMarked({ settings: { offset, strength, leave, cues: [] } })}
      >
        {t('asSaid')}
      </Button>
    </div>
  );
}
