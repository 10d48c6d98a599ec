import { audit } from './audit.ts';
import { people } from './people.ts';
import { settings } from './settings.ts';
import { tokens } from './tokens.ts';
import { webhooks } from './webhooks.ts';
import type { Words } from './words.ts';

/** The pages from which a studio is looked after. */
export const studio = {
  ...people,
  ...tokens,
  ...webhooks,
  ...audit,
  ...settings,
  administration: {
    en: 'Administration',
    nl: 'Beheer',
    de: 'Verwaltung',
    fr: 'Administration',
    es: 'Administración',
  },
  work: { en: 'Workers', nl: 'Werkers', de: 'Worker', fr: 'Workers', es: 'Workers' },
  models: { en: 'Models', nl: 'Modellen', de: 'Modelle', fr: 'Modèles', es: 'Modelos' },
  acts: { en: 'Actions', nl: 'Acties', de: 'Aktionen', fr: 'Actions', es: 'Acciones' },
  shownOnce: {
    en: 'This is shown once. Copy it now: nobody can look it up later.',
    nl: 'Dit wordt één keer getoond. Kopieer het nu: niemand kan het later opzoeken.',
    de: 'Das wird nur einmal gezeigt. Kopiere es jetzt: Niemand kann es später nachsehen.',
    fr: 'Ceci n’est affiché qu’une fois. Copiez-le maintenant : personne ne pourra le retrouver.',
    es: 'Esto se muestra una sola vez. Cópialo ahora: nadie podrá consultarlo después.',
  },
  finished: { en: 'I have it', nl: 'Ik heb het', de: 'Ich habe es', fr: 'C’est noté', es: 'Ya lo tengo' },
} as const satisfies Words;
