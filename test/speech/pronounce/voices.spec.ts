import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { articulationOf, featureOf, splitIpa, unknownLetters } from '@mondwerk/phonetics';

const espeak = (args: readonly string[], input = ''): string =>
  execFileSync('espeak-ng', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });

/** Of these Debian has no whole dictionary, or they are no languages of people. */
const withoutDictionary = /^(?:chr|piqd|qdb|qya|sjn|jbo|lfn|py|hak|io|grc|la|cv|nog|tk)/u;

const voices = [
  ...new Set(
    espeak(['--voices'])
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/u)[1])
      .filter((name) => name !== undefined && !withoutDictionary.test(name)),
  ),
];

/** Sentences in languages that are dubbed into, in their own writing. */
const sentences: Readonly<Record<string, string>> = {
  ar: 'أين كنت ليلة أمس يا صديقي؟',
  bg: 'Къде беше снощи, приятелю?',
  bn: 'তুমি গতকাল রাতে কোথায় ছিলে?',
  ca: 'On eres ahir a la nit, amic meu?',
  cs: 'Kde jsi byl včera večer, příteli?',
  cy: 'Ble roeddet ti neithiwr, fy ffrind?',
  da: 'Hvor var du i går aftes, min ven?',
  de: 'Wo warst du gestern Nacht, mein Freund?',
  el: 'Πού ήσουν χθες το βράδυ, φίλε μου;',
  es: '¿Dónde estuviste anoche, amigo mío?',
  et: 'Kus sa eile õhtul olid, mu sõber?',
  eu: 'Non egon zinen bart, laguna?',
  fa: 'دیشب کجا بودی، دوست من؟',
  fi: 'Missä olit viime yönä, ystäväni?',
  'fr-fr': 'Où étais-tu hier soir, mon ami ?',
  gu: 'તમે ગઈ રાત્રે ક્યાં હતા?',
  he: 'איפה היית אתמול בלילה, חבר שלי?',
  hi: 'तुम कल रात कहाँ थे, मेरे दोस्त?',
  hr: 'Gdje si bio sinoć, prijatelju?',
  hu: 'Hol voltál tegnap este, barátom?',
  id: 'Di mana kamu tadi malam, temanku?',
  is: 'Hvar varstu í gærkvöldi, vinur minn?',
  it: 'Dove eri ieri sera, amico mio?',
  ka: 'სად იყავი წუხელ, ჩემო მეგობარო?',
  ko: '어젯밤에 어디 있었어, 내 친구야?',
  lt: 'Kur buvai vakar vakare, mano drauge?',
  lv: 'Kur tu biji vakar vakarā, mans draugs?',
  ms: 'Di mana kamu malam tadi, kawan?',
  nb: 'Hvor var du i går kveld, min venn?',
  nl: 'Waar was je gisteravond, mijn vriend?',
  pa: 'ਤੁਸੀਂ ਕੱਲ੍ਹ ਰਾਤ ਕਿੱਥੇ ਸੀ?',
  pl: 'Gdzie byłeś wczoraj wieczorem, przyjacielu?',
  'pt-br': 'Onde você estava ontem à noite, meu amigo?',
  ro: 'Unde ai fost aseară, prietene?',
  ru: 'Где ты был вчера вечером, мой друг?',
  sk: 'Kde si bol včera večer, priateľu?',
  sl: 'Kje si bil sinoči, prijatelj?',
  sq: 'Ku ishe mbrëmë, miku im?',
  sr: 'Где си био синоћ, пријатељу?',
  sv: 'Var var du igår kväll, min vän?',
  sw: 'Ulikuwa wapi jana usiku, rafiki yangu?',
  ta: 'நேற்று இரவு நீ எங்கே இருந்தாய்?',
  te: 'నిన్న రాత్రి నువ్వు ఎక్కడ ఉన్నావు?',
  tr: 'Dün gece neredeydin, dostum?',
  uk: 'Де ти був учора ввечері, друже?',
  ur: 'تم کل رات کہاں تھے؟',
  vi: 'Đêm qua bạn đã ở đâu, bạn của tôi?',
};

const numbers = '0 1 2 3 4 5 6 7 8 9 10 11 12 15 19 20 30 50 100 1000 2000 1000000';

/** The sounds of a text, one by one, as eSpeak NG writes them. */
const soundsOf = (voice: string, text: string): string[] =>
  espeak(['-q', '--ipa', '--sep=_', '-b', '1', '-v', voice, '--stdin'], text)
    .replace(/\([a-z-]+\)/gu, ' ')
    .split(/[\s_]+/u)
    .filter((sound) => /\p{L}/u.test(sound));

describe('every voice of eSpeak NG', () => {
  test.each(voices)('%s speaks in letters of IPA, and none is lost', (voice) => {
    // Hebrew numbers are counted by ourselves.
    for (const text of [
      ...(voice === 'he' ? [] : [numbers]),
      ...(voice in sentences ? [sentences[voice]] : []),
    ]) {
      const sounds = soundsOf(voice, text);
      expect(sounds.length).toBeGreaterThan(10);
      for (const sound of sounds) {
        expect(unknownLetters(sound), sound).toEqual([]);
        // Palatal and other marks that stand alone belong to the sound before them.
        if (!/^[ˈˌ]*\p{Lm}+$/u.test(sound)) expect(splitIpa(sound).length, sound).toBeGreaterThan(0);
      }
    }
  });

  test.each(Object.keys(sentences))('%s moves the mouth: it has vowels and consonants', (voice) => {
    const segments = soundsOf(voice, sentences[voice]).flatMap((sound) => splitIpa(sound));
    const vowels = segments.filter((ipa) => featureOf(articulationOf(ipa), 'vowel') > 0.5).length;
    const share = vowels / segments.length;
    // Arabic and Hebrew are written without vowels; what is missing is put in afterwards.
    expect(share).toBeGreaterThan(voice === 'ar' || voice === 'he' ? 0.15 : 0.25);
    expect(share).toBeLessThan(0.65);
  });
});
