import { useMemo } from 'react';
import { useCharacters, type Character } from '#lib/api/cast.ts';
import { useLines, type Line } from '#lib/api/lines.ts';
import {
  usePlanInFull,
  usePlannedLines,
  usePlansOfDub,
  type Plan,
  type PlanInFull,
  type PlannedLine,
} from '#lib/api/planLines.ts';
import { useScripts, type Script } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import { listLines, type ListedLine } from './lineList.ts';

/** All that the line editor knows of a dub. */
export interface EditorData {
  readonly script: Script;
  /** All lines of the script that have come so far. */
  readonly lines: readonly ListedLine[];
  readonly characters: readonly Character[];
  /** The newest plan, however far it is; `null` before the first. */
  readonly newest: Plan | null | undefined;
  /** The newest plan that found out something about this script; `null` where there is none. */
  readonly plan: PlanInFull | null | undefined;
}

/** The editor's data while they come; `script` is `null` where the dub has none. */
export interface EditorDataAsked {
  readonly data: EditorData | { readonly script: null } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const NO_LINES: readonly Line[] = [];
const NOTHING_PLANNED: readonly PlannedLine[] = [];
const NO_CHARACTERS: readonly Character[] = [];

/** Gathers what the line editor shows of a dub. */
export function useEditorData(dub: Dub): EditorDataAsked {
  const may = useMay();
  const scripts = useScripts(dub.id);
  const script = scripts.data?.[0];
  const lines = useLines(script?.id);
  const characters = useCharacters(dub.title, may('characters:read')).data ?? NO_CHARACTERS;
  const mayPlan = may('plans:read');
  const plans = usePlansOfDub(dub.id, mayPlan).data ?? (mayPlan ? undefined : { newest: null, ready: null });
  const ready = plans?.ready ?? null;
  // The plan of an earlier script numbers other lines.
  const own = ready !== null && script !== undefined && ready.madeAt >= script.madeAt ? ready : null;
  const full = usePlanInFull(own?.id).data;
  const planned = usePlannedLines(own?.id).data ?? NOTHING_PLANNED;
  const { data } = lines;
  const listed = useMemo(() => listLines(data ?? NO_LINES, planned, characters), [data, planned, characters]);
  return {
    data:
      script === undefined
        ? scripts.data && { script: null }
        : data && {
            ...{ script, characters, lines: listed },
            newest: plans?.newest,
            plan: plans === undefined ? undefined : own === null ? null : full,
          },
    error: scripts.error ?? lines.error,
    refetch: () => Promise.all([scripts.refetch(), lines.refetch()]),
  };
}
