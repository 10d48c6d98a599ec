import { useCallback, useMemo, useState } from 'react';
import { Refusal } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { useLineActs, whoChanged, type ChangesOfMany, type Line, type LineChanges } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import { clashes, type Conflict } from './conflict.ts';
import { useLineEdits, type LineEdits } from './useLineEdits.ts';

/** Everything that is changed of lines on this page, and what came between. */
export interface LineEditing {
  readonly edits: LineEdits;
  /** Changes what a line says, when, or who says it: saved at once, and it can be undone. */
  readonly change: (line: Line, changes: LineChanges) => Promise<void>;
  /** The same for many lines. */
  readonly changeMany: (lines: readonly Line[], changes: ChangesOfMany) => Promise<void>;
  /** Somebody else was faster. */
  readonly conflict: Conflict | null;
  readonly keepTheirs: () => void;
  readonly useMine: () => Promise<void>;
}

/** Lets lines be changed; where two people change the same one, it asks which change counts. */
export function useLineChanges(script: string, dub: string): LineEditing {
  const t = useTranslations('lines');
  const { say, fail } = useToasts();
  const mayAudit = useMay()('audit:read');
  const acts = useLineActs(script, dub);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const failed = useCallback(
    async (line: Line, mine: LineChanges, error: unknown): Promise<Line | undefined> => {
      try {
        if (!isStale(error)) throw error;
        const theirs = await acts.lookAgain(line);
        if (theirs !== undefined && !clashes({ line, mine, theirs })) return await acts.change(theirs, mine);
        const who = mayAudit ? await whoChanged(line.id).catch(() => null) : null;
        setConflict({ line, mine, theirs, who });
      } catch (failure) {
        fail(failure);
      }
      return undefined;
    },
    [acts, fail, mayAudit],
  );
  const edits = useLineEdits(
    acts,
    useCallback((line, settings, error) => failed(line, { settings }, error), [failed]),
  );
  return useMemo(
    () => ({
      edits,
      conflict,
      change: async (line, changes) => {
        try {
          const now = await acts.change(line, changes);
          const undo = (): Promise<unknown> => acts.change(now, backTo(line, changes)).catch(fail);
          say({ text: t('changed', { number: line.index + 1 }), undo });
        } catch (error) {
          await failed(line, changes, error);
        }
      },
      changeMany: async (lines, changes) => {
        try {
          const count = await acts.changeMany(lines, changes);
          say({ text: t('changedMany', { count }), ...undoMany(acts.changeMany, lines, changes, fail) });
        } catch (error) {
          fail(error);
        }
      },
      keepTheirs: () => {
        if (conflict !== null) edits.forget(conflict.line);
        setConflict(null);
      },
      useMine: async () => {
        if (conflict?.theirs === undefined) return;
        const { theirs, mine } = conflict;
        setConflict(null);
        try {
          await acts.change(theirs, mine);
          edits.forget(theirs);
        } catch (error) {
          await failed(theirs, mine, error);
        }
      },
    }),
    [acts, edits, conflict, fail, failed, say, t],
  );
}

const isStale = (error: unknown): boolean => error instanceof Refusal && error.code === 'version-stale';

/** What takes changes of a line back. */
function backTo(
  { text, start, end, character, offScreen, settings }: Line,
  changes: LineChanges,
): LineChanges {
  const times = start === null || end === null ? null : { start, end };
  const all = { text, times, character, offScreen, settings };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in changes));
}

/** Gives lines back to whom they were; bent mouths cannot be brought back for many at once. */
function undoMany(
  changeMany: (lines: readonly Line[], changes: ChangesOfMany) => Promise<number>,
  lines: readonly Line[],
  changes: ChangesOfMany,
  fail: (error: unknown) => void,
): { readonly undo?: () => Promise<void> } {
  if (changes.settings !== undefined) return {};
  const groups = Map.groupBy(lines, ({ character, offScreen }) => `${character} ${offScreen}`);
  return {
    undo: async () => {
      for (const group of groups.values()) {
        const { character, offScreen } = group[0];
        await changeMany(group, {
          ...(changes.character !== undefined && { character }),
          ...(changes.offScreen !== undefined && { offScreen }),
        }).catch(fail);
      }
    },
  };
}
