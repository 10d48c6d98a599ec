import { Refusal } from '@mondwerk/film';
import { readCommandLine, type Request } from './commandLine.ts';
import { keepCompiled } from './compileCache.ts';
import { outcomeOf } from './outcome.ts';
import { readWorkplace } from './settings.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const settings = readWorkplace(process.env, process.cwd());
  let request: Request | undefined;
  try {
    request = readCommandLine(args, settings.folder);
    if (request === undefined) return 0;
    if (request.command === 'service') return await request.run(process.env);
    keepCompiled();
    // Loaded only now, so that talking to a server does not wait for all that films need.
    await (await import('./commands/film.ts')).carryOut(request, settings);
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

function workOf(request: Request): string | null | undefined {
  switch (request.command) {
    case 'service':
      return undefined;
    case 'inspect':
      return request.work;
    case 'dub':
    case 'replace':
      return request.order.work;
    case 'cues':
      return request.order.film === undefined ? null : request.order.work;
    default:
      return null;
  }
}
