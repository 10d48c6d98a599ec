import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { charactersKey } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { addOriginalScript, addScript } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import { addStem, useUnusedForDubs } from '#lib/api/stems.ts';
import { discardUpload } from '#lib/api/uploads.ts';
import { cancelUpload, dismissUpload, startUpload, useUploads, type BroughtFile } from '#lib/upload/index.ts';
import { broughtFiles, type Brought, type Decision } from './brought.ts';
import { purposeOf, type KnownNames } from './broughtKinds.ts';

/** The files that were brought for a dub, and what can be done with them. */
export interface BroughtDesk {
  readonly files: readonly Brought[];
  /** Has files sent; a decision may be there already. What a dub cannot use is told. */
  readonly bring: (files: readonly BroughtFile[], decision?: Decision) => Promise<void>;
  readonly decide: (key: string, decision: Decision) => void;
  /** Uses files as soon as they have arrived. */
  readonly use: (files: readonly Brought[]) => void;
  readonly remove: (file: Brought) => Promise<void>;
}

/** Brings files for a dub: they are sent at once, shown with what they seem to be, and used once somebody says so. */
export function useBrought(title: string, dub: string, known: KnownNames): BroughtDesk {
  const t = useTranslations('dub');
  const { say, fail } = useToasts();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const decide = useCallback(
    (key: string, decision: Decision) =>
      setDecisions((before) => new Map(before).set(key, { ...before.get(key), ...decision })),
    [],
  );
  const files = useFiles(title, known, decisions);
  useUse(title, dub, files, decide);
  const bring: BroughtDesk['bring'] = async (brought, decision) => {
    const strange = brought.filter(({ file }) => purposeOf(file) === null);
    if (strange.length > 0) {
      say({ text: t('cannotUse', { names: strange.map(({ file }) => file.name).join(', ') }), bad: true });
    }
    for (const each of brought) {
      const purpose = purposeOf(each.file);
      if (purpose === null) continue;
      const { key, ready } = await startUpload({ ...each, title, purpose });
      ready.catch(() => undefined);
      if (decision !== undefined) decide(key, decision);
    }
  };
  const remove: BroughtDesk['remove'] = async ({ key, upload, progress }) => {
    try {
      if (progress !== null && progress.state !== 'ready') await cancelUpload(key);
      else await discardUpload(upload!);
      dismissUpload(key);
      decide(key, { state: 'used' });
    } catch (error) {
      fail(error);
    }
  };
  return {
    ...{ files, decide, bring, remove },
    use: (wanted) => {
      for (const { key } of wanted) decide(key, { wanted: true, problem: undefined });
    },
  };
}

function useFiles(
  title: string,
  known: KnownNames,
  decisions: ReadonlyMap<string, Decision>,
): readonly Brought[] {
  const onTheWay = useUploads();
  const unused = useUnusedForDubs(title, useMay()('uploads:read')).data;
  const keys = useRef(new Map<string, string>());
  return useMemo(() => {
    for (const { upload, key } of onTheWay) if (upload !== null) keys.current.set(upload, key);
    return broughtFiles(onTheWay, unused ?? [], { title, known, decisions, keys: keys.current });
  }, [onTheWay, unused, title, known, decisions]);
}

/** Uses what is wanted as soon as it has arrived, one after the other: scripts first, which name the characters. */
function useUse(
  title: string,
  dub: string,
  files: readonly Brought[],
  decide: (key: string, decision: Decision) => void,
): void {
  const queries = useQueryClient();
  const changed = useChange('dubs', 'scripts', 'performers', 'uploads', 'plans');
  const waiting = files.filter((file) => file.wanted && file.arrived && !file.busy && file.problem === null);
  const next = waiting.find(({ purpose }) => purpose === 'script') ?? waiting[0];
  const busy = files.some((file) => file.busy);
  const scriptOnItsWay = files.some(
    (file) => file.wanted && file.purpose === 'script' && file.problem === null,
  );
  useEffect(() => {
    if (next === undefined || busy || (scriptOnItsWay && next.purpose === 'stem')) return;
    const { key, upload, kind, character } = next;
    decide(key, { state: 'busy' });
    const asked =
      kind === 'script'
        ? addScript(dub, upload!)
        : kind === 'original-script'
          ? addOriginalScript(title, upload!)
          : addStem(dub, { upload: upload!, kind, character });
    const use = async (): Promise<void> => {
      await changed(asked as Promise<unknown>);
      // Whose voice the other files are can be told only once the characters are known.
      if (next.purpose === 'script') await queries.refetchQueries({ queryKey: charactersKey(title) });
    };
    use().then(
      () => {
        decide(key, { state: 'used' });
        dismissUpload(key);
      },
      (problem: unknown) => decide(key, { wanted: false, problem, state: undefined }),
    );
  }, [next, busy, scriptOnItsWay, changed, queries, decide, dub, title]);
}
