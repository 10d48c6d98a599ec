import { expect, test } from 'vitest';
import { checkLanguage, phonemise } from '@mondwerk/speech';
import { asText, sayWords } from './say.ts';

/** What scripts write, and what is said of each word, as a voice reads the words spelt out. */
const said: Readonly<Record<string, readonly (readonly [written: string, ...words: string[]])[]>> = {
  en: [
    ['Dr. Bell and Mrs. Lee', 'doctor', 'Bell', 'and', 'missis', 'Lee'],
    ['It cost $3.50', 'It', 'cost', 'three dollars fifty'],
    ['$5 million', 'five million dollars'],
    ['5km at 60 mph', 'five kilometers', 'at', 'sixty', 'miles an hour'],
    ['in 1984', 'in', 'nineteen eighty four'],
    ['in 1905', 'in', 'nineteen oh five'],
    ['the 1990s', 'the', 'nineteen nineties'],
    ['at 10:30', 'at', 'ten thirty'],
    ['555-1234', 'five five five one two three four'],
    ['Henry VIII spoke', 'Henry', 'the eighth', 'spoke'],
    ['World War II', 'World', 'War', 'two'],
    ['1/2 of 24/7', 'half', 'of', 'twenty four seven'],
    ['IT WAS ME!', 'it', 'was', 'me'],
    ['St. Paul in Downing St. today', 'saint', 'Paul', 'in', 'Downing', 'street', 'today'],
    ['at 10:00', 'at', 'ten o’clock'],
    ['Nooooo, sooo good', 'No', 'so', 'good'],
  ],
  de: [
    ['Dr. Bell', 'Doktor', 'Bell'],
    ['3,5 km für 20 €', 'drei komma fünf', 'Kilometer', 'für', 'zwanzig Euro'],
    ['am 3. Mai', 'am', 'dritten', 'Mai'],
    ['um 10:30 Uhr', 'um', 'zehn Uhr dreißig'],
    ['z. B. usw. Nr. 5', 'zum Beispiel', 'und so weiter', 'Nummer', 'fünf'],
    ['Heinrich VIII. kam', 'Heinrich', 'der achte', 'kam'],
    ['HILFE MIR!', 'hilfe', 'mir'],
  ],
  fr: [
    ['M. Dupont et Mme Blanc', 'monsieur', 'Dupont', 'et', 'madame', 'Blanc'],
    ['3 km, 20 €', 'trois', 'kilomètres', 'vingt euros'],
    ['10h30', 'dix heures trente'],
    ['Louis XIV', 'Louis', 'quatorze'],
    ['M. et Mme Martin', 'monsieur', 'et', 'madame', 'Martin'],
    ['au XIXe siècle', 'au', 'dix-neuvième', 'siècle'],
    ['le 1er, la 2e', 'le', 'premier', 'la', 'deuxième'],
  ],
  es: [
    ['El Sr. López', 'El', 'señor', 'López'],
    ['en EE.UU. hoy', 'en', 'Estados Unidos', 'hoy'],
    ['Felipe VI', 'Felipe', 'sexto'],
    ['las 9:00', 'las', 'nueve'],
    ['20 km', 'veinte', 'kilómetros'],
  ],
  it: [
    ['Il Sig. Rossi', 'Il', 'signor', 'Rossi'],
    ['Vittorio Emanuele II', 'Vittorio', 'Emanuele', 'secondo'],
    ['alle 10:30', 'alle', 'dieci e trenta'],
  ],
  'pt-BR': [
    ['O Sr. Silva', 'O', 'senhor', 'Silva'],
    ['R$ 20', 'vinte reais'],
    ['Pedro II', 'Pedro', 'segundo'],
  ],
  nl: [
    ['Dhr. Bakker', 'de heer', 'Bakker'],
    ['om 10:30 uur', 'om', 'tien uur dertig'],
    ['Willem II', 'Willem', 'de tweede'],
  ],
  pl: [
    ['np. 20 km', 'na przykład', 'dwadzieścia', 'kilometrów'],
    ['Jan Paweł II', 'Jan', 'Paweł', 'drugi'],
  ],
  ru: [
    ['г-н Иванов', 'господин', 'Иванов'],
    ['20 км', 'двадцать', 'километров'],
    ['Пётр I', 'Пётр', 'первый'],
  ],
  sv: [
    ['t.ex. 3 kr', 'till exempel', 'tre', 'kronor'],
    ['Karl XVI', 'Karl', 'den sextonde'],
  ],
};

const cases = Object.entries(said).flatMap(([tag, rows]) =>
  rows.map(([written, ...words]) => [tag, written, words] as const),
);

test.each(cases)('%s: “%s” is said as people say it', async (tag, written, words) => {
  // Spelt out in a line of its own, so that neighbours are the same.
  const [[...got], [...meant]] = await sayWords(tag, [written, words.join(' ')]);
  expect(got.map(({ word }) => word).length).toBe(words.length);
  const sounds = (said: typeof got): string =>
    said
      .flatMap(({ phones }) => phones)
      .join(' ')
      .replace(/ɾ|d(?= )/gu, 't')
      .replaceAll('ː', '');
  expect(sounds(got)).toBe(sounds(meant));
  for (const { word, phones } of got) expect(phones.length, word).toBeGreaterThan(0);
});

