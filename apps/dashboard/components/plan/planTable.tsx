import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Empty, VirtualRows } from '#components/ui/index.ts';
import { canRender } from './choice.ts';
import { COLUMNS, ROW } from './columns.ts';
import type { Kind } from './kinds.ts';
import { LineRow } from './lineRow.tsx';
import type { PlanGroup } from './planGroups.ts';
import { keyOfRow, type PlanRow } from './planView.ts';
import { ShotRow } from './shotRow.tsx';
import type { Choosing } from './useChoice.ts';
import type { Cursor } from './useCursor.ts';
import type { PlanFacts } from './usePlanData.ts';

interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  readonly groups: readonly PlanGroup[];
  readonly facts: PlanFacts;
  readonly choosing: Choosing;
  readonly cursor: Cursor;
  /** The shots whose performers may not be rendered yet, by their ids. */
  readonly blocked: ReadonlySet<string>;
}

/** What a plan found, shot by shot and line by line. */
export function PlanTable({ rows, groups, facts, choosing, cursor, blocked }: PlanTableProps): ReactElement {
  const t = useTranslations('plan');
  return (
    <div ref={cursor.box} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-x-auto">
      <div className="flex min-h-0 min-w-3xl flex-1 flex-col">
        <Heads groups={groups} choosing={choosing} kind={facts.kind} />
        {rows.length === 0 ? (
          <Empty title={t('nothingHere')} />
        ) : (
          <VirtualRows
            label={t(facts.kind === 'dub' ? 'linesByShot' : 'shotsByFilm')}
            rows={rows}
            rowHeight={ROW}
            keyOf={keyOfRow}
            reveal={cursor.at}
            className="flex-1"
            show={(row) => {
              const current = keyOfRow(row) === cursor.key;
              if (row.kind === 'unheard') return <Unheard count={row.count} />;
              if (row.kind === 'line') return <LineRow {...{ row, facts, current }} onPoint={cursor.point} />;
              return (
                <ShotRow
                  {...{ row, facts, current }}
                  chosen={row.group.shot !== null && choosing.chosen.has(row.group.shot)}
                  blocked={row.group.shot !== null && blocked.has(row.group.shot)}
                  onToggle={choosing.toggle}
                  onPoint={cursor.point}
                />
              );
            }}
          />
        )}
      </div>
    </div>
  );
}

const HEADS = {
  dub: ['headShot', 'headMismatch', 'headFrames', 'headMouths', 'headTime', 'headState'],
  replacement: ['headOnlyShot', 'headLeft', 'headFrames', 'headFaces', 'headTime', 'headState'],
} as const;

/** The heads above numbers. */
const NUMBERS: readonly string[] = ['headFrames', 'headMouths', 'headFaces', 'headTime'];

interface HeadsProps {
  readonly groups: readonly PlanGroup[];
  readonly choosing: Choosing;
  readonly kind: Kind;
}

function Heads({ groups, kind, choosing: { chosen, chooseAll, chooseNone } }: HeadsProps): ReactElement {
  const t = useTranslations('plan');
  const box = useRef<HTMLInputElement>(null);
  const possible = groups.filter(canRender);
  const there = possible.filter(({ shot }) => chosen.has(shot!)).length;
  const all = possible.length > 0 && there === possible.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = there > 0 && !all;
  }, [there, all]);
  return (
    <div className={`${COLUMNS} h-8 shrink-0 border-b border-line text-dim`}>
      <label className="flex size-6 items-center justify-center" title={t('chooseAll')}>
        <input
          ref={box}
          type="checkbox"
          aria-label={t('chooseAll')}
          className="size-4 accent-accent"
          checked={all}
          disabled={possible.length === 0}
          onChange={() => (all ? chooseNone() : chooseAll())}
        />
      </label>
      <span aria-hidden />
      {HEADS[kind].map((head) => (
        <span key={head} aria-hidden className={NUMBERS.includes(head) ? 'text-right' : 'truncate'}>
          {t(head)}
        </span>
      ))}
    </div>
  );
}

function Unheard({ count }: { readonly count: number }): ReactElement {
  const t = useTranslations('plan');
  return (
    <div className="flex h-full items-center border-b border-line/60 bg-raised px-3">
      <p className="font-semibold">{t('unheard', { count })}</p>
    </div>
  );
}
