import { attributesOf, isNamed } from './ttmlNames.ts';
import { childrenOf, type XmlElement } from './readXml.ts';
import type { Layout, Settings } from './scriptDocument.ts';

/** The region that our own files are shown in, which says nothing about the script. */
export const OWN_REGION = 'mondwerk-bottom';

/** The styles and regions of a TTML file; `undefined` where it has none. */
export function readLayout(head: XmlElement | undefined): Layout | undefined {
  const parts = head === undefined ? [] : childrenOf(head);
  const inside = (name: string): XmlElement[] =>
    parts.filter((part) => isNamed(part, name)).flatMap((part) => childrenOf(part));
  const styles = inside('styling')
    .filter((part) => isNamed(part, 'style'))
    .map(settingsOf);
  const regions = inside('layout')
    .filter((part) => isNamed(part, 'region'))
    .map((region): Settings => {
      const own = childrenOf(region, 'style').map(settingsOf);
      return Object.assign({}, ...own, settingsOf(region)) as Settings;
    })
    .filter((region) => region.id !== OWN_REGION);
  return styles.length + regions.length > 0 ? { of: 'ttml', styles, regions } : undefined;
}

/** An element's style as settings: its id, what it refers to, and attributes of style. */
function settingsOf(element: XmlElement): Settings {
  return Object.fromEntries(
    Object.entries(attributesOf(element)).flatMap(([name, value]): [string, string][] =>
      name === 'xml:id' ? [['id', value]] : isStyle(name) ? [[name, value]] : [],
    ),
  );
}

const isStyle = (name: string): boolean => name === 'style' || /^(tts|ebutts|itts):/.test(name);

/** What of a line's place and style is kept: its region, the styles it refers to, its own ones, its role. */
export const lineSettings = (attributes: Settings): Settings =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => isStyle(name) || name === 'ttm:role' || (name === 'region' && value !== OWN_REGION),
    ),
  );

/** What of a style can be marked in a text. */
export interface Look {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
}

/** Upright and plain. */
export const PLAIN: Look = { italic: false, bold: false, underline: false, strike: false };

/** Finds what styles an element has: those that it refers to, and its own. Each style is put together once. */
export function styleFinder(layout: Layout | undefined): (attributes: Settings) => Settings {
  const byId = new Map((layout?.styles ?? []).map((style) => [style.id, style]));
  const done = new Map<string, Settings>();
  const find = (attributes: Settings): Settings => {
    const ids = attributes.style?.split(/\s+/).slice(0, MOST_REFERRED) ?? [];
    return ids.length === 0 ? attributes : (Object.assign({}, ...ids.map(styleOf), attributes) as Settings);
  };
  const styleOf = (id: string): Settings => {
    const known = done.get(id);
    if (known !== undefined) return known;
    done.set(id, {}); // Styles that refer to each other in a ring end here.
    const found = find(byId.get(id) ?? {});
    done.set(id, found);
    return found;
  };
  return find;
}

const MOST_REFERRED = 32;

/** How text looks in an element, given how it looks around it. */
export const lookIn = (style: Settings, around: Look): Look => ({
  italic: chosen(style['tts:fontStyle'], around.italic, /^(italic|oblique)$/),
  bold: chosen(style['tts:fontWeight'], around.bold, /^bold$/),
  underline: decorated(style['tts:textDecoration'], around.underline, 'underline'),
  strike: decorated(style['tts:textDecoration'], around.strike, 'lineThrough'),
});

const chosen = (value: string | undefined, around: boolean, wanted: RegExp): boolean =>
  value === undefined ? around : wanted.test(value);

const decorated = (value: string | undefined, around: boolean, wanted: string): boolean => {
  const words = value?.split(/\s+/) ?? [];
  return words.includes(wanted) || (around && !words.includes('none') && !words.includes(`no${wanted}`));
};
