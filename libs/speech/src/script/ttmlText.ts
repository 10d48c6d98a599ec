import { tidyRich, trimRich, type RichText, type TagKind, type Tagged } from './richText.ts';
import { isNamed } from './ttmlNames.ts';
import { enter, type Around, type Found, type Walk } from './ttmlWalk.ts';
import { PLAIN, type Look } from './ttmlStyles.ts';

/** The text of a paragraph: how it looks, its languages, ruby, and when its spans begin. */
export function readTtmlText(found: Found, walk: Walk): RichText {
  const text = tidyRich(lookTags(PLAIN, found.around.look, piecesIn(found, walk)));
  return trimRich(found.around.preserve ? text : squeezed(text));
}

function piecesIn({ element, around }: Found, walk: Walk): RichText {
  return tidyRich(
    element.inside.flatMap((child): RichText => {
      if (typeof child === 'string') return [around.preserve ? child : child.replace(/[ \t\n\r]+/g, ' ')];
      if (isNamed(child, 'br')) return ['\n'];
      return isNamed(child, 'span') ? spanPieces(enter(child, around, walk), around, walk) : [];
    }),
  );
}

function spanPieces(found: Found, outer: Around, walk: Walk): RichText {
  const { attributes, around } = found;
  const ruby = attributes['tts:ruby'];
  if (ruby === 'delimiter') return [];
  const pieces: Tagged[] =
    attributes.begin === undefined ? [] : [{ tag: 'time', at: around.span.start, inside: [] }];
  let inside = piecesIn(found, walk);
  const color =
    attributes['tts:color'] ?? (attributes.style ? walk.styleOf(attributes)['tts:color'] : undefined);
  if (color !== undefined) inside = [{ tag: 'color', value: color, inside }];
  inside = lookTags(outer.look, around.look, inside);
  if (around.language !== undefined && around.language !== outer.language) {
    inside = [{ tag: 'lang', value: around.language, inside }];
  }
  if (ruby === 'container') inside = [{ tag: 'ruby', inside }];
  if (ruby === 'text') inside = [{ tag: 'ruby-text', inside }];
  return [...pieces, ...inside];
}

const looks: readonly (readonly [keyof Look, TagKind])[] = [
  ['strike', 'strike'],
  ['underline', 'underline'],
  ['bold', 'bold'],
  ['italic', 'italic'],
];

/** What a text looks like beyond what it looks like around it. */
const lookTags = (outer: Look, inner: Look, inside: RichText): RichText =>
  looks.reduce<RichText>(
    (text, [look, tag]) =>
      inner[look] && !outer[look] && inside.length > 0 ? [{ tag, inside: text }] : text,
    inside,
  );

/** Spaces that only set the file in rows: those at line breaks, and several in a row across the borders of spans. */
function squeezed(rich: RichText): RichText {
  let last = '\n';
  const squeeze = (pieces: RichText): RichText =>
    pieces.map((piece) => {
      if (typeof piece !== 'string') return { ...piece, inside: squeeze(piece.inside) };
      const words = piece.replace(/ *\n */g, '\n');
      const joined = last === '\n' || last === ' ' ? words.replace(/^ +/, '') : words;
      last = joined.at(-1) ?? last;
      return joined;
    });
  return tidyRich(squeeze(rich));
}
