import { writeClock } from './writeClock.ts';
import type { RichText, Tagged } from './richText.ts';

/** How one format writes what is marked: tags around it, or nothing. */
export interface CueTags {
  readonly words: (words: string) => string;
  readonly tag: (tagged: Tagged, inside: string) => string;
}

/** Writes rich text with the tags of a cue. Rows that would end a cue are closed up. */
export const writeCueText = (rich: RichText, tags: CueTags): string =>
  rich
    .map((piece) =>
      typeof piece === 'string'
        ? tags.words(piece.replace(/\n(?:[^\S\n]*\n)+/g, '\n'))
        : tags.tag(piece, writeCueText(piece.inside, tags)),
    )
    .join('');

const simple = (name: string) => (_: Tagged, inside: string) => `<${name}>${inside}</${name}>`;
const bare = (_: Tagged, inside: string): string => inside;

/** SRT knows no escapes, so only what would be taken for a tag or a sign's name is written otherwise. */
export const srtTags: CueTags = {
  words: (words) => words.replace(/&(?=#?\w{1,8};)/g, '&amp;').replace(/<(?=[a-zA-Z/\d])/g, '&lt;'),
  tag: (tagged, inside) => (srt[tagged.tag] ?? bare)(tagged, inside),
};

const srt: Partial<Record<Tagged['tag'], (tagged: Tagged, inside: string) => string>> = {
  italic: simple('i'),
  bold: simple('b'),
  underline: simple('u'),
  strike: simple('s'),
  color: ({ value = '' }, inside) => `<font color="${value.replaceAll('"', '&quot;')}">${inside}</font>`,
  'ruby-text': () => '',
};

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT writes what is marked, other than colours, strokes and marks of lips. */
export const vttTags: CueTags = {
  words: escape,
  tag: (tagged, inside) => (vtt[tagged.tag] ?? bare)(tagged, inside),
};

const vtt: Partial<Record<Tagged['tag'], (tagged: Tagged, inside: string) => string>> = {
  italic: simple('i'),
  bold: simple('b'),
  underline: simple('u'),
  class: ({ value }, inside) => `<c.${value}>${inside}</c>`,
  lang: ({ value = '' }, inside) => `<lang ${escape(value)}>${inside}</lang>`,
  voice: ({ value = '' }, inside) => `<v ${escape(value)}>${inside}</v>`,
  ruby: simple('ruby'),
  'ruby-text': simple('rt'),
  time: ({ at = 0 }) => `<${writeClock(at)}>`,
};
