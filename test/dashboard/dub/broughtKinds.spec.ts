import { describe, expect, it } from 'vitest';
import {
  guessBrought,
  purposeOf,
  wordsOf,
  type KnownNames,
} from '../../../apps/dashboard/components/dub/broughtKinds.ts';

const known: KnownNames = {
  characters: [
    { id: 'mira', name: 'MIRA' },
    { id: 'mira young', name: 'Young Mira' },
    { id: 'anton', name: 'Antón' },
    { id: 'jose', name: 'María José' },
  ],
  original: 'en-GB',
};

describe('what a file that is dropped seems to be', () => {
  it.each([
    ['voice.wav', '', 'stem'],
    ['VOICE.AIFF', '', 'stem'],
    ['take without an ending', 'audio/x-wav', 'stem'],
    ['es.srt', '', 'script'],
    ['es.vtt', 'text/vtt', 'script'],
    ['dialogue.txt', 'text/plain', 'script'],
    ['film.mp4', 'video/mp4', null],
    ['script.docx', 'application/msword', null],
    ['script.pdf', 'application/pdf', null],
  ])('%s (%s) is brought as %s', (name, type, purpose) => {
    expect(purposeOf({ name, type })).toBe(purpose);
  });

  it.each([
    ['Lighthouse_ES_M&E.wav', 'music-and-effects'],
    ['LIGHTHOUSE_ME_51.wav', 'music-and-effects'],
    ['lighthouse-music.flac', 'music-and-effects'],
    ['Lighthouse Foley.wav', 'music-and-effects'],
    ['lighthouse_es_fullmix.wav', 'mix'],
    ['Lighthouse_ES_Printmaster.wav', 'mix'],
    ['LighthouseDialogue.wav', 'dialogue'],
    ['lighthouse_es.wav', 'mix'],
    ['summer.wav', 'mix'],
  ])('takes %s for %s', (name, kind) => {
    expect(guessBrought(name, 'stem', known)).toEqual({ kind, character: null });
  });

  it.each([
    ['ES_MIRA_v3.wav', 'mira'],
    ['es-anton.wav', 'anton'],
    ['EP1 Young Mira dx.wav', 'mira young'],
    ['Lighthouse_MariaJose.wav', 'jose'],
    ['miracle.wav', null],
  ])('finds in %s whose voice it is: %s', (name, character) => {
    expect(guessBrought(name, 'stem', known).character).toBe(character);
  });

  it('gives a mix to nobody, whatever its name', () => {
    expect(guessBrought('MIRA mix.wav', 'stem', known)).toEqual({ kind: 'mix', character: null });
  });

  it.each([
    ['lighthouse.es.srt', 'script'],
    ['lighthouse.en.srt', 'original-script'],
    ['Lighthouse_English.vtt', 'original-script'],
    ['original dialogue.txt', 'original-script'],
    ['encounter.srt', 'script'],
  ])('takes %s for %s', (name, kind) => {
    expect(guessBrought(name, 'script', known).kind).toBe(kind);
  });

  it('knows of no original where nobody has said what is spoken', () => {
    expect(guessBrought('lighthouse.en.srt', 'script', { ...known, original: null }).kind).toBe('script');
  });

  it('reads words out of names as people write them', () => {
    expect(wordsOf('EP01_MariaJosé-(v2).final.wav')).toEqual(['ep01', 'maria', 'jose', 'v2', 'final']);
  });
});
