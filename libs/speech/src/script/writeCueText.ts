import { writeClock } from './writeClock.ts';
import { keepTags, type RichText, type Tagged, type TagKind } from './richText.ts';

type WriteTag = (tagged: Tagged, inside: string) => string;

/** How one format writes words, and what is marked; it knows no other marks. */
export interface CueTags {
  readonly words: (words: string) => string;
  readonly tags: Readonly<Partial<Record<TagKind, WriteTag>>>;
}

/** Writes rich text with the tags of a cue. Empty rows, which would end it, are closed up. */
export function writeCueText(rich: RichText, { words, tags }: CueTags): string {
  const write = (pieces: RichText): string =>
    pieces
      .map((piece) =>
        typeof piece === 'string' ? words(piece) : tags[piece.tag]!(piece, write(piece.inside)),
      )
      .join('');
  const known = keepTags(rich, Object.keys(tags) as TagKind[]);
  return write(known).replace(/\n(?:[^\S\n]*\n)+/g, '\n');
}

const simple =
  (name: string): WriteTag =>
  (_, inside) =>
    `<${name}>${inside}</${name}>`;

/** SRT knows no escapes, so only what would be taken for a tag or a sign's name is written otherwise. */
export const srtTags: CueTags = {
  words: (words) => words.replace(/&(?=#?\w{1,8};)/g, '&amp;').replace(/<(?=[a-zA-Z/\d])/g, '&lt;'),
  tags: {
    italic: simple('i'),
    bold: simple('b'),
    underline: simple('u'),
    strike: simple('s'),
    color: ({ value = '' }, inside) => `<font color="${value.replaceAll('"', '&quot;')}">${inside}</font>`,
  },
};

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT writes what is marked, other than colours, strokes and marks of lips. */
export const vttTags: CueTags = {
  words: escape,
  tags: {
    italic: simple('i'),
    bold: simple('b'),
    underline: simple('u'),
    class: ({ value }, inside) => `<c.${value}>${inside}</c>`,
    lang: ({ value = '' }, inside) => `<lang ${escape(value)}>${inside}</lang>`,
    voice: ({ value = '' }, inside) => `<v ${escape(value)}>${inside}</v>`,
    ruby: simple('ruby'),
    'ruby-text': simple('rt'),
    time: ({ at = 0 }) => `<${writeClock(at)}>`,
  },
};
