import { perSecond, type Rate } from '@mondwerk/film';
import { keepTags, type RichText, type Tagged, type TagKind } from './richText.ts';
import type { ScriptCharacter, ScriptClock } from './scriptDocument.ts';
import { KEPT_HEAD } from './ttmlHead.ts';
import type { ScriptDocument } from './scriptDocument.ts';
import { SPACES, type Prefix } from './ttmlNames.ts';
import { textXml, xml, type XmlTree } from './writeXml.ts';

/** The namespaces of a TTML file, as attributes of its root. */
export const spacesOf = (prefixes: readonly Prefix[]): Record<string, string> =>
  Object.fromEntries(
    prefixes.map((prefix) => [prefix === 'tt' ? 'xmlns' : `xmlns:${prefix}`, SPACES[prefix]]),
  );

/** The frame rate as TTML says it: a whole number and what to multiply it with. */
export function rateAttributes(clock: ScriptClock | undefined): Record<string, string> {
  if (clock === undefined) return {};
  const { num, den } = clock.rate;
  const nominal = Math.round(num / den);
  const frameRate = { 'ttp:frameRate': String(nominal) };
  if (den === 1) return frameRate;
  const common = divisor(num, nominal * den);
  const multiplier = `${num / common} ${(nominal * den) / common}`;
  return { ...frameRate, 'ttp:frameRateMultiplier': multiplier };
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A time: the number of a frame where it is one, else as a clock shows it. */
export function writeTtmlTime(seconds: number, rate: Rate | undefined): string {
  if (rate !== undefined) {
    const frame = Math.round(seconds * perSecond(rate));
    if (Math.abs((frame * rate.den) / rate.num - seconds) < 1e-7) return `${frame}f`;
  }
  const micros = Math.round(seconds * 1e6);
  const whole = Math.floor(micros / 1e6);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const fraction = String(micros % 1e6)
    .padStart(6, '0')
    .replace(/0{1,3}$/, '');
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${fraction}`;
}

/** Ids that XML allows for what has ids of its own; each is used once. */
export function xmlIds(wanted: readonly (string | undefined)[], otherwise: string): string[] {
  const used = new Map<string, number>();
  return wanted.map((id, at) => {
    const own = id !== undefined && /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u.test(id);
    const base = own ? id : `${otherwise}_${at + 1}`;
    let found = base;
    for (let count = used.get(base) ?? 0; used.has(found); count++) found = `${base}_${count}`;
    used.set(base, (used.get(base) ?? 0) + 1).set(found, used.get(found) ?? 1);
    return found;
  });
}

/** The metadata of a head: title, what else it says, where the film begins, characters and who plays them. */
export function metadataTree(
  { title, head }: ScriptDocument,
  characters: readonly ScriptCharacter[],
  more: readonly XmlTree[],
): XmlTree[] {
  const kept = head.filter(
    ({ name }) => name !== 'daptm:scriptRepresents' && (KEPT_HEAD as readonly string[]).includes(name),
  );
  const actors = [...new Set(characters.flatMap(({ actor }) => actor ?? []))];
  const places = new Map(actors.map((actor, at) => [actor, at + 1]));
  const actorId = (actor: string): string => `actor_${places.get(actor)}`;
  return [
    ...(title === undefined ? [] : [textXml('ttm:title', {}, [title])]),
    ...kept.map(({ name, text }) => textXml(name, {}, [text])),
    ...more,
    ...actors.map((actor) =>
      xml('ttm:agent', { type: 'person', 'xml:id': actorId(actor) }, [
        textXml('ttm:name', { type: 'full' }, [actor]),
      ]),
    ),
    ...characters.map(({ id, name, actor, description }) =>
      xml('ttm:agent', { type: 'character', 'xml:id': id }, [
        textXml('ttm:name', { type: 'alias' }, [name]),
        ...(actor === undefined ? [] : [xml('ttm:actor', { agent: actorId(actor) })]),
        ...(description === undefined ? [] : [textXml('ttm:desc', {}, [description])]),
      ]),
    ),
  ];
}

/** How one paragraph is timed: where it begins, and how many frames there are in a second. */
export interface Timing {
  readonly start: number;
  readonly rate: Rate | undefined;
}

/** What TTML can mark in a text. */
const MARKED: readonly TagKind[] = [
  ...(['italic', 'bold', 'underline', 'strike', 'color', 'lang', 'ruby', 'ruby-text', 'time'] as const),
];

/** The text of a paragraph with spans for what is marked; what is said from an instant on is a span that begins there. */
export const textTrees = (rich: RichText, timing: Timing): (XmlTree | string)[] =>
  treesOf(keepTags(rich, MARKED), timing);

function treesOf(rich: RichText, timing: Timing): (XmlTree | string)[] {
  const at = rich.findIndex((piece) => typeof piece !== 'string' && piece.tag === 'time');
  if (at < 0) return rich.flatMap((piece) => pieceTrees(piece, timing));
  const { at: instant = timing.start } = rich[at] as Tagged;
  const later = rich.findIndex(
    (piece, place) => place > at && typeof piece !== 'string' && piece.tag === 'time',
  );
  const end = later < 0 ? rich.length : later;
  const inside = treesOf(rich.slice(at + 1, end), { ...timing, start: instant });
  const begin = writeTtmlTime(Math.max(0, instant - timing.start), timing.rate);
  return [
    ...rich.slice(0, at).flatMap((piece) => pieceTrees(piece, timing)),
    textXml('span', { begin }, inside),
    ...treesOf(rich.slice(end), timing),
  ];
}

function pieceTrees(piece: RichText[number], timing: Timing): (XmlTree | string)[] {
  if (typeof piece === 'string') {
    return piece
      .split('\n')
      .flatMap((row, at) => (at === 0 ? [row] : [xml('br'), row]))
      .filter((part) => part !== '');
  }
  if (piece.tag === 'ruby')
    return [textXml('span', { 'tts:ruby': 'container' }, rubyTrees(piece.inside, timing))];
  const attributes = attributesFor(piece);
  const inside = treesOf(piece.inside, timing);
  return [textXml('span', attributes, inside)];
}

const rubyTrees = (inside: RichText, timing: Timing): XmlTree[] =>
  inside.map((piece) => {
    const isText = typeof piece !== 'string' && piece.tag === 'ruby-text';
    return textXml(
      'span',
      { 'tts:ruby': isText ? 'text' : 'base' },
      treesOf(isText ? piece.inside : [piece], timing),
    );
  });

function attributesFor({ tag, value = '' }: Tagged): Record<string, string> {
  const known: Partial<Record<Tagged['tag'], Record<string, string>>> = {
    italic: { 'tts:fontStyle': 'italic' },
    bold: { 'tts:fontWeight': 'bold' },
    underline: { 'tts:textDecoration': 'underline' },
    strike: { 'tts:textDecoration': 'lineThrough' },
    color: { 'tts:color': value },
    lang: { 'xml:lang': value },
  };
  return known[tag] ?? {};
}

/** Whether spaces in a text would be lost if they were not said to be meant. */
export const needsSpaces = (words: string): boolean => /[ \t]{2,}|\t|^ | $|\n | \n/.test(words);