test.each([
  ['en', 'I-I-I W-was th— there', 'I-I-I=aɪ aɪ aɪ | W-was=w w ʌ z | th=ð | there=ð ɛ ɹ'],
  ['en', 'Hmm, mm-hmm, shh, psst.', 'Hmm=m̩ː | mm-hmm=m̩ h m̩ | shh=ʃː | psst=p s t'],
  ['en', 'Haha! [laughs] (sighs) *cries* Yes 😀 ♪', 'Haha=h a h a | Yes=j ɛ s'],
  ['en', 'I was go— What', 'I=aɪ | was=w ʌ z | go=ɡ oʊ | What=w ʌ t'],
  ['en', 'the FBI', 'the=ð ɪ | FBI=ɛ f b iː aɪ'],
  ['de', 'USA, BMW', 'USA=uː ɛ s ɑː | BMW=b eː ɛ m v eː'],
  ['de', 'I-Ich äh ja', 'I-Ich=ɪ ɪ ç | äh=ɛː | ja=j ɑː'],
  ['fr', 'J-je veux', 'J-je=ʒ ʒ ə | veux=v ø'],
  ['ru', 'Привет, iPhone', 'Привет=p rʲ i vʲ e t | iPhone=aɪ f oʊ n'],
  ['ko', 'iPhone을', 'iPhone을=aɪ f oʊ n ɯ ɫ'],
  ['hi', 'मेरा iPhone', 'मेरा=m eː ɾ aː | iPhone=aɪ f oʊ n'],
  ['ar', 'مرحبا iPhone', 'مرحبا=m a r ħ a b aː | iPhone=aɪ f oʊ n'],
  ['en', 'Привет there', 'Привет=p rʲ i vʲ e t | there=ð ɛ ɹ'],
  ['ja', '9時3分に二人', '九=k ɯᵝ | 時=dʑ i | 三=s ä ɴ | 分=p ɯᵝ ɴ | に=n i | 二=ɸ ɯᵝ t ä | 人=ɽ i'],
  ['ja', '十本、あはは', '十本=dʑ ɯᵝ pː o̞ ɴ | あはは=ä h ä h ä'],
  ['zh', '50%', '百分=p a i f ə n | 之=ʈʂ ɻ̩ | 五十=u ʂ ɻ̩'],
  ['he', 'אני 25', 'אני=a n i | 25=e s ʁ i m v e χ a m e ʃ'],
  ['he', 'אני אוהב אותך', 'אני=a n i | אוהב=o h e v | אותך=o t e χ'],
])('%s: “%s”', async (tag, written, expected) => {
  expect(asText((await sayWords(tag, [written]))[0]).normalize('NFC')).toBe(expected.normalize('NFC'));
});

test.each([
  ['en', 'the apple', 'the=ð ɪ {ð ə} | apple=æ p ə l'],
  ['de', 'haben und', 'haben=h ɑː b ə n {h ɑː b m̩} | und=ʊ n t {ʊ n}'],
  ['fr', 'je te', 'je=ʒ ə {ʒ} | te=t ə {t}'],
  ['es', 'Madrid', 'Madrid=m a ð ɾ i d {m a ð ɾ i}'],
  ['en', 'You did WHAT', 'You=j uː | did=d ɪ d | WHAT=w ʌ t {d ʌ b ə l j uː eɪ tʃ eɪ t iː}'],
])('%s: “%s” may be said otherwise', async (tag, written, expected) => {
  expect(asText((await sayWords(tag, [written]))[0], true).normalize('NFC')).toBe(expected.normalize('NFC'));
});

test('no word has more than three other ways', async () => {
  const [words] = await sayWords('fr', ['les petites fenêtres de ma petite table ne me le font pas']);
  expect(Math.max(...words.map(({ others = [] }) => others.length))).toBeLessThan(4);
});

test('lines without words have none, and shift no others', async () => {
  const said = await sayWords('en', ['…', '', '[laughs]', 'Hi.', '(sighs) 😀', '8008', 'Hi.']);
  expect(said.map((words) => words.map(({ word }) => word).join(' '))).toEqual([
    '',
    '',
    '',
    'Hi',
    '',
    '8008',
    'Hi',
  ]);
  expect(said[6]).toEqual(said[3]);
  expect(said[3][0].phones).toEqual(['h', 'aɪ']);
});

test('a line is said in its own language', async () => {
  const lines = [
    { index: 7, text: 'Hello' },
    { index: 9, text: 'Bonjour mon ami', language: 'fr' },
    { index: 8, text: 'there', language: 'und' },
  ];
  const said = await phonemise(lines, await checkLanguage('en'));
  expect(said.map(({ line, words }) => [line, asText(words)])).toEqual([
    [7, 'Hello=h ə l oʊ'],
    [9, 'Bonjour=b ɔ̃ ʒ u ʁ | mon=m ɔ̃ n | ami=a m i'],
    [8, 'there=ð ɛ ɹ'],
  ]);
  const unknown = [{ index: 0, text: 'x', language: 'tlh' }];
  await expect(phonemise(unknown, await checkLanguage('en'))).rejects.toMatchObject({
    code: 'language-unknown',
  });
});
