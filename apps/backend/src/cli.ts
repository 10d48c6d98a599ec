import { readCommandLine, type Request } from './commandLine.ts';
import { dubFilm } from './dubFilm.ts';
import { inspectFilm } from './inspectFilm.ts';
import { outcomeOf } from './outcome.ts';
import { Progress } from './pipeline/progress.ts';
import { openSink } from './pipeline/progressSinks.ts';
import { readWorkplace } from './settings.ts';
import { watchForStop } from './stopped.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const settings = readWorkplace(process.env, process.cwd());
  let request: Request | undefined;
  try {
    request = readCommandLine(args, settings.folder);
    if (request === undefined) return 0;
    await carryOut(request, settings.workers);
    return 0;
  } catch (error) {
    const work = request?.command === 'dub' ? request.order.work : request?.work;
    const { sentence, exitCode } = await outcomeOf(error, { work });
    const json = request?.jsonProgress ?? args.includes('--json-progress');
    console.error(json ? JSON.stringify({ error: sentence, exitCode }) : `mondwerk: ${sentence}`);
    return exitCode;
  }
}

async function carryOut(request: Request, workers: number): Promise<void> {
  const progress = new Progress(openSink(process.stderr, request.jsonProgress));
  const { signal, release } = watchForStop();
  const tools = { progress, signal, workers };
  try {
    if (request.command === 'inspect') {
      console.log(JSON.stringify(await inspectFilm(request, tools), null, 2));
    } else {
      const said = await dubFilm(request.order, tools);
      progress.clear();
      if (!request.jsonProgress) console.error(said);
    }
  } finally {
    progress.clear();
    release();
  }
}
