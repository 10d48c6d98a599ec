import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { allOf } from './allOf.ts';
import { print, type RemoteCommand } from './remoteTools.ts';
import { uploadFile, type Purpose } from './uploadFile.ts';

/** Describes the commands for titles and their files. */
export function describeTitles(program: Command, run: (command: RemoteCommand) => void): void {
  const title = program.command('title').description('Films and episodes.');
  title
    .command('create')
    .description('Create a title and print its id.')
    .argument('<name>')
    .option('--language <tag>', 'the language that is spoken in it')
    .option('--non-commercial', 'it is not made to earn money: networks licensed for that only may be used')
    .action((name: string, options: NewTitle) => run(createTitle(name, options)));
  title
    .command('list')
    .description('List the titles.')
    .action(() => run(listTitles));
  title
    .command('show')
    .description('Tell how far a title is and what waits for whom.')
    .argument('<title>', 'its id')
    .action((id: string) => run(showTitle(id)));
  program
    .command('upload')
    .description('Upload a file and print its id. One that was broken off goes on where it was.')
    .argument('<file>')
    .requiredOption('--title <title>', 'the id of its title')
    .addOption(
      new Option('--purpose <purpose>', 'what it is: a source is the film itself, and is analysed at once')
        .choices(['source', 'donor-footage', 'stem', 'script', 'lexicon', 'evidence'] satisfies Purpose[])
        .default('source'),
    )
    .action((file: string, options: { title: string; purpose: Purpose }) => run(upload(file, options)));
}

interface NewTitle {
  readonly language?: string;
  readonly nonCommercial?: true;
}

const createTitle =
  (name: string, { language, nonCommercial }: NewTitle): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.POST('/titles', {
      body: { name, language: language ?? null, commercial: nonCommercial !== true },
    });
    print(tools, data, [data!.id]);
  };

const listTitles: RemoteCommand = async (tools) => {
  const titles = await allOf((query) => tools.client.GET('/titles', { params: { query } }));
  print(
    tools,
    titles,
    titles.map(({ id, name }) => `${id}  ${name}`),
  );
};

const showTitle =
  (title: string): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.GET('/titles/{title}/summary', { params: { path: { title } } });
    const { source, performers, dubs } = data!;
    print(tools, data, [
      source === null ? 'no source yet' : `source ${source.name}: ${source.state}, ${performers} performers`,
      ...dubs.map(
        ({ dub, kind, language, shots }) =>
          `${kind} ${dub} ${language}: ${shots.planned} shots, ${shots.toReview} to review, ${shots.approved} approved`,
      ),
    ]);
  };

const upload =
  (file: string, { title, purpose }: { title: string; purpose: Purpose }): RemoteCommand =>
  async (tools) => {
    const done = await uploadFile(tools, resolve(tools.folder, file), { title, purpose });
    print(tools, done, [done.id]);
  };
