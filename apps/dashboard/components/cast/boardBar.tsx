'use client';

import { useState, type ReactElement } from 'react';
import { EyeOff, Merge, ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { IgnoreBrief } from './ignoreBrief.tsx';
import type { Board } from './useBoard.ts';

interface BoardBarProps {
  readonly board: Board;
  readonly performers: readonly Performer[];
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
  readonly onIgnore: (ids: readonly string[]) => void;
  readonly onIgnoreAll: (performers: readonly Performer[]) => void;
  readonly onRecord: (ids: readonly string[]) => void;
}

/** The bar above the faces: how many there are; what to do with those that are chosen; whom to say next. */
export function BoardBar(props: BoardBarProps): ReactElement {
  const { board, performers, mayEdit, onIgnoreAll } = props;
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const [brief, askBrief] = useState(false);
  const extras = performers.filter(({ ignored }) => ignored).length;
  const names = performers.filter(({ id }) => board.joining?.includes(id)).map(({ name }) => name);
  return (
    <div
      role="toolbar"
      aria-label={t('cast')}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-1"
    >
      {board.joining !== null ? (
        <>
          <p role="status" className="text-accent">
            {t('joinWhom', { names: names.join(', ') })}
          </p>
          <Button kind="quiet" onClick={() => board.join(null)}>
            {words('cancel')}
          </Button>
        </>
      ) : board.chosen.size > 0 ? (
        <ChosenActs {...props} />
      ) : (
        <p className="text-dim">{t('counts', { performers: performers.length - extras, extras })}</p>
      )}
      <div className="ml-auto">
        <Button
          icon={EyeOff}
          disabled={!mayEdit || performers.length === extras}
          title={mayEdit ? undefined : words('notAllowed')}
          onClick={() => askBrief(true)}
        >
          {t('ignoreBrief')}
        </Button>
      </div>
      <IgnoreBrief
        open={brief}
        onClose={() => askBrief(false)}
        performers={performers}
        onIgnore={onIgnoreAll}
      />
    </div>
  );
}

function ChosenActs({ board, mayEdit, mayRecord, onIgnore, onRecord }: BoardBarProps): ReactElement {
  const t = useTranslations('cast');
  const words = useTranslations('common');
  const ids = [...board.chosen];
  return (
    <>
      <p role="status">{t('chosen', { count: ids.length })}</p>
      <Button icon={Merge} disabled={!mayEdit} onClick={() => board.join(ids)}>
        {t('mergeWith')}
      </Button>
      <Button icon={EyeOff} disabled={!mayEdit} onClick={() => onIgnore(ids)}>
        {t('ignoreThem')}
      </Button>
      <Button
        icon={ScrollText}
        disabled={!mayRecord}
        title={mayRecord ? undefined : words('notAllowed')}
        onClick={() => onRecord(ids)}
      >
        {t('recordForChosen')}
      </Button>
      <Button kind="quiet" onClick={() => board.choose([])}>
        {t('chooseNone')}
      </Button>
    </>
  );
}
