import type { ServerResponse } from 'node:http';
import { SCRIPT_FORMATS } from '@mondwerk/speech';
import { z } from 'zod';
import { rawRoute, route } from '../http/route.ts';
import { describeFile } from '../http/sendStored.ts';
import { exportScript, formatsOf, TIMES, type ExportedScript } from './exportScript.ts';
import { Dubs, Scripts } from './tables.ts';

const Format = z
  .enum(SCRIPT_FORMATS)
  .describe('srt; vtt; ttml: IMSC 1.1 text; dapt: W3C DAPT; detx: a rhythm band; csv: a table');

const FormatOfScript = z
  .object({
    format: z.enum(SCRIPT_FORMATS),
    name: z.string(),
    lost: z.array(z.string()).readonly().describe('What of this script it cannot carry, in words'),
  })
  .meta({ id: 'FormatOfScript' });

/** Scripts going out again: in any format, with what people changed of their lines. */
export const scriptExportRoutes = [
  rawRoute({
    name: 'scripts.export',
    method: 'GET',
    path: '/dubs/{dub}/script',
    does: 'Download the script of a dub as it stands now, in any format',
    may: 'scripts:read',
    query: z.object({
      format: Format,
      times: z
        .enum(TIMES)
        .default('script')
        .describe('heard: where the newest plan found the voice to say each line'),
    }),
    answers: 'text/plain',
    send: async ({ tx, params, query, outgoing }, { storage }) => {
      const { id: dub, title } = await tx.findOneByOrFail(Dubs, { id: params.dub });
      send(outgoing, await exportScript(tx, storage, { title, dub }, query));
    },
  }),
  rawRoute({
    name: 'scripts.exportOriginal',
    method: 'GET',
    path: '/titles/{title}/script',
    does: 'Download the script of the original dialogue as it stands now, in any format',
    may: 'scripts:read',
    query: z.object({ format: Format }),
    answers: 'text/plain',
    send: async ({ tx, params, query, outgoing }, { storage }) =>
      send(outgoing, await exportScript(tx, storage, { title: params.title, dub: null }, query)),
  }),
  route({
    name: 'scripts.formats',
    method: 'GET',
    path: '/scripts/{script}/formats',
    does: 'List the formats in which a script can be downloaded, and what of it each cannot carry',
    may: 'scripts:read',
    reply: z.object({ items: z.array(FormatOfScript) }),
    handle: async ({ tx, params }, { storage }) => ({
      items: await formatsOf(tx, storage, await tx.findOneByOrFail(Scripts, { id: params.script })),
    }),
  }),
];

function send(outgoing: ServerResponse, { name, content }: ExportedScript): void {
  describeFile(outgoing, { name });
  outgoing.setHeader('Cache-Control', 'private, no-store');
  const bytes = Buffer.from(content);
  outgoing.writeHead(200, { 'Content-Length': bytes.length }).end(bytes);
}
