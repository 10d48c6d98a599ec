import { jobs } from './jobs.ts';
import { models } from './models.ts';
import { queue } from './queue.ts';
import { stages } from './stages.ts';
import type { Words } from './words.ts';

/** Workers, the queue and models. */
export const work = {
  ...stages,
  ...queue,
  ...jobs,
  ...models,
  workers: { en: 'Workers', nl: 'Werkers', de: 'Worker', fr: 'Workers', es: 'Workers' },
  workersAndQueue: {
    en: 'Workers and queue',
    nl: 'Werkers en wachtrij',
    de: 'Worker und Warteschlange',
    fr: 'Workers et file d’attente',
    es: 'Workers y cola',
  },
  showEnded: {
    en: 'Show those that ended in the last day',
    nl: 'Toon wie de afgelopen dag is gestopt',
    de: 'Auch am letzten Tag beendete zeigen',
    fr: 'Afficher ceux qui se sont arrêtés depuis un jour',
    es: 'Mostrar los que terminaron en el último día',
  },
  noWorkers: {
    en: 'No worker is there',
    nl: 'Er is geen werker',
    de: 'Es ist kein Worker da',
    fr: 'Aucun worker n’est là',
    es: 'No hay ningún worker',
  },
  noWorkersHint: {
    en: 'Whatever is asked for waits until one is started, on this machine or another: mondwerk worker',
    nl: 'Alles wat gevraagd wordt wacht tot er een start, op deze of een andere machine: mondwerk worker',
    de: 'Alles wartet, bis einer gestartet wird, auf diesem oder einem anderen Rechner: mondwerk worker',
    fr: 'Tout attend qu’un worker démarre, sur cette machine ou une autre : mondwerk worker',
    es: 'Todo espera hasta que se inicie uno, en esta máquina o en otra: mondwerk worker',
  },
  'worker-working': { en: 'Working', nl: 'Bezig', de: 'Arbeitet', fr: 'Au travail', es: 'Trabajando' },
  'worker-idle': { en: 'Idle', nl: 'Vrij', de: 'Frei', fr: 'Libre', es: 'Libre' },
  'worker-silent': { en: 'Silent', nl: 'Stil', de: 'Stumm', fr: 'Silencieux', es: 'Sin señal' },
  'worker-ended': { en: 'Ended', nl: 'Gestopt', de: 'Beendet', fr: 'Arrêté', es: 'Terminado' },
  atOnce: {
    en: '{count, plural, one {# job at once} other {# jobs at once}}',
    nl: '{count, plural, one {# taak tegelijk} other {# taken tegelijk}}',
    de: '{count, plural, one {# Schritt zugleich} other {# Schritte zugleich}}',
    fr: '{count, plural, one {# étape à la fois} other {# étapes à la fois}}',
    es: '{count, plural, one {# paso a la vez} other {# pasos a la vez}}',
  },
  version: {
    en: 'version {version}',
    nl: 'versie {version}',
    de: 'Version {version}',
    fr: 'version {version}',
    es: 'versión {version}',
  },
  since: {
    en: 'since {at}',
    nl: 'sinds {at}',
    de: 'seit {at}',
    fr: 'depuis {at}',
    es: 'desde {at}',
  },
  lastSeen: {
    en: 'seen {ago}',
    nl: 'gezien {ago}',
    de: 'gesehen {ago}',
    fr: 'vu {ago}',
    es: 'visto {ago}',
  },
  endedAt: {
    en: 'ended {at}',
    nl: 'gestopt {at}',
    de: 'beendet {at}',
    fr: 'arrêté le {at}',
    es: 'terminado {at}',
  },
  jobsOfOthers: {
    en: '{count, plural, one {# job of another organisation} other {# jobs of other organisations}}',
    nl: '{count, plural, one {# taak van een andere organisatie} other {# taken van andere organisaties}}',
    de: '{count, plural, one {# Schritt einer anderen Organisation} other {# Schritte anderer Organisationen}}',
    fr: '{count, plural, one {# étape d’une autre organisation} other {# étapes d’autres organisations}}',
    es: '{count, plural, one {# paso de otra organización} other {# pasos de otras organizaciones}}',
  },
  shot: {
    en: 'shot {number}',
    nl: 'shot {number}',
    de: 'Einstellung {number}',
    fr: 'plan {number}',
    es: 'plano {number}',
  },
} as const satisfies Words;
