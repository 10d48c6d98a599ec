'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { Performer } from '#lib/api/cast.ts';
import type { CardActs } from './cardActs.ts';
import { PerformerCard } from './performerCard.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';
import type { Board } from './useBoard.ts';
import type { Drag } from './useCarrying.tsx';
import { useGrowing } from './useGrowing.ts';
import type { Timecodes } from './useTimecodes.ts';
import type { Seen } from './whereSeen.ts';

/** What is known of everybody on the board. */
export interface CastFacts {
  readonly seen: ReadonlyMap<string, Seen>;
  readonly timecodeOf: Timecodes;
  /** The names of the parts that each performer plays, joined so that equal ones are equal. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
}

interface CardGridProps {
  readonly label: string;
  readonly performers: readonly Performer[];
  readonly facts: CastFacts;
  readonly board: Board;
  readonly drag: Drag | null;
  readonly acts: CardActs;
  readonly rights: RightsOfCast | null;
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
}

const NO_PARTS: readonly string[] = [];

/** Faces beside each other, as many in a line as there is room for. */
export function CardGrid({
  label,
  performers,
  facts,
  board,
  drag,
  acts,
  ...more
}: CardGridProps): ReactElement {
  const t = useTranslations('cast');
  const first = performers.findIndex(({ id }) => id === board.current);
  const { shown, end } = useGrowing(performers.length, first);
  const { rights, mayEdit, mayRecord } = more;
  const carried = drag?.carried.kind === 'performers' ? drag.carried.ids : null;
  const lifted = new Set(carried ?? board.joining ?? []);
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-3 2xl:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]"
    >
      {performers.slice(0, shown).map((performer) => {
        const { id } = performer;
        const where = facts.seen.get(id);
        return (
          <PerformerCard
            key={id}
            performer={performer}
            first={where ? facts.timecodeOf(where.first.frame) : null}
            strip={where?.strip ?? ''}
            parts={facts.partsOf.get(id) ?? NO_PARTS}
            signsOf={rights?.signsOf ?? null}
            acts={acts}
            chosen={board.chosen.has(id)}
            current={board.current === id}
            renaming={board.renaming === id}
            over={drag?.over?.kind === 'performer' && drag.over.id === id && !lifted.has(id)}
            lifted={lifted.has(id)}
            joining={board.joining !== null}
            mayEdit={mayEdit}
            mayRecord={mayRecord}
          />
        );
      })}
      {shown < performers.length && (
        <li key={`end-${shown}`} ref={end} className="p-4 text-dim">
          {t('moreBelow', { count: performers.length - shown })}
        </li>
      )}
    </ul>
  );
}
