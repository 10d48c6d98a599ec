import { resolve } from 'node:path';
import type { Command } from 'commander';
import { print, type RemoteCommand } from './remoteTools.ts';
import { sendVoices } from './sendVoices.ts';
import { uploadFile } from './uploadFile.ts';
import { planVersion, renderVersion, versionStatus, type Watch } from './versionActs.ts';
import { waitForRun } from './waitForRun.ts';

interface NewDub {
  readonly title: string;
  readonly language: string;
  readonly voice?: readonly string[];
  readonly script?: string;
}

interface Drafting {
  readonly acousticDraft?: true;
}

/** Describes the commands for dubs. */
export function describeDubs(program: Command, run: (command: RemoteCommand) => void): void {
  const dub = program.command('dub').description('The language versions of a title.');
  dub
    .command('create')
    .description('Create a dub, with its voice and its script if they are given, and print its id.')
    .requiredOption('--title <title>', 'the id of its title')
    .requiredOption('--language <tag>', 'the language of the voice, as a BCP 47 tag: es, pt-BR, zh')
    .option(
      '--voice <file>',
      'the dubbed voice, as long as the film; several times for several, NAME=FILE for one character’s own',
      (voice: string, before: readonly string[] = []) => [...before, voice],
    )
    .option('--script <file>', 'what the voice says: SRT, WebVTT, TTML, DAPT, detX, CSV or plain lines')
    .action((options: NewDub) => run(createDub(options)));
  dub
    .command('transcribe')
    .description('Hear what the voice says where there is no script, and print the id of the new one.')
    .argument('<dub>', 'its id')
    .option('--acoustic-draft', 'understand no words: lines only where somebody speaks')
    .action((id: string, { acousticDraft = false as never }: Drafting) =>
      run(transcribeDub(id, acousticDraft)),
    );
  dub
    .command('plan')
    .description('Find out what would be rendered, and print the id of the plan.')
    .argument('<dub>', 'its id')
    .option('--watch', 'wait until it is ready')
    .action((id: string, { watch = false as never }: Watch) => run(planVersion(id, watch)));
  dub
    .command('render')
    .description(
      'Render the shots of the newest plan that are not approved yet, and print the id of the run.',
    )
    .argument('<dub>', 'its id')
    .option('--watch', 'wait until they are rendered')
    .action((id: string, { watch = false as never }: Watch) => run(renderVersion(id, watch)));
  dub
    .command('status')
    .description('Tell how far a dub is: its runs, its shots, what it has cost.')
    .argument('<dub>', 'its id')
    .option('--watch', 'wait until nothing is at work for it any more')
    .action((id: string, { watch = false as never }: Watch) => run(versionStatus(id, watch)));
}

const createDub =
  ({ title, language, voice, script }: NewDub): RemoteCommand =>
  async (tools) => {
    const of = { params: { path: { title } } };
    const { data } = await tools.client.POST('/titles/{title}/dubs', { ...of, body: { language } });
    const dub = { params: { path: { dub: data!.id } } };
    if (script !== undefined) {
      const lines = await uploadFile(tools, resolve(tools.folder, script), { title, purpose: 'script' });
      await tools.client.POST('/dubs/{dub}/scripts', { ...dub, body: { upload: lines.id } });
    }
    if (voice !== undefined) await sendVoices(tools, { title, dub: data!.id }, voice);
    print(tools, data, [data!.id]);
  };

const transcribeDub =
  (dub: string, acousticDraft: boolean): RemoteCommand =>
  async (tools) => {
    const of = { params: { path: { dub } } };
    const { data: started } = await tools.client.POST('/dubs/{dub}/transcriptions', {
      ...of,
      body: { words: !acousticDraft },
    });
    await waitForRun(tools, started!.id);
    const newest = { params: { path: { dub }, query: { limit: 1 } } };
    const { data } = await tools.client.GET('/dubs/{dub}/scripts', newest);
    const [script] = data!.items;
    print(tools, script, [
      script.id,
      `${script.name}: ${acousticDraft ? 'write its words' : 'check its words'}`,
    ]);
  };
