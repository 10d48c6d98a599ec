import type { Words } from './words.ts';

/** Footage of the performer who is shown. */
export const replacementFootage = {
  footage: {
    en: 'Donor footage',
    nl: 'Donormateriaal',
    de: 'Spendermaterial',
    fr: 'Images du donneur',
    es: 'Material del donante',
  },
  footageHint: {
    en: 'Shots of the shown performer, close and sharp. Many angles, expressions and lights help more than length.',
    nl: 'Opnamen van de getoonde acteur, dichtbij en scherp. Veel hoeken, uitdrukkingen en soorten licht helpen meer dan lengte.',
    de: 'Aufnahmen der gezeigten Person, nah und scharf. Viele Winkel, Ausdrücke und Lichter helfen mehr als Länge.',
    fr: 'Des plans de l’interprète montré, proches et nets. La variété d’angles, d’expressions et de lumières compte plus que la durée.',
    es: 'Tomas del intérprete mostrado, cercanas y nítidas. Ayudan más los ángulos, expresiones y luces variados que la duración.',
  },
  footageOfFilm: {
    en: 'The film itself shows {name}: footage of its own is not needed, but more of it helps.',
    nl: 'De film zelf toont {name}: eigen materiaal is niet nodig, maar meer helpt wel.',
    de: 'Der Film selbst zeigt {name}: eigenes Material ist nicht nötig, aber mehr davon hilft.',
    fr: 'Le film montre lui-même {name} : d’autres images ne sont pas nécessaires, mais elles aident.',
    es: 'La propia película muestra a {name}: no hace falta más material, pero ayuda.',
  },
  footageNone: {
    en: 'The film itself is the donor footage.',
    nl: 'De film zelf is het donormateriaal.',
    de: 'Der Film selbst ist das Spendermaterial.',
    fr: 'Le film lui-même fournit les images du donneur.',
    es: 'La propia película es el material del donante.',
  },
  addFootage: {
    en: 'Add footage…',
    nl: 'Materiaal toevoegen…',
    de: 'Material hinzufügen…',
    fr: 'Ajouter des images…',
    es: 'Añadir material…',
  },
  dropFootage: {
    en: 'Drop footage of the shown performer here',
    nl: 'Zet materiaal van de getoonde acteur hier neer',
    de: 'Material der gezeigten Person hier ablegen',
    fr: 'Déposez ici des images de l’interprète montré',
    es: 'Suelta aquí material del intérprete mostrado',
  },
  used: { en: 'in use', nl: 'in gebruik', de: 'in Verwendung', fr: 'utilisées', es: 'en uso' },
  useFootage: {
    en: 'Use',
    nl: 'Gebruiken',
    de: 'Verwenden',
    fr: 'Utiliser',
    es: 'Usar',
  },
  removeFootage: {
    en: 'Take {name} away',
    nl: '{name} weghalen',
    de: '{name} entfernen',
    fr: 'Retirer {name}',
    es: 'Quitar {name}',
  },
  arrived: { en: 'arrived', nl: 'aangekomen', de: 'angekommen', fr: 'arrivées', es: 'recibido' },
  checking: {
    en: 'being checked',
    nl: 'wordt gecontroleerd',
    de: 'wird geprüft',
    fr: 'vérification',
    es: 'en comprobación',
  },
  footageStopped: {
    en: 'stopped: see the uploads',
    nl: 'gestopt: zie de uploads',
    de: 'angehalten: siehe Uploads',
    fr: 'arrêté : voir les envois',
    es: 'detenido: mira las subidas',
  },
} as const satisfies Words;
