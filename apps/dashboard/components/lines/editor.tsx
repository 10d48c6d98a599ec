'use client';

import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '#components/ui/index.ts';
import type { ChangesOfMany, Line } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import { useFrameTimes } from '#lib/film/index.ts';
import { ConflictDialog } from './conflictDialog.tsx';
import { ALL_LINES, filterLines, type LineFilter, type ListedLine } from './lineList.ts';
import { LineListPane } from './lineListPane.tsx';
import { LinePane } from './linePane.tsx';
import { markedUpTo, markSwitched, NO_MARKS } from './marks.ts';
import { PlanNote } from './planNote.tsx';
import { useCalm } from './useCalm.ts';
import { useChecking } from './useChecking.ts';
import { useChosenLine } from './useChosenLine.ts';
import type { EditorData } from './useEditorData.ts';
import { useListKeys } from './useEditorKeys.ts';
import { useLineChanges } from './useLineChanges.ts';

interface EditorProps {
  readonly dub: Dub;
  readonly data: EditorData;
}

/** The list of lines, and the one that is worked on. */
export function Editor({ dub, data }: EditorProps): ReactElement {
  const t = useTranslations('lines');
  const { lines, characters, script } = data;
  const [index, setIndex] = useChosenLine();
  const [filter, setFilter] = useState<LineFilter>(ALL_LINES);
  const [marks, setMarks] = useState(NO_MARKS);
  const [editing, setEditing] = useState(false);
  const mayEdit = useMay()('lines:edit');
  const times = useFrameTimes(dub.source).data;
  const changes = useLineChanges(script.id, dub.id);
  const checking = useChecking(dub.id);
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter]);
  const chosen = lines[Math.min(index, lines.length - 1)] as ListedLine | undefined;
  const calm = useCalm(chosen?.line.index ?? 0);
  const worked = (lines[calm] as ListedLine | undefined) ?? chosen;
  useSaveOnLeaving(worked?.line, changes.edits.save);
  const choose = ({ line }: ListedLine): void => {
    setEditing(false);
    setIndex(line.index);
  };
  const beside = (way: 1 | -1): ListedLine | undefined => {
    const at = shown.findIndex(({ line }) => line.id === chosen?.line.id);
    return at === -1 ? shown[0] : shown[at + way];
  };
  const mark = ({ line }: ListedLine, upTo: boolean): void =>
    setMarks((before) =>
      upTo
        ? markedUpTo(
            before,
            line.id,
            shown.map(({ line: { id } }) => id),
            chosen?.line.id ?? line.id,
          )
        : markSwitched(before, line.id),
    );
  const marked = (): Line[] => lines.filter(({ line }) => marks.lines.has(line.id)).map(({ line }) => line);
  const changeMarked = (what: ChangesOfMany): void => void changes.changeMany(marked(), what);
  useListKeys({
    move: (way, marking) => {
      const next = beside(way);
      if (next === undefined) return;
      if (marking) mark(next, true);
      choose(next);
    },
    mark: () => chosen && mark(chosen, false),
    unmark: () => setMarks(NO_MARKS),
    editText: () => setEditing(mayEdit),
    offScreen: () => {
      if (!mayEdit || chosen === undefined) return;
      const offScreen = !chosen.line.offScreen;
      if (marks.lines.size > 0) changeMarked({ offScreen });
      else void changes.change(chosen.line, { offScreen });
    },
  });
  const { conflict } = changes;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PlanNote data={data} checking={checking} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)]">
        <LineListPane
          all={lines.length}
          {...{ shown, characters, filter, times }}
          chosen={chosen?.line.id}
          marked={marks.lines}
          onFilter={setFilter}
          onChoose={choose}
          onMark={mark}
          onMarkAll={() => setMarks({ lines: new Set(shown.map(({ line }) => line.id)), from: null })}
          onUnmark={() => setMarks(NO_MARKS)}
          onEdit={() => setEditing(mayEdit)}
          onChangeMarked={changeMarked}
        />
        {worked === undefined ? (
          <Empty title={t('noLines')} />
        ) : (
          <LinePane
            {...{ dub, data, times, changes, checking, editing }}
            listed={worked}
            onEditing={setEditing}
          />
        )}
      </div>
      {conflict !== null && (
        <ConflictDialog
          {...{ conflict, characters }}
          onTheirs={changes.keepTheirs}
          onMine={changes.useMine}
        />
      )}
    </div>
  );
}

/** What is not saved of a line is saved when one goes to another one. */
function useSaveOnLeaving(line: Line | undefined, save: (line: Line) => Promise<void>): void {
  const before = useRef(line);
  useEffect(() => {
    if (before.current !== undefined && before.current.id !== line?.id) void save(before.current);
    before.current = line;
  }, [line, save]);
}
