import type { XmlElement } from './readXml.ts';

/** Namespaces of TTML and its profiles, by the prefix that they are usually written with. */
export const SPACES = {
  tt: 'http://www.w3.org/ns/ttml',
  ttp: 'http://www.w3.org/ns/ttml#parameter',
  ttm: 'http://www.w3.org/ns/ttml#metadata',
  tts: 'http://www.w3.org/ns/ttml#styling',
  daptm: 'http://www.w3.org/ns/ttml/profile/dapt#metadata',
  ebuttm: 'urn:ebu:tt:metadata',
  ebutts: 'urn:ebu:tt:style',
  itts: 'http://www.w3.org/ns/ttml/profile/imsc1#styling',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** A prefix of TTML, as it is usually written. */
export type Prefix = keyof typeof SPACES;

/** Drafts of TTML had other addresses for the same words. */
const drafts: readonly (readonly [RegExp, Prefix])[] = [
  [/^http:\/\/www\.w3\.org\/2006\/\d\d\/ttaf1#(style|styling)(-extension)?$/, 'tts'],
  [/^http:\/\/www\.w3\.org\/2006\/\d\d\/ttaf1#parameter$/, 'ttp'],
  [/^http:\/\/www\.w3\.org\/2006\/\d\d\/ttaf1#metadata$/, 'ttm'],
];

/** The usual prefix of a namespace; `undefined` of one that we do not know. */
export function prefixOf(space: string): Prefix | undefined {
  const known = (Object.keys(SPACES) as Prefix[]).find((prefix) => SPACES[prefix] === space);
  return known ?? drafts.find(([pattern]) => pattern.test(space))?.[1];
}

/** Whether an address is that of TTML or one of its drafts. */
export const isTtml = (space: string): boolean =>
  space === SPACES.tt || /^http:\/\/www\.w3\.org\/2006\/\d\d\/ttaf1$/.test(space);

/** An element's attributes by their usual names: `begin`, `xml:id`, `tts:color`; unknown ones are left out. */
export function attributesOf({ attributes }: XmlElement): Record<string, string> {
  const found = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    const gap = key.indexOf(' ');
    if (gap < 0) return [[key, value]];
    const prefix = prefixOf(key.slice(0, gap));
    return prefix === undefined ? [] : [[`${prefix}:${key.slice(gap + 1)}`, value]];
  });
  return Object.fromEntries(found);
}

/** Whether an element has this usual name, such as `ttm:agent`; plain names are TTML's own. */
export function isNamed(element: XmlElement, name: string): boolean {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  if (element.name !== local) return false;
  return prefix === ''
    ? !['ttm', 'daptm', 'ebuttm'].includes(prefixOf(element.space) ?? '')
    : prefixOf(element.space) === prefix;
}
