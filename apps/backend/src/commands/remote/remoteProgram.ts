import { Command } from 'commander';
import type { Service } from '../serviceCommands.ts';
import { describeDeliveries } from './deliveryCommands.ts';
import { describeDubs } from './dubCommands.ts';
import { openTools, type RemoteCommand } from './remoteTools.ts';
import { describeReplacements } from './replacementCommands.ts';
import { describeReviews } from './reviewCommands.ts';
import { describeRights } from './rightsCommands.ts';
import { describeSignIn } from './signInCommands.ts';
import { describeLexicons } from './lexiconCommands.ts';
import { describeTitles } from './titleCommands.ts';

const HELP = `
Example:
  export MONDWERK_TOKEN=$(mondwerk --server http://localhost:4000 sign-in me@example.org)
  title=$(mondwerk --server http://localhost:4000 title create "Nosferatu" --language de)
  mondwerk --server http://localhost:4000 upload nosferatu.mov --title $title
  dub=$(mondwerk --server http://localhost:4000 dub create --title $title --language es \\
    --voice nosferatu.es.wav --script nosferatu.es.srt)
  mondwerk --server http://localhost:4000 dub plan $dub --watch
  mondwerk --server http://localhost:4000 dub render $dub --watch`;

interface Globals {
  readonly server: string;
  readonly token?: string;
  readonly json?: true;
}

/** Whether a command line is meant for a server. */
export const namesServer = (args: readonly string[]): boolean =>
  args.some((word) => word === '--server' || word.startsWith('--server='));

/** Describes the commands that a server carries out; `take` gets the one that was asked for. */
export function describeRemote(folder: string, take: (service: Service) => void): Command {
  const program = new Command('mondwerk')
    .description('Has a server of Mondwerk do something.')
    .requiredOption('--server <url>', 'the address of the API')
    .option('--token <token>', 'an API token; MONDWERK_TOKEN when not given')
    .option('--json', 'print results as JSON')
    .addHelpText('after', HELP);
  const run = (command: RemoteCommand): void =>
    take({
      command: 'service',
      jsonProgress: false,
      run: async (environment) => {
        const { server, token = environment.MONDWERK_TOKEN, json = false } = program.opts<Globals>();
        await command(openTools({ server, token, json, folder }));
        return 0;
      },
    });
  describeSignIn(program, run);
  describeTitles(program, run);
  describeLexicons(program, run);
  describeRights(program, run);
  describeDubs(program, run);
  describeReplacements(program, run);
  describeReviews(program, run);
  describeDeliveries(program, run);
  return program;
}
