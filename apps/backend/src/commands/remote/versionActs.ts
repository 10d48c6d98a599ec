import { allOf } from './allOf.ts';
import { print, type RemoteCommand, type RemoteTools } from './remoteTools.ts';
import { lineOf, waitForRun } from './waitForRun.ts';

/** Whether the command waits until it is done. */
export interface Watch {
  readonly watch?: true;
}

/** Plans a dub or a replacement, and tells what that is expected to cost and what its footage lacks. */
export const planVersion =
  (dub: string, watch: boolean): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.POST('/dubs/{dub}/plans', { params: { path: { dub } }, body: {} });
    const { id, run } = data!;
    if (watch) await waitForRun(tools, run);
    const { data: plan } = await tools.client.GET('/plans/{plan}', { params: { path: { plan: id } } });
    const { state, shots, frames, seconds, faces } = plan!;
    const costs = `${shots} shots, ${frames} frames, about ${seconds.toFixed(0)} s of one processor core`;
    print(tools, plan, [id, ...(state === 'ready' ? [costs, ...(faces?.missing ?? [])] : [])]);
  };

/** Renders the shots of its newest plan that are not approved yet. */
export const renderVersion =
  (dub: string, watch: boolean): RemoteCommand =>
  async (tools) => {
    const query = { limit: 1 };
    const { data } = await tools.client.GET('/dubs/{dub}/plans', { params: { path: { dub }, query } });
    const plan = data!.items[0]?.id ?? (await planAtOnce(tools, dub));
    const { data: started } = await tools.client.POST('/plans/{plan}/renders', {
      params: { path: { plan } },
      body: {},
    });
    const { run, shots, frames } = started!;
    if (watch) await waitForRun(tools, run.id);
    print(tools, started, [run.id, `${shots} shots, ${frames} frames`]);
  };

async function planAtOnce(tools: RemoteTools, dub: string): Promise<string> {
  const { data } = await tools.client.POST('/dubs/{dub}/plans', { params: { path: { dub } }, body: {} });
  await waitForRun(tools, data!.run);
  return data!.id;
}

/** Tells how far it is. */
export const versionStatus =
  (dub: string, watch: boolean): RemoteCommand =>
  async (tools) => {
    const { data: found } = await tools.client.GET('/dubs/{dub}', { params: { path: { dub } } });
    const { title } = found!;
    const open = { path: { title }, query: { state: 'running' as const, limit: 50 } };
    for (;;) {
      const { data } = await tools.client.GET('/titles/{title}/runs', { params: open });
      const mine = data!.items.filter((run) => run.dub === dub);
      if (!watch || mine.length === 0) break;
      await waitForRun(tools, mine[0].id);
    }
    const all = await allOf((query) =>
      tools.client.GET('/titles/{title}/runs', { params: { path: { title }, query } }),
    );
    const { data: summary } = await tools.client.GET('/titles/{title}/summary', {
      params: { path: { title } },
    });
    const runs = all.filter((run) => run.dub === dub);
    const mine = summary!.dubs.find((each) => each.dub === dub)!;
    const { planned, toReview, approved, failed } = mine.shots;
    print(tools, { runs, ...mine }, [
      ...runs.map((run) => `${run.id}  ${lineOf(run)}`),
      `${planned} shots planned, ${toReview} to review, ${approved} approved, ${failed} failed`,
    ]);
  };
