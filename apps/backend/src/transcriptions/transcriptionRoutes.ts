import { z } from 'zod';
import { route } from '../http/route.ts';
import { Run, showRun } from '../runs/showRuns.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { startDubTranscription, startOriginalTranscription } from './startTranscription.ts';

const words = z
  .boolean()
  .default(true)
  .describe(
    'Whether a speech model writes down the words; false: lines without words, where somebody speaks',
  );

/** Transcriptions: scripts that are heard where nobody gave one. */
export const transcriptionRoutes = [
  route({
    name: 'transcriptions.create',
    method: 'POST',
    path: '/dubs/{dub}/transcriptions',
    does: 'Hear what the voice of a dub says, each of its files by itself; the lines become its newest script',
    may: 'scripts:create',
    body: z.object({ words }),
    status: 202,
    reply: Run,
    handle: async ({ tx, params, body, actor }, { runner }) => {
      const wish = { ...body, askedBy: actor.person };
      const run = await startDubTranscription(tx, runner, params.dub, wish);
      return showRun(tx, run.id);
    },
  }),
  route({
    name: 'transcriptions.createOriginal',
    method: 'POST',
    path: '/titles/{title}/transcriptions',
    does: 'Hear the original dialogue in the sound of the film; the lines become its newest script',
    may: 'scripts:create',
    body: z.object({
      words,
      language: LanguageTag.optional().describe(
        'The title’s language when not given; recognised where neither is',
      ),
    }),
    status: 202,
    reply: Run,
    handle: async ({ tx, params, body, actor }, { runner }) => {
      const wish = { ...body, language: body.language, askedBy: actor.person };
      const run = await startOriginalTranscription(tx, runner, params.title, wish);
      return showRun(tx, run.id);
    },
  }),
];
