/** The same harmless lines in several languages, in the same order. */
export const lines = {
  en: [
    'Maybe my brother will move the big boat before summer.',
    'Five very warm puppies played by the river, and we laughed.',
    'Please bring me a cup of coffee, a bowl of plums and a map.',
    'You know, I have always loved the view from above the valley.',
    'My father bought a beautiful blue piano for the family.',
    'What a wonderful evening! We should open the window and sing.',
  ],
  es: [
    'Tal vez mi hermano mueva el barco grande antes del verano.',
    'Cinco perritos muy tiernos jugaban junto al río, y nos reímos.',
    'Por favor, tráeme una taza de café, unas ciruelas y un mapa.',
    'Sabes, siempre me ha encantado la vista desde lo alto del valle.',
    'Mi padre compró un hermoso piano azul para la familia.',
    '¡Qué noche tan maravillosa! Abramos la ventana y cantemos.',
  ],
  de: [
    'Vielleicht bewegt mein Bruder das große Boot vor dem Sommer.',
    'Fünf flauschige Welpen spielten am Fluss, und wir lachten.',
    'Bitte bring mir eine Tasse Kaffee, Pflaumen und eine Mappe.',
    'Weißt du, den Blick über das Tal habe ich immer geliebt.',
    'Mein Vater kaufte ein blaues Klavier für die Familie.',
    'Was für ein Abend! Wir machen das Fenster auf und singen.',
  ],
} as const satisfies Record<string, readonly string[]>;

/** The languages in which there are lines. */
export type LineLanguage = keyof typeof lines;
