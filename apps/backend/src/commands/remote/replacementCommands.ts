import { resolve } from 'node:path';
import type { components } from '@mondwerk/client';
import type { Command } from 'commander';
import { allOf } from './allOf.ts';
import { print, type RemoteCommand, type RemoteTools } from './remoteTools.ts';
import { readShotNumbers } from './shotNumbers.ts';
import { uploadFile } from './uploadFile.ts';
import { planVersion, renderVersion, versionStatus, type Watch } from './versionActs.ts';

type Replacement = components['schemas']['Replacement'];

interface NewReplacement {
  readonly title: string;
  readonly replaced: string;
  readonly shown: string;
  readonly donorFootage?: readonly string[];
  readonly shots?: readonly string[];
  readonly generator?: string;
  readonly restorer?: string;
}

/** Describes the commands for replacements. */
export function describeReplacements(program: Command, run: (command: RemoteCommand) => void): void {
  const replacement = program
    .command('replacement')
    .description('Another performer’s face on a head of a film, when both have agreed.');
  replacement
    .command('create')
    .description('Create a replacement, with footage of the shown performer, and print its id.')
    .requiredOption('--title <title>', 'the id of its title')
    .requiredOption('--replaced <performer>', 'whose head is in the film: their id')
    .requiredOption(
      '--shown <performer>',
      'whose face is put on it: their id, or the name of somebody whom the film does not show',
    )
    .option('--donor-footage <file...>', 'films of the shown performer; none where the film itself is it')
    .option('--shots <numbers...>', 'only in these shots; all when not given')
    .option('--generator <name>', 'a network that makes the face, as the workers know it')
    .option('--restorer <name>', 'a network that restores the face, last')
    .action((options: NewReplacement) => run(create(options)));
  replacement
    .command('list')
    .description('List the replacements of a title.')
    .argument('<title>', 'its id')
    .action((title: string) => run(list(title)));
  replacement
    .command('footage')
    .description('Add footage of the shown performer, or say who they are in footage that is there.')
    .argument('<replacement>', 'its id')
    .argument('<file>', 'a film, or the name of one that is there')
    .option('--person <person>', 'who in it is the shown performer, as the plan calls them')
    .action((id: string, file: string, { person }: { person?: string }) => run(addFootage(id, file, person)));
  for (const [name, description, act] of ACTS) {
    replacement
      .command(name)
      .description(description)
      .argument('<replacement>', 'its id')
      .option('--watch', 'wait until that is done')
      .action((id: string, { watch = false as never }: Watch) => run(act(id, watch)));
  }
  replacement
    .command('remove')
    .description('Delete a replacement with everything that belongs to it.')
    .argument('<replacement>', 'its id')
    .action((id: string) => run(remove(id)));
  replacement
    .command('source')
    .description('Make the film of a delivered replacement the newest source of its title, to be dubbed.')
    .argument('<delivery>', 'its id')
    .action((delivery: string) => run(becomeSource(delivery)));
}

/** What is done with replacements as with dubs. */
const ACTS: readonly (readonly [string, string, (id: string, watch: boolean) => RemoteCommand])[] = [
  ['plan', 'Find out from which frames each face is taken, and print the id of the plan.', planVersion],
  [
    'render',
    'Render the shots of the newest plan that are not approved yet, and print the id of the run.',
    renderVersion,
  ],
  ['status', 'Tell how far a replacement is: its runs, its shots.', versionStatus],
];

const create =
  ({ title, replaced, shown: who, donorFootage = [], shots, ...networks }: NewReplacement): RemoteCommand =>
  async (tools) => {
    const { generator = null, restorer = null } = networks;
    const numbers = shots === undefined ? null : readShotNumbers(shots);
    const shown = await performerCalled(tools, title, who);
    const donors = [];
    for (const file of donorFootage) {
      const { id: upload } = await uploadFile(tools, resolve(tools.folder, file), {
        ...{ title, purpose: 'donor-footage' },
      });
      donors.push({ upload, person: null });
    }
    const { data } = await tools.client.POST('/titles/{title}/replacements', {
      params: { path: { title } },
      body: { replaced, shown, donors, shots: numbers, settings: { strength: 1, generator, restorer } },
    });
    print(tools, data, [data!.id]);
  };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A performer by their id, or by the name of one whom the film does not show: who is not known yet is added. */
async function performerCalled({ client }: RemoteTools, title: string, who: string): Promise<string> {
  if (UUID.test(who)) return who;
  const path = { title };
  const known = await allOf((query) => client.GET('/titles/{title}/performers', { params: { path, query } }));
  const found = known.find(({ name, inFilm }) => name === who && !inFilm);
  if (found !== undefined) return found.id;
  const { data } = await client.POST('/titles/{title}/performers', { params: { path }, body: { name: who } });
  return data!.id;
}

const list =
  (title: string): RemoteCommand =>
  async (tools) => {
    const replacements = await allOf((query) =>
      tools.client.GET('/titles/{title}/replacements', { params: { path: { title }, query } }),
    );
    print(tools, replacements, replacements.map(lineOf));
  };

const lineOf = ({ id, replaced, shown, donors, shots }: Replacement): string =>
  `${id}  ${shown.name} instead of ${replaced.name}, ${shots === null ? 'all shots' : `shots ${shots.join(', ')}`}` +
  (donors.length === 0 ? '' : `, from ${donors.map(({ name }) => name).join(', ')}`);

const addFootage =
  (replacement: string, file: string, person: string | undefined): RemoteCommand =>
  async (tools) => {
    const of = { path: { replacement } };
    const { data } = await tools.client.GET('/replacements/{replacement}', { params: of });
    const { title, donors: before, version } = data!;
    const known = before.find(({ name, upload }) => name === file || upload === file);
    const upload =
      known?.upload ??
      (await uploadFile(tools, resolve(tools.folder, file), { title, purpose: 'donor-footage' })).id;
    const others = before.filter((donor) => donor.upload !== upload);
    const donors = [...others, { upload, person: person ?? null }].map((donor) => ({
      ...{ upload: donor.upload, person: donor.person },
    }));
    const { data: changed } = await tools.client.PATCH('/replacements/{replacement}', {
      params: { ...of, header: { 'If-Match': `"${version}"` } },
      body: { donors },
    });
    print(tools, changed, [lineOf(changed!)]);
  };

const remove =
  (replacement: string): RemoteCommand =>
  async (tools) => {
    await tools.client.DELETE('/replacements/{replacement}', { params: { path: { replacement } } });
    print(tools, { removed: replacement }, [`removed ${replacement}`]);
  };

const becomeSource =
  (delivery: string): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.POST('/deliveries/{delivery}/source', {
      params: { path: { delivery } },
    });
    print(tools, data, [data!.id]);
  };
