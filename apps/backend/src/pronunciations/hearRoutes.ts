import { hearWord, previewWord } from '@mondwerk/speech';
import { z } from 'zod';
import { rawRoute, route } from '../http/route.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { Said, Word } from './pronunciationRoutes.ts';

const Question = z.object({
  word: Word,
  said: Said.optional().describe('As in a pronunciation; left out: as the language reads the word'),
  language: LanguageTag,
});

/** How words would be said, before anybody writes it down. */
export const hearRoutes = [
  route({
    name: 'pronunciations.preview',
    method: 'GET',
    path: '/titles/{title}/pronunciations/preview',
    does: 'Tell in IPA how a word is said in a language',
    may: 'pronunciations:read',
    query: Question,
    reply: z.object({
      ipa: z.string(),
      phones: z.array(z.string()),
      others: z.array(z.array(z.string())).describe('Other ways that the voice may say it'),
    }),
    handle: async ({ query: { word, said, language } }) => {
      const { phones, others } = await previewWord(word, language, said);
      return { ipa: phones.join(''), phones: [...phones], others: others.map((way) => [...way]) };
    },
  }),
  rawRoute({
    name: 'pronunciations.hear',
    method: 'GET',
    path: '/titles/{title}/pronunciations/sound',
    does: 'Hear a word as a simple voice says it',
    may: 'pronunciations:read',
    query: Question,
    answers: 'audio/wav',
    send: async ({ query: { word, said, language }, outgoing }) => {
      const sound = await hearWord(word, language, said);
      outgoing.writeHead(200, {
        'content-type': 'audio/wav',
        'content-length': sound.length,
        'cache-control': 'private, max-age=3600',
      });
      outgoing.end(sound);
    },
  }),
];
