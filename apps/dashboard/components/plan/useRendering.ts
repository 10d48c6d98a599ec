import { useCallback, useRef, useState } from 'react';
import { ApiProblem } from '@mondwerk/client';
import { useTranslations } from 'use-intl';
import { useToasts } from '#components/ui/index.ts';
import { useStartRender, type LastVerdict, type RenderWish } from '#lib/api/renders.ts';
import { useRunActs } from '#lib/api/runActs.ts';
import type { PlanGroup } from './planGroups.ts';

/** Having shots rendered. */
export interface Rendering {
  readonly busy: boolean;
  /** Why it was refused. */
  readonly problem: unknown;
  /** Somebody wants something else than what was refused. */
  readonly forget: () => void;
  /** Renders shots; returns whether they are on their way. */
  readonly start: (
    groups: readonly PlanGroup[],
    how: Pick<RenderWish, 'priority' | 'reason'>,
  ) => Promise<boolean>;
}

/** Lets shots of a plan be rendered; those that were sent back, as it was asked then. */
export function useRendering(plan: string, sentBack: ReadonlyMap<string, LastVerdict>): Rendering {
  const t = useTranslations('plan');
  const { say, fail } = useToasts();
  const { act } = useRunActs();
  const startRender = useStartRender();
  const asked = useRef<{ readonly wish: string; readonly key: string }>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const start: Rendering['start'] = async (groups, how) => {
    if (busy || groups.length === 0) return false;
    const wish = { ...how, shots: groups.map((group) => wishFor(group, sentBack)) };
    const written = JSON.stringify(wish);
    // Whoever heard no answer and asks again gets it once.
    if (asked.current?.wish !== written) asked.current = { wish: written, key: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      const { run, shots } = await startRender(plan, wish, asked.current.key);
      asked.current = null;
      say({ text: t('started', { count: shots }), undo: () => act(run.id, 'cancel').catch(fail) });
      return true;
    } catch (error) {
      if (error instanceof ApiProblem) asked.current = null;
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, start, forget: useCallback(() => setProblem(null), []) };
}

function wishFor(
  { shot, state, take }: PlanGroup,
  sentBack: ReadonlyMap<string, LastVerdict>,
): RenderWish['shots'][number] {
  const settings = state === 'sent-back' && take !== null ? sentBack.get(take.id)?.settings : undefined;
  return settings ? { shot: shot!, settings } : { shot: shot! };
}

/** Browsers have `randomUUID` only where the page came over https. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
