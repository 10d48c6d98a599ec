import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Line, LineActs, LineSettings } from '#lib/api/lines.ts';
import { did, openHistory, redone, undone, type History } from './history.ts';
import { sameSettings } from './lineSettings.ts';

/** What somebody has changed of a line's settings on this page, and of which version of the line. */
interface Kept {
  readonly history: History<LineSettings>;
  readonly base: Line;
}

/** The settings of a line as they are on this page. */
export interface EditedLine {
  readonly settings: LineSettings;
  /** Whether something of it is not saved. */
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Edits of the settings of lines; each line keeps its own way back, also when one comes back to it later. */
export interface LineEdits {
  readonly of: (line: Line) => EditedLine;
  /** `what` names what is edited: more of the same soon after is undone with it. */
  readonly edit: (line: Line, change: (settings: LineSettings) => LineSettings, what: string) => void;
  readonly undo: (line: Line) => void;
  readonly redo: (line: Line) => void;
  /** Saves what is not saved of a line. Failures are told to `failed`, which may save it after all. */
  readonly save: (line: Line) => Promise<void>;
  /** Forgets what was changed of a line on this page. */
  readonly forget: (line: Line) => void;
  /** Whether something of any line is not saved. */
  readonly unsaved: boolean;
}

/** Lets the settings of lines be edited; what is not saved yet when the page is left is saved then. */
export function useLineEdits(
  { change }: LineActs,
  failed: (line: Line, settings: LineSettings, error: unknown) => Promise<Line | undefined>,
): LineEdits {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const latest = useRef({ kept, failed });
  useEffect(() => {
    latest.current = { kept, failed };
  });
  const put = useCallback((line: Line, now: (before: Kept) => Kept) => {
    setKept((before) => new Map(before).set(line.id, now(keptOf(before, line))));
  }, []);
  const save = useCallback(
    async (line: Line) => {
      const own = latest.current.kept.get(line.id);
      if (own === undefined || !isUnsaved(own)) return;
      const settings = own.history.now;
      // Until the server has answered it counts as saved, so that it is not sent twice.
      put(line, ({ history, base }) => ({ history, base: { ...base, settings } }));
      try {
        const base = await change(own.base, { settings });
        put(line, ({ history }) => ({ history, base }));
      } catch (error) {
        put(line, ({ history }) => ({ history, base: own.base }));
        const base = await latest.current.failed(own.base, settings, error);
        if (base !== undefined) put(line, ({ history }) => ({ history, base }));
      }
    },
    [change, put],
  );
  useEffect(
    () => () => {
      for (const { base } of latest.current.kept.values()) void save(base);
    },
    [save],
  );
  const unsaved = useMemo(() => [...kept.values()].some(isUnsaved), [kept]);
  useWarning(unsaved);
  return useMemo(
    () => ({
      of: (line) => editedLine(keptOf(kept, line)),
      edit: (line, changed, what) =>
        put(line, ({ history, base }) => ({
          history: did(history, changed(history.now), what, Date.now()),
          base,
        })),
      undo: (line) => put(line, ({ history, base }) => ({ history: undone(history), base })),
      redo: (line) => put(line, ({ history, base }) => ({ history: redone(history), base })),
      save,
      forget: (line) => setKept((before) => new Map([...before].filter(([id]) => id !== line.id))),
      unsaved,
    }),
    [kept, put, save, unsaved],
  );
}

/** What is kept of a line; where nothing of it is unsaved, somebody else's newer settings count. */
function keptOf(kept: ReadonlyMap<string, Kept>, line: Line): Kept {
  const own = kept.get(line.id);
  const fresh = { history: openHistory(line.settings), base: line };
  if (own === undefined) return fresh;
  const moved = line.version > own.base.version && !sameSettings(line.settings, own.base.settings);
  return moved && !isUnsaved(own) ? fresh : own;
}

const isUnsaved = ({ history, base }: Kept): boolean => !sameSettings(history.now, base.settings);

const editedLine = (own: Kept): EditedLine => ({
  settings: own.history.now,
  unsaved: isUnsaved(own),
  canUndo: own.history.past.length > 0,
  canRedo: own.history.future.length > 0,
});

/** Asks whoever closes the page before something is lost. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
