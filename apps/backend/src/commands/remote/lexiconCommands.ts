import { resolve } from 'node:path';
import type { Command } from 'commander';
import { allOf } from './allOf.ts';
import { print, type RemoteCommand } from './remoteTools.ts';
import { uploadFile } from './uploadFile.ts';

/** Describes the commands for how the names of titles are said. */
export function describeLexicons(program: Command, run: (command: RemoteCommand) => void): void {
  const lexicon = program.command('lexicon').description('How the names of a title are said.');
  lexicon
    .command('import')
    .description('Add the entries of a file: rows of word,said,language,note.')
    .argument('<file>')
    .requiredOption('--title <title>', 'the id of its title')
    .option('--replace', 'delete the entries that the file does not have')
    .action((file: string, options: { title: string; replace?: true }) => run(importLexicon(file, options)));
  lexicon
    .command('list')
    .description('Print the entries of a title, as a file that can be imported.')
    .argument('<title>', 'its id')
    .action((title: string) => run(listLexicon(title)));
}

const importLexicon =
  (file: string, { title, replace = false as never }: { title: string; replace?: boolean }): RemoteCommand =>
  async (tools) => {
    const sent = await uploadFile(tools, resolve(tools.folder, file), { title, purpose: 'lexicon' });
    const { data } = await tools.client.POST('/titles/{title}/pronunciations/import', {
      params: { path: { title } },
      body: { upload: sent.id, replace },
    });
    const { added, unchanged, removed } = data!;
    print(tools, data, [`${added} added, ${unchanged} there already, ${removed} deleted`]);
  };

const listLexicon =
  (title: string): RemoteCommand =>
  async (tools) => {
    const path = { title };
    const entries = await allOf((query) =>
      tools.client.GET('/titles/{title}/pronunciations', { params: { path, query } }),
    );
    const rows = entries.map(({ word, said, language, note }) =>
      [word, said, language ?? '', note ?? ''].map(inCell).join(','),
    );
    print(tools, entries, ['word,said,language,note', ...rows]);
  };

/** A cell as spreadsheets write it. */
const inCell = (text: string): string => (/[",\n;\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
