import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import type { components } from '@mondwerk/client';
import { allOf } from './allOf.ts';
import { print, type RemoteCommand } from './remoteTools.ts';
import { uploadFile } from './uploadFile.ts';

type Basis = components['schemas']['RightsBasis'];

interface NewBasis {
  readonly kind: Basis['kind'];
  readonly extent: Basis['extent'];
  readonly signer: string;
  readonly signedOn: string;
  readonly from?: string;
  readonly to?: string;
  readonly languages?: string[];
  readonly evidence?: string;
}

/** Describes the commands for performers, and for the rights without which none of them is rendered. */
export function describeRights(program: Command, run: (command: RemoteCommand) => void): void {
  program
    .command('performers')
    .description('List the performers that were found in a title.')
    .argument('<title>', 'its id')
    .action((title: string) => run(listPerformers(title)));
  const rights = program.command('rights').description('On what faces may be rendered.');
  rights
    .command('missing')
    .description('Tell what is missing before a dub can be rendered.')
    .argument('<dub>', 'its id')
    .action((dub: string) => run(missing(dub)));
  rights
    .command('record')
    .description('Record on what a performer’s face may be rendered, and print its id.')
    .argument('<performer>', 'their id')
    .addOption(
      new Option('--kind <kind>', 'what it is')
        .choices([
          'consent',
          'estate-consent',
          'dubbing-agreement',
          'contract-exemption',
        ] satisfies Basis['kind'][])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--extent <extent>', 'how much of the face may be rendered')
        .choices(['mouth', 'whole-face'] satisfies Basis['extent'][])
        .default('mouth'),
    )
    .requiredOption('--signer <name>', 'who signed it')
    .requiredOption('--signed-on <day>', 'when, as YYYY-MM-DD')
    .option('--from <day>', 'the first day on which it holds; the day of signing when not given')
    .option('--to <day>', 'the last one; no end when not given')
    .option('--languages <tags...>', 'the languages that it covers; all when not given')
    .option('--evidence <file>', 'the signed paper')
    .action((performer: string, basis: NewBasis) => run(record(performer, basis)));
}

const listPerformers =
  (title: string): RemoteCommand =>
  async (tools) => {
    const performers = await allOf((query) =>
      tools.client.GET('/titles/{title}/performers', { params: { path: { title }, query } }),
    );
    print(
      tools,
      performers,
      performers.map(({ id, name }) => `${id}  ${name}`),
    );
  };

const missing =
  (dub: string): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.GET('/dubs/{dub}/rights/missing', { params: { path: { dub } } });
    print(
      tools,
      data!.missing,
      data!.missing.map(({ performer, sentence }) => `${performer}  ${sentence}`),
    );
  };

const record =
  (
    performer: string,
    { kind, extent, signer, signedOn, from, to, languages, evidence }: NewBasis,
  ): RemoteCommand =>
  async (tools) => {
    const params = { path: { performer } };
    const { data: who } = await tools.client.GET('/performers/{performer}', { params });
    const paper =
      evidence === undefined
        ? null
        : await uploadFile(tools, resolve(tools.folder, evidence), {
            title: who!.title,
            purpose: 'evidence',
          });
    const { data } = await tools.client.POST('/performers/{performer}/rights', {
      params,
      body: {
        ...{ kind, extent, signer, signedOn, territories: null },
        validFrom: from ?? signedOn,
        validTo: to ?? null,
        languages: languages ?? null,
        evidence: paper?.id ?? null,
      },
    });
    print(tools, data, [data!.id]);
  };
