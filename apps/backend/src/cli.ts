import { Refusal } from '@mondwerk/film';
import { readCommandLine, type Request } from './commandLine.ts';
import type { Service } from './commands/serviceCommands.ts';
import { dubFilm } from './dubFilm.ts';
import { inspectFilm } from './inspectFilm.ts';
import { outcomeOf } from './outcome.ts';
import { Progress } from './pipeline/progress.ts';
import { openSink } from './pipeline/progressSinks.ts';
import { ledgerIn } from './rights/ledger.ts';
import { readWorkplace, type Workplace } from './settings.ts';
import { watchForStop } from './stopped.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const settings = readWorkplace(process.env, process.cwd());
  let request: Request | undefined;
  try {
    request = readCommandLine(args, settings.folder);
    if (request === undefined) return 0;
    if (request.command === 'service') return await request.run(process.env);
    await carryOut(request, settings);
    return 0;
  } catch (error) {
    if (request?.command === 'service' && error instanceof Refusal) {
      console.error(`mondwerk: ${error.message}`);
      return 2;
    }
    const work = request && workOf(request);
    const { sentence, exitCode } = await outcomeOf(error, { work });
    const json = request?.jsonProgress ?? args.includes('--json-progress');
    console.error(json ? JSON.stringify({ error: sentence, exitCode }) : `mondwerk: ${sentence}`);
    return exitCode;
  }
}

function workOf(request: Request): string | undefined {
  if (request.command === 'service') return undefined;
  return request.command === 'dub' ? request.order.work : request.work;
}

async function carryOut(
  request: Exclude<Request, Service>,
  { workers, dataFolder }: Workplace,
): Promise<void> {
  const progress = new Progress(openSink(process.stderr, request.jsonProgress));
  const { signal, release } = watchForStop();
  const tools = { progress, signal, workers };
  try {
    if (request.command === 'inspect') {
      console.log(JSON.stringify(await inspectFilm(request, tools), null, 2));
    } else {
      const tell = (sentence: string): void => {
        console.error(request.jsonProgress ? JSON.stringify({ notice: sentence }) : sentence);
      };
      const rights = { ledger: ledgerIn(dataFolder), tell };
      const said = await dubFilm(request.order, { ...tools, rights });
      progress.clear();
      if (!request.jsonProgress) console.error(said);
    }
  } finally {
    progress.clear();
    release();
  }
}
