import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { checkCount, checkNew, checkSaid, lockTitle } from './checkPronunciation.ts';
import { importLexicon, openLexicon } from './importLexicon.ts';
import { Pronunciations } from './tables.ts';

const Pronunciation = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    word: z.string().describe('A word or a phrase as scripts have it'),
    said: z
      .string()
      .describe(
        '/ʃɪˈvɔːn/ in IPA, Shuh-VAWN respelt, de: as German reads it, de:Schuhwonn respelt for German',
      ),
    language: z.string().nullable().describe('BCP 47: in dubs of this language only; null: in all'),
    note: z.string().nullable(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Pronunciation' });

/** A word or a phrase as a request names it. */
export const Word = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .transform((text) => text.replace(/\s+/gu, ' '));

/** How it is said, as a request tells. */
export const Said = z.string().trim().min(1).max(200);

const fields = {
  word: Word,
  said: Said,
  language: LanguageTag.nullable(),
  note: z.string().trim().max(500).nullable(),
};

const NewPronunciation = z.object({
  ...fields,
  language: fields.language.default(null),
  note: fields.note.default(null),
});

const Changes = z
  .object(fields)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

const Import = z
  .object({
    upload: idOf('uploads').optional().describe('A file uploaded as lexicon'),
    text: z.string().min(1).max(1_000_000).optional().describe('What the file says'),
    name: z.string().trim().min(1).max(200).default('lexicon').describe('What to call the text in refusals'),
    replace: z.boolean().default(false).describe('Whether entries that the file does not have are deleted'),
  })
  .refine(({ upload, text }) => (upload === undefined) !== (text === undefined), 'give an upload or a text');

/** Pronunciations: how the names of a title are said. They count for the next plan of every dub that has them. */
export const pronunciationRoutes = [
  route({
    name: 'pronunciations.list',
    method: 'GET',
    path: '/titles/{title}/pronunciations',
    does: 'List how the names of a title are said, in the order of their making',
    may: 'pronunciations:read',
    query: PageQuery,
    reply: pageOf(Pronunciation),
    handle: ({ tx, params, query }) =>
      readPage(tx, Pronunciations, query, { where: { title: params.title } }),
  }),
  route({
    name: 'pronunciations.create',
    method: 'POST',
    path: '/titles/{title}/pronunciations',
    does: 'Say how a word or a phrase is said; several of one word are variants',
    may: 'pronunciations:create',
    body: NewPronunciation,
    reply: Pronunciation,
    handle: async ({ tx, params: { title }, actor: { organisation }, body }) => {
      await checkSaid(body);
      await lockTitle(tx, title);
      await checkNew(tx, title, body);
      await checkCount(tx, title, 1);
      return tx.save(Pronunciations, { id: newId(), organisation, title, ...body });
    },
  }),
  route({
    name: 'pronunciations.import',
    method: 'POST',
    path: '/titles/{title}/pronunciations/import',
    does: 'Add what a lexicon says: rows of word,said,language,note, or of word = /ipa/',
    may: 'pronunciations:create',
    body: Import,
    status: 200,
    reply: z.object({ added: z.int(), unchanged: z.int(), removed: z.int() }),
    handle: async ({ tx, params: { title }, actor: { organisation }, body }, { storage }) => {
      const { upload, text = '', name, replace } = body;
      const rows = await openLexicon(tx, storage, title, upload === undefined ? { text, name } : { upload });
      return importLexicon(tx, { organisation, title }, rows, replace);
    },
  }),
  route({
    name: 'pronunciations.edit',
    method: 'PATCH',
    path: '/pronunciations/{pronunciation}',
    does: 'Change how a word is said, in which language, or what is noted of it',
    may: 'pronunciations:edit',
    edits: true,
    body: Changes,
    reply: Pronunciation,
    handle: async ({ tx, params: { pronunciation: id }, expected, body }) => {
      const before = await tx.findOneByOrFail(Pronunciations, { id });
      const after = { ...before, ...body } as typeof before;
      await checkSaid(after);
      await lockTitle(tx, before.title);
      await checkNew(tx, before.title, after, id);
      return edit(tx, Pronunciations, { id, expected }, body);
    },
  }),
  route({
    name: 'pronunciations.delete',
    method: 'DELETE',
    path: '/pronunciations/{pronunciation}',
    does: 'Delete a pronunciation: the word is said again as its language reads it',
    may: 'pronunciations:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Pronunciations, { id: params.pronunciation });
    },
  }),
];
