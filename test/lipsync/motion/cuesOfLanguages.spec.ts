import { execFileSync } from 'node:child_process';
import { SILENCE, type MouthCue } from '@mondwerk/film';
import { cueMouths } from '@mondwerk/lipsync';
import { splitIpa } from '@mondwerk/phonetics';
import { describe, expect, it } from 'vitest';
import { phonesFrom } from './phonesFrom.ts';

/** Closures as they are held: `mb` is one over two sounds, `!f` a lip at the teeth. */
function heldIn(cues: readonly MouthCue[]): string {
  const firm = cues.filter(({ shape }) => shape === 'closed' || shape === 'lip-to-teeth');
  return firm
    .map(({ shape, ipa, span }, at) => {
      const touches = at > 0 && Math.abs(firm[at - 1].span.end - span.start) < 1e-6;
      return `${touches || at === 0 ? '' : ' '}${shape === 'closed' ? '' : '!'}${ipa}`;
    })
    .join('')
    .normalize('NFC');
}

const say = (voice: string, text: string): string =>
  execFileSync('espeak-ng', ['-q', '--ipa', '--sep=_', '-b', '1', '-v', voice, text], { encoding: 'utf8' });

/** Voice of eSpeak NG, BCP 47, what is said, and where its lips meet, one closure a word. */
const TABLE: readonly (readonly [voice: string, language: string, text: string, held: string])[] = [
  ['en-us', 'en', 'Stop boy, jump, comfort of above, obvious hip bone', 'pb mp m !f !v b !v b !v pb'],
  ['es', 'es', 'también un vaso, habla bebe Pablo, envidia, club', 'mb mb p mb b'],
  ['fr', 'fr', 'bombe, un bon vin, femme, obus', 'b b b !v !f m b'],
  ['de', 'de', 'Apfel, Pfanne, abpassen, fünf, haben, Umfang', 'p !f pf !pf pp !f !f b m !f'],
  ['nl', 'nl', 'een kopje, hebben, vijf, wat, lamp', 'p b !v !f!ʋ mp'],
  ['it', 'it', 'pappa, invito, anfora, uomo, babbo', 'p pː !v !f m b bː'],
  ['pt-br', 'pt', 'bomba, um pão, vovó, campo', 'b mb p !v !v mp'],
  ['pl', 'pl', 'pępek, bomba, żaba, w Paryżu, lew', 'p mp b mb b !f p !f'],
  ['ru', 'ru', 'папа, объём, пьёт, бомба, вот', 'p p b mp b mb !v'],
  ['ja', 'ja', 'せんぱい しんぶん がっぱ ふね', 'mp mb pː'],
  ['hi', 'hi', 'भाई फल बम वह संभव', 'bʰ pʰ b m !ʋ mbʰ !ʋ'],
  ['ar', 'ar', 'باب منبر فم', 'b bm b !f m'],
  ['cmn-latn-pinyin', 'zh', 'ba1 pa2 ma3 feng1 bing4', 'p pʰ m !f p'],
  ['ko', 'ko', '밥 앞문 바보 십만', 'p p pm p b pm'],
  ['vi', 'vi', 'bắp phở mẹ ốp vào', 'b p !f m p !v'],
  ['sw', 'sw', 'mtu mbwa simba pumba', 'm̩ m̩b mb p mb'],
  ['tr', 'tr', 'baba tamam av pembe', 'b b m m !v p mb'],
  ['ta', 'ta', 'அம்மா அப்பா பம்பரம் வா', 'mm pp b mb m !v'],
];

describe('the lips of what eSpeak NG says', () => {
  it.each(TABLE)('meet where they do in %s', (voice, language, text, held) => {
    const sounds = splitIpa(say(voice, text).replaceAll('\n', ' '), language);
    const phones = phonesFrom([[SILENCE, 0.5], ...sounds.map((ipa) => [ipa, 0.08] as const), [SILENCE, 0.5]]);
    expect(heldIn(cueMouths(phones))).toBe(held.normalize('NFC'));
  });
});

describe('the lips of sounds that eSpeak NG has no voice for', () => {
  it.each([
    ['ak͡pa ɡ͡be ŋ͡ma', 'k͡p ɡ͡b ŋ͡m'],
    ['ᵐba aᵐpa aⁿda', 'ᵐb ᵐp'],
    ['ɓa pʼe ʙa ʘa', 'ɓ pʼ ʙ ʘ'],
    ['bɐp̚ aɱfa aʋa', 'b p̚ !ɱ!f !ʋ'],
    ['aβa aβ̞a aɸa ab̞a awa', ''],
  ])('meet where they do in %s', (ipa, held) => {
    const phones = phonesFrom(splitIpa(ipa).map((sound) => [sound, 0.08] as const));
    expect(heldIn(cueMouths(phones))).toBe(held.normalize('NFC'));
  });
});
