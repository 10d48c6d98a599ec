import { readEntities } from './entities.ts';
import { secondsOfClock } from './cueTime.ts';
import { tidyRich, type RichText, type Tagged, type TagKind } from './richText.ts';

/** Tags of SRT and WebVTT that mark a stretch of text. */
const kinds: Readonly<Record<string, TagKind>> = {
  ...{ i: 'italic', em: 'italic', b: 'bold', strong: 'bold', u: 'underline', s: 'strike' },
  ...{ c: 'class', v: 'voice', lang: 'lang', ruby: 'ruby', rt: 'ruby-text', font: 'color' },
};

const tagPattern = /<(\/?)([a-zA-Z]{1,8})((?:\.[^\s<>.]+)*)(?:\s([^<>]*))?>|<(\d[\d:.]*)>/g;

/** Nobody marks text more often at once; what goes deeper is an enemy's. */
const MOST_DEEP = 20;

/** A stretch that has begun and not ended. */
interface Open {
  readonly name: string;
  readonly marked?: { readonly tag: TagKind; readonly value?: string };
  readonly pieces: (string | Tagged)[];
}

/** Reads the text of a cue: `<i>`, `<c.yellow>`, `<v Mary>`, `<00:01.500>`, `&amp;`; tags that mean nothing fall away. */
export function readCueText(raw: string): RichText {
  const open: Open[] = [{ name: '', pieces: [] }];
  let last = 0;
  for (const match of raw.matchAll(tagPattern)) {
    open.at(-1)!.pieces.push(words(raw.slice(last, match.index)));
    last = match.index + match[0].length;
    if (match[5] !== undefined) open.at(-1)!.pieces.push(...instant(match[5]));
    else if (match[1] === '/') closeTo(open, match[2].toLowerCase());
    else openTag(open, match);
  }
  open.at(-1)!.pieces.push(words(raw.slice(last)));
  while (open.length > 1) close(open);
  return tidyRich(open[0].pieces);
}

/** Codes of ASS in braces, which some programs leave in SRT, are styles and no words. */
const words = (raw: string): string => readEntities(raw.replace(/\{\\[^{}]*\}/g, ''));

function openTag(open: Open[], match: RegExpMatchArray): void {
  const [, , tag, classes = '', annotation = ''] = match;
  const name = tag.toLowerCase();
  if (name === 'br') return void open.at(-1)!.pieces.push('\n');
  if (open.length > MOST_DEEP) return;
  if (name === 'rt' && open.at(-1)!.name === 'rt') close(open);
  if (name === 'lang' && annotation.trim() === '') return void open.push({ name, pieces: [] });
  const marked = markOf(name, classes, annotation);
  open.push(marked === undefined ? { name, pieces: [] } : { name, marked, pieces: [] });
  if (classes !== '' && marked !== undefined && name !== 'c') {
    open.push({ name: 'c', marked: { tag: 'class', value: classes.slice(1) }, pieces: [] });
  }
}

function markOf(name: string, classes: string, annotation: string): Open['marked'] {
  const tag = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (tag === undefined) return undefined;
  if (tag === 'class') return classes === '' ? undefined : { tag, value: classes.slice(1) };
  if (tag === 'color') {
    const color = /color\s*=\s*["']?([^"'\s>]+)/i.exec(annotation)?.[1];
    return color === undefined ? undefined : { tag, value: readEntities(color) };
  }
  if (tag === 'voice' || tag === 'lang') {
    const value = readEntities(annotation).trim();
    return value === '' ? undefined : { tag, value };
  }
  return { tag };
}

/** A tag that closes what was never opened means nothing; one that was left open in between is closed with it. */
function closeTo(open: Open[], name: string): void {
  if (!open.some((one) => one.name === name)) return;
  const base = open.findLastIndex((one) => one.name === name);
  while (open.length > base) close(open);
}

function close(open: Open[]): void {
  const { marked, pieces } = open.pop()!;
  const around = open.at(-1)!.pieces;
  if (marked === undefined) around.push(...pieces);
  else around.push({ ...marked, inside: tidyRich(pieces) });
}

function instant(text: string): Tagged[] {
  const at = secondsOfClock(text);
  return at === undefined ? [] : [{ tag: 'time', at, inside: [] }];
}
