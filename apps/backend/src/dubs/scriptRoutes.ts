import { Refusal } from '@mondwerk/film';
import { readRate } from '@mondwerk/speech';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { rawRoute, route } from '../http/route.ts';
import { idOf, Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { Titles } from '../titles/tables.ts';
import { addScript } from './addScript.ts';
import { readDub } from './requireDub.ts';
import { Scripts } from './tables.ts';

const Script = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    dub: z.uuid().nullable().describe('null for the original dialogue'),
    language: z.string(),
    name: z.string(),
    sha256: z.string(),
    heard: z
      .object({
        origin: z
          .enum(['transcribed', 'draft'])
          .describe('draft: lines without words, only where somebody speaks'),
        model: z
          .object({ name: z.string(), sha256: z.string() })
          .nullable()
          .describe('The speech model that wrote the words down'),
      })
      .nullable()
      .describe('How it was heard; null where people gave it'),
    remarks: z.array(z.string()).readonly().describe('What was decided when it was read, in sentences'),
    madeAt: Moment,
  })
  .meta({ id: 'Script' });

/** What people may have to say about a script that it does not say itself. */
const Reading = {
  start: z
    .string()
    .max(20)
    .optional()
    .describe('The timecode of the film’s first frame, where the script counts from it: 10:00:00:00'),
  rate: z
    .string()
    .max(20)
    .transform((text, { addIssue }) => {
      const rate = readRate(text);
      if (rate === undefined)
        addIssue({ code: 'custom', message: 'is no frame rate: write 25, 23.976 or 30000/1001' });
      return rate;
    })
    .optional()
    .describe('Its frames a second, where they are others than the film’s: 25, 23.976, 30000/1001'),
};

/** Scripts: what a dub says, and what the original says. The newest one counts. */
export const scriptRoutes = [
  route({
    name: 'scripts.list',
    method: 'GET',
    path: '/dubs/{dub}/scripts',
    does: 'List the scripts of a dub, the newest, which is the one in use, first',
    may: 'scripts:read',
    query: PageQuery,
    reply: pageOf(Script),
    handle: ({ tx, params, query }) =>
      readPage(tx, Scripts, query, { where: { dub: params.dub }, newestFirst: true }),
  }),
  route({
    name: 'scripts.create',
    method: 'POST',
    path: '/dubs/{dub}/scripts',
    does: 'Use an upload as the script of a dub: its lines, and the characters that it names',
    may: 'scripts:create',
    body: z.object({ upload: idOf('uploads'), ...Reading }),
    reply: Script,
    handle: async ({ tx, params, body }, { storage }) => {
      const { id: dub, title, language } = await readDub(tx, params.dub, 'says nothing of its own');
      return addScript(tx, storage, { ...body, title, dub, language });
    },
  }),
  route({
    name: 'scripts.listOriginal',
    method: 'GET',
    path: '/titles/{title}/scripts',
    does: 'List the scripts of the original dialogue, the newest, which is the one in use, first',
    may: 'scripts:read',
    query: PageQuery,
    reply: pageOf(Script),
    handle: ({ tx, params, query }) =>
      readPage(tx, Scripts, query, { where: { title: params.title, dub: IsNull() }, newestFirst: true }),
  }),
  route({
    name: 'scripts.createOriginal',
    method: 'POST',
    path: '/titles/{title}/scripts',
    does: 'Use an upload as the script of the original dialogue, from which it is learnt how performers articulate',
    may: 'scripts:create',
    body: z.object({
      upload: idOf('uploads'),
      language: LanguageTag.optional().describe("The title's language when not given"),
      ...Reading,
    }),
    reply: Script,
    handle: async ({ tx, params, body }, { storage }) => {
      const { id: title, name, language: spoken } = await tx.findOneByOrFail(Titles, { id: params.title });
      const language = body.language ?? spoken;
      if (language === null) {
        throw new Refusal(
          'language-missing',
          `Nobody has said which language is spoken in ${name}: give it with the script, or set it for the title.`,
        );
      }
      return addScript(tx, storage, { ...body, title, dub: null, language });
    },
  }),
  rawRoute({
    name: 'scripts.file',
    method: 'GET',
    path: '/scripts/{script}/file',
    does: 'Download a script as it was uploaded',
    may: 'scripts:read',
    answers: 'text/plain',
    send: async ({ tx, params, incoming, outgoing }, { storage }) => {
      const { key, name, sha256 } = await tx.findOneByOrFail(Scripts, { id: params.script });
      await sendStored({ incoming, outgoing }, storage, { key, name, etag: sha256 });
    },
  }),
  route({
    name: 'scripts.delete',
    method: 'DELETE',
    path: '/scripts/{script}',
    does: 'Delete a script with its lines; the one before it counts again',
    may: 'scripts:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Scripts, { id: params.script });
    },
  }),
];
