import { Option, type Command } from 'commander';
import type { components } from '@mondwerk/client';
import { allOf } from './allOf.ts';
import { print, type RemoteCommand } from './remoteTools.ts';

type Take = components['schemas']['Take'];

/** Describes the commands for takes, and for the rights without which there are none. */
export function describeReviews(program: Command, run: (command: RemoteCommand) => void): void {
  const take = program.command('take').description('What was rendered, to be approved or sent back.');
  take
    .command('list')
    .description('List the takes of a dub.')
    .argument('<dub>', 'its id')
    .addOption(
      new Option('--state <state>').choices([
        'to-review',
        'approved',
        'sent-back',
        'superseded',
      ] satisfies Take['state'][]),
    )
    .action((dub: string, { state }: { state?: Take['state'] }) => run(listTakes(dub, state)));
  take
    .command('approve')
    .description('Approve takes.')
    .argument('<takes...>', 'their ids')
    .option('--reason <words>', 'why, if it is worth saying')
    .action((takes: string[], { reason }: { reason?: string }) => run(approve(takes, reason ?? null)));
  take
    .command('send-back')
    .description('Send a take back.')
    .argument('<take>', 'its id')
    .requiredOption('--reason <words>', 'what is wrong with it')
    .option('--render', 'render the next one at once')
    .action((id: string, { reason, render }: { reason: string; render?: true }) =>
      run(sendBack(id, reason, render ?? false)),
    );
}

const listTakes =
  (dub: string, state?: Take['state']): RemoteCommand =>
  async (tools) => {
    const takes = await allOf((query) =>
      tools.client.GET('/dubs/{dub}/takes', {
        params: { path: { dub }, query: { ...query, ...(state && { state }) } },
      }),
    );
    print(tools, takes, takes.map(lineOf));
  };

const lineOf = ({ id, index, number, state, mouths }: Take): string =>
  `${id}  shot ${index}  take ${number}  ${state}  ${mouths.rendered} rendered, ${mouths.passed} left alone`;

const approve =
  (takes: readonly string[], reason: string | null): RemoteCommand =>
  async (tools) => {
    const verdicts = [];
    for (const take of takes)
      verdicts.push(
        await tools.client.POST('/takes/{take}/verdicts', {
          params: await versionOf(tools, take),
          body: { verdict: 'approved', reason },
        }),
      );
    print(
      tools,
      verdicts.map(({ data }) => data),
      takes.map((take) => `approved ${take}`),
    );
  };

const sendBack =
  (take: string, reason: string, render: boolean): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.POST('/takes/{take}/verdicts', {
      params: await versionOf(tools, take),
      body: { verdict: 'sent-back', reason, settings: {}, render },
    });
    print(tools, data, [
      `sent back ${take}`,
      ...(data!.run === null ? [] : [`rendering in run ${data!.run}`]),
    ]);
  };

async function versionOf({ client }: Parameters<RemoteCommand>[0], take: string) {
  const { data } = await client.GET('/takes/{take}', { params: { path: { take } } });
  return { path: { take }, header: { 'If-Match': `"${data!.version}"` } };
}
