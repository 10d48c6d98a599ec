import type { Language } from '#lib/language/languages.ts';
import { cast } from './cast.ts';
import { common } from './common.ts';
import { deliver } from './deliver.ts';
import { dub } from './dub.ts';
import { film } from './film.ts';
import { guide } from './guide.ts';
import { lines } from './lines.ts';
import { plan } from './plan.ts';
import { player } from './player.ts';
import { newTitle } from './newTitle.ts';
import { problems } from './problems.ts';
import { pronunciation } from './pronunciation.ts';
import { replacement } from './replacement.ts';
import { review } from './review.ts';
import { rights } from './rights.ts';
import { shell } from './shell.ts';
import { studio } from './studio.ts';
import { titles } from './titles.ts';
import { uploads } from './uploads.ts';
import { waits } from './waits.ts';
import { work } from './work.ts';

/** Every text of the interface, by room; a room's texts are in the file of its name. */
export const catalogue = {
  ...{ common, shell, player, problems, uploads },
  ...{ titles, newTitle, guide, waits },
  ...{ film, cast, pronunciation, rights, dub, replacement },
  ...{ lines, plan, review, deliver },
  ...{ work, studio },
} as const;

/** The texts in one language, as pages use them. */
export type Messages = {
  readonly [Room in keyof typeof catalogue]: { readonly [Name in keyof (typeof catalogue)[Room]]: string };
};

/** The catalogue in one language. */
export function messagesIn(language: Language): Messages {
  const rooms = Object.entries(catalogue).map(([room, words]) => [
    room,
    Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[language]])),
  ]);
  return Object.fromEntries(rooms) as Messages;
}
