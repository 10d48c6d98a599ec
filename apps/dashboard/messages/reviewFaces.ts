import type { Words } from './words.ts';

/** What the review of a replacement calls otherwise than that of a dub. */
export const reviewFaces = {
  'view-replaced': { en: 'Replaced', nl: 'Vervangen', de: 'Ersetzt', fr: 'Remplacé', es: 'Sustituido' },
  turnAbReplaced: {
    en: 'Original or replaced (A/B)',
    nl: 'Origineel of vervangen (A/B)',
    de: 'Original oder ersetzt (A/B)',
    fr: 'Original ou remplacé (A/B)',
    es: 'Original o sustituido (A/B)',
  },
  face: {
    en: 'Close to the face',
    nl: 'Dicht op het gezicht',
    de: 'Nah an das Gesicht',
    fr: 'Au plus près du visage',
    es: 'Cerca de la cara',
  },
  nextFaceFlag: {
    en: 'Next face to look at',
    nl: 'Volgende gezicht om te bekijken',
    de: 'Nächstes Gesicht zum Nachsehen',
    fr: 'Visage suivant à vérifier',
    es: 'Siguiente cara por comprobar',
  },
  previousFaceFlag: {
    en: 'Previous face to look at',
    nl: 'Vorige gezicht om te bekijken',
    de: 'Voriges Gesicht zum Nachsehen',
    fr: 'Visage précédent à vérifier',
    es: 'Cara anterior por comprobar',
  },
  faceFlags: {
    en: 'Faces to look at',
    nl: 'Gezichten om te bekijken',
    de: 'Gesichter zum Nachsehen',
    fr: 'Visages à vérifier',
    es: 'Caras por comprobar',
  },
  noFaceFlags: {
    en: 'Nothing of these faces needs a closer look.',
    nl: 'Aan deze gezichten hoeft niets nader bekeken te worden.',
    de: 'An diesen Gesichtern muss nichts näher angesehen werden.',
    fr: 'Rien de ces visages ne demande à être vu de plus près.',
    es: 'Nada de estas caras pide mirarse más de cerca.',
  },
  facesNotMeasured: {
    en: 'The faces of this take have not been checked yet.',
    nl: 'De gezichten van deze take zijn nog niet gecontroleerd.',
    de: 'Die Gesichter dieses Takes sind noch nicht geprüft.',
    fr: 'Les visages de cette prise n’ont pas encore été contrôlés.',
    es: 'Las caras de esta toma todavía no se han comprobado.',
  },
  untouchedFaces: {
    en: 'Keep the filmed face in these frames',
    nl: 'In deze beelden het gefilmde gezicht houden',
    de: 'In diesen Bildern das gefilmte Gesicht behalten',
    fr: 'Garder le visage filmé sur ces images',
    es: 'Conservar la cara filmada en estos fotogramas',
  },
  newFaces: {
    en: '{frames, plural, one {# new face} other {# new faces}}',
    nl: '{frames, plural, one {# nieuw gezicht} other {# nieuwe gezichten}}',
    de: '{frames, plural, one {# neues Gesicht} other {# neue Gesichter}}',
    fr: '{frames, plural, one {# nouveau visage} other {# nouveaux visages}}',
    es: '{frames, plural, one {# cara nueva} other {# caras nuevas}}',
  },
} as const satisfies Words;
