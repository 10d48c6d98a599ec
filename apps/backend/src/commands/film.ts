import { alignFile } from '../alignment/alignFile.ts';
import type { AlignTools } from '../alignment/alignSound.ts';
import { cueFile } from '../alignment/cueFile.ts';
import { compareFilms } from '../compare/compareFilms.ts';
import { writePlates } from '../compare/writePlates.ts';
import { dubFilm } from '../dubFilm.ts';
import { inspectFilm } from '../inspectFilm.ts';
import { replaceFilm } from '../replaceFilm.ts';
import type { Request } from '../commandLine.ts';
import { generatorsIn } from '../models/generators.ts';
import { speechModelsIn } from '../models/speechModels.ts';
import { Progress } from '../pipeline/progress.ts';
import { openSink } from '../pipeline/progressSinks.ts';
import { ledgerIn } from '../rights/ledger.ts';
import type { Workplace } from '../settings.ts';
import { watchForStop } from '../stopped.ts';
import type { Service } from './serviceCommands.ts';

/** What is done with a film on this machine, without a server. */
export type FilmRequest = Exclude<Request, Service>;

/** Dubs a film, replaces a face in it, looks into it, lays it beside its dub, or listens to a voice. */
export async function carryOut(
  request: FilmRequest,
  { workers, dataFolder, whisperModel }: Workplace,
): Promise<void> {
  const progress = new Progress(openSink(process.stderr, request.jsonProgress));
  const { signal, release } = watchForStop();
  const speechModels = { folder: speechModelsIn(dataFolder), named: whisperModel };
  const tools = { progress, signal, workers, speechModels };
  try {
    if (request.command === 'inspect') {
      process.stdout.write(`${JSON.stringify(await inspectFilm(request, tools), null, 2)}\n`);
    } else if (request.command !== 'dub' && request.command !== 'replace') {
      const said = await lookInto(request, tools);
      progress.clear();
      if (!request.jsonProgress) say(said);
    } else {
      const tell = (sentence: string): void =>
        say(request.jsonProgress ? JSON.stringify({ notice: sentence }) : sentence);
      const rights = { ledger: ledgerIn(dataFolder), tell };
      const carrying = { ...tools, rights, generators: generatorsIn(dataFolder) };
      const said =
        request.command === 'dub'
          ? await dubFilm(request.order, carrying)
          : await replaceFilm(request.order, carrying);
      progress.clear();
      if (!request.jsonProgress) say(said);
    }
  } finally {
    progress.clear();
    release();
  }
}

function lookInto(
  request: Exclude<FilmRequest, { command: 'dub' | 'replace' | 'inspect' }>,
  tools: AlignTools,
): Promise<string> {
  switch (request.command) {
    case 'align':
      return alignFile(request.order, tools);
    case 'cues':
      return cueFile(request.order, tools);
    case 'compare':
      return compareFilms(request.order, tools);
    case 'plates':
      return writePlates(request.order, tools);
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
