/** Sentences that the aligner's prior was not trained on, for measuring it against eSpeak NG's true phone times. */
export const spokenSentences: Readonly<Record<string, readonly string[]>> = {
  'en-US': [
    'My uncle keeps seven white horses behind the old farm house.',
    'Could you tell me where the nearest post office is, please?',
    'They never finished painting the ceiling before winter came.',
    'Just give him the job, he has waited for more than a year.',
    'Both of the children love chocolate and cold orange juice.',
    'We missed the last train by half a minute.',
  ],
  es: [
    'Mi tío compró una bicicleta nueva para su hija pequeña.',
    'No sabemos cuándo empieza la reunión de los jueves.',
    'El agua del río estaba muy fría aquella mañana.',
    'Quiero aprender a tocar la guitarra este verano.',
    'Siempre llegan tarde porque viven lejos del centro.',
    'Dame un poco de chocolate, por favor.',
  ],
  de: [
    'Mein Onkel hat drei weiße Pferde hinter dem alten Bauernhof.',
    'Können Sie mir bitte sagen, wo die Post ist?',
    'Wir haben gestern zwei Stunden auf den Bus gewartet.',
    'Das Wasser im See war heute Morgen sehr kalt.',
    'Die Kinder spielen gern im Garten hinter der Schule.',
    'Er fährt jeden Freitag mit dem Zug nach Köln.',
  ],
  hi: [
    'मेरे चाचा के पास तीन सफ़ेद घोड़े हैं।',
    'कृपया मुझे बताइए कि डाकघर कहाँ है।',
    'हम कल दो घंटे तक बस का इंतज़ार करते रहे।',
    'आज सुबह नदी का पानी बहुत ठंडा था।',
    'बच्चे स्कूल के पीछे बगीचे में खेलते हैं।',
  ],
};
