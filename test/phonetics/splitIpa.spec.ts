import { articulationOf, featureOf, splitIpa } from '@mondwerk/phonetics';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('splitIpa', () => {
  it.each([
    ['ˈtʃiːz', 'und', ['tʃ', 'iː', 'z']],
    ['t͡ʃˈiːz', 'und', ['tʃ', 'iː', 'z']],
    ['b_ˈaɪ', 'und', ['b', 'aɪ']],
    ['paˈis', 'und', ['p', 'a', 'i', 's']],
    ['bɔ̃ʒˈuʁ', 'fr', ['b', 'ɔ̃', 'ʒ', 'u', 'ʁ']],
    ['tsvˈœlf', 'de', ['ts', 'v', 'œ', 'l', 'f']],
    ['pfˈaːt', 'de', ['pf', 'aː', 't']],
    ['mɐ̃ʊ̃', 'pt', ['m', 'ɐ̃ʊ̃']],
    ['kɯᵝ', 'ja', ['k', 'ɯᵝ']],
    ['pitːsːa', 'it', ['p', 'i', 'tː', 'sː', 'a']],
    ['(en)fˈoʊtoʊ(de)', 'de', ['f', 'oʊ', 't', 'oʊ']],
    ['ts.hˈi.5 fˈa5n', 'zh', ['ʈʂʰ', 'ɨ', 'f', 'a', 'n']],
    ['nˈiɜ xˈɑuɜ', 'zh', ['n', 'i', 'x', 'ɑu']],
    ['tɕhˈy5', 'zh', ['tɕʰ', 'y']],
    ['tʂˈonɡ5 kuˈo2', 'cmn', ['tʂ', 'o', 'ŋ', 'k', 'u', 'o']],
    ['ak͡pa ɡ͜be', 'yo', ['a', 'k͡p', 'a', 'ɡ͡b', 'e']],
    ['ʁˈykpas t͡ʃa a͡ɪ', 'de', ['ʁ', 'y', 'k', 'p', 'a', 's', 'tʃ', 'a', 'aɪ']],
    ['ᵐba aⁿda dⁿi', 'fj', ['ᵐb', 'a', 'a', 'ⁿd', 'a', 'dⁿ', 'i']],
    ['ˈm̩tu ˈm̩bwa', 'sw', ['m̩', 't', 'u', 'm̩', 'b', 'w', 'a']],
    ['ɓa pʼe bɐp̚', 'ha', ['ɓ', 'a', 'pʼ', 'e', 'b', 'ɐ', 'p̚']],
    ['ɕ_i_ˈũ_b_ɯᵝ_ɴ', 'ja', ['ɕ', 'i', 'm', 'b', 'ɯᵝ', 'ɴ']],
    ['ɡ_ˈä_h_p_ä', 'ja', ['ɡ', 'ä', 'pː', 'ä']],
    ['ũ_ŋ p_ˈɐ̃ʊ̃', 'pt-BR', ['ũ', 'ŋ', 'p', 'ɐ̃ʊ̃']],
    ['', 'en', []],
  ])('splits %s (%s)', (ipa, language, segments) => {
    expect(splitIpa(ipa, language)).toEqual(segments.map((segment) => segment.normalize('NFD')));
  });
});

describe('what eSpeak NG says', () => {
  it.each([
    ['en-us', 'en', 'The quick brown fox jumps over the lazy dog. Church judge measure thing fire'],
    ['es', 'es', 'El veloz murciélago hindú comía feliz cardillo y kiwi, la cigüeña y el perro'],
    ['fr', 'fr', 'Portez ce vieux juge blond qui fume un bon vin blanc, huit feuilles, montagne'],
    ['de', 'de', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Deich, ich auch, Pfad, Zeug'],
    ['nl', 'nl', 'Wijze lynx bezag vroom het fikse huis, deur, schip, vijf, eeuw, nieuw, mooi'],
    ['it', 'it', 'Pranzo di acqua fa volti sghembi, gnocchi, figlio, ciao, pizza, scena'],
    ['pt', 'pt', 'Luís à Júlia que fé, chá, óxido, pôr, zângão, mãe, não, muito, filho, vinho'],
    ['pl', 'pl', 'Pchnąć w tę łódź jeża lub ośm skrzyń fig, żółty źdźbło dzwon dżem'],
    ['ja', 'ja', 'いろはにほへと ちりぬるを がっこう きょう ふじさん つづく しんぶん パーティー'],
    ['hi', 'hi', 'ऋषियों को सताने वाले दुष्ट राक्षसों के राजा घर छोटा झंडा ठंडा ढोल पढ़ना'],
    ['ar', 'ar', 'نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق'],
    ['cmn-latn-pinyin', 'zh', 'ni3 hao3 zhong1 guo2 ren2 chi1 fan4 xue2 sheng1 er2 lü4 yuan2 xiong2'],
  ])('is made of known letters in %s', (voice, language, text) => {
    const ipa = execFileSync('espeak-ng', ['-q', '--ipa', '-v', voice, text], { encoding: 'utf8' });
    const segments = splitIpa(ipa, language);
    expect(segments.length).toBeGreaterThan(20);
    const unknown = segments.filter((segment) => {
      const vector = articulationOf(segment);
      return featureOf(vector, 'alveolar') === 0.5 && featureOf(vector, 'approximant') === 0.5;
    });
    expect(unknown).toEqual([]);
  });
});
