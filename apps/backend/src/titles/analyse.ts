import type { EntityManager } from 'typeorm';
import type { AnalyseOrder } from '../pipeline/orders.ts';
import type { RunState } from '../queue/jobStates.ts';
import type { Runner } from '../queue/runner.ts';
import { Runs, type RunRow } from '../queue/tables.ts';
import { Refusal } from '@mondwerk/film';
import type { SourceRow } from './tables.ts';

/** How a source is looked at, and who asked for it. */
export interface AnalysisWish {
  readonly burnTimecode: boolean;
  readonly askedBy?: string;
  readonly reason?: string;
}

/** Starts to look at a source: its facts, its proxy, who is in it. */
export function startAnalysis(
  tx: EntityManager,
  runner: Runner,
  source: SourceRow,
  { burnTimecode, ...asked }: AnalysisWish,
): Promise<RunRow> {
  const { organisation, title, key, sha256, name } = source;
  const order: AnalyseOrder = { title, source: { key, sha256, name }, proxy: { burnTimecode } };
  return runner.startRun(tx, 'analyse', order, { organisation, title, ...asked });
}

/** The states of a run that can go on. */
const STOPPED: readonly RunState[] = ['failed', 'failed-in-part', 'cancelled'];

/**
 * Looks at a source again: an analysis that failed goes on where it stopped, else another one starts.
 * @throws Refusal `conflict` while one is going on.
 */
export async function analyseAgain(
  tx: EntityManager,
  runner: Runner,
  source: SourceRow,
  wish: AnalysisWish,
): Promise<RunRow> {
  const last = await lastAnalysis(tx, source);
  if (last === null || last.state === 'done') return startAnalysis(tx, runner, source, wish);
  if (!STOPPED.includes(last.state)) {
    throw new Refusal(
      'conflict',
      `${source.name} is being analysed (the run is ${last.state}): wait for it, or cancel it first.`,
    );
  }
  const { proxy } = last.order as AnalyseOrder;
  if (proxy.burnTimecode !== wish.burnTimecode) return startAnalysis(tx, runner, source, wish);
  return runner.retry(tx, last.id, wish.reason ?? 'asked for again');
}

/** The newest analysis of a source; `null` when there was none. */
const lastAnalysis = (tx: EntityManager, { title, key }: SourceRow): Promise<RunRow | null> =>
  tx
    .createQueryBuilder(Runs, 'run')
    .where(`run.title = :title AND run.act = 'analyse'`, { title })
    .andWhere(`run.order -> 'source' ->> 'key' = :key`, { key })
    .orderBy('run.id', 'DESC')
    .getOne();
