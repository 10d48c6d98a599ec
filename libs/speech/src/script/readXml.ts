import { Refusal } from '@mondwerk/film';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readEntities } from './entities.ts';

/** An element of XML, its namespace and attributes under names of their own whatever the file calls their prefixes. */
export interface XmlElement {
  /** The namespace's address; '' where it has none. */
  readonly space: string;
  readonly name: string;
  /** By `name`, or `address name` for attributes of a namespace. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly (XmlElement | string)[];
}

const MOST_DEEP = 64;
const MOST_TAGS = 500_000;
const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads XML as from an enemy: nothing is fetched, nothing is expanded. @throws Refusal `script-xml` with the row where
 * it is broken, for a document type, and for more tags or deeper ones than a script has.
 */
export function readXml(text: string, name: string): XmlElement {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw refusal(
      `The script ${name} declares a document type (<!DOCTYPE>), which no script needs: take that out of it.`,
    );
  }
  checkSize(text, name);
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    const { line, msg } = checked.err;
    if (/^(Invalid '\[|Unclosed tag)/.test(msg)) {
      throw refusal(`The script ${name} is cut off: it ends before its XML does. Export or copy it anew.`);
    }
    throw refusal(
      `The script ${name}, row ${line}, is broken XML (${msg.slice(0, 120).replace(/\.$/, '')}): export it anew.`,
    );
  }
  const root = rootOf(parse(text, name));
  if (root === undefined) throw refusal(`The script ${name} has no XML element in it: export it anew.`);
  return elementOf(root, { xml: XML_SPACE });
}

/** The parser throws at names that would reach into the program. */
function parse(text: string, name: string): Node[] {
  try {
    return parser.parse(text) as Node[];
  } catch (cause) {
    throw new Refusal('script-xml', `The script ${name} has XML that no script needs: export it anew.`, {
      cause,
    });
  }
}

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false },
  ...{ trimValues: false, parseTagValue: false, parseAttributeValue: false },
  ...{ cdataPropName: '#cdata', maxNestedTags: MOST_DEEP },
});

const refusal = (sentence: string): Refusal => new Refusal('script-xml', sentence);

/** Counts before anything is built, since building is what an enemy wants to be dear. */
function checkSize(text: string, name: string): void {
  let [tags, deep, deepest, end] = [0, 0, 0, 0];
  for (let at = text.indexOf('<'); at >= 0 && end >= 0; at = text.indexOf('<', at + 1)) {
    const sign = text[at + 1];
    if (sign === '!' || sign === '?') continue;
    tags++;
    if (end < at) end = text.indexOf('>', at);
    if (sign === '/') deep--;
    else if (text[end - 1] !== '/') deepest = Math.max(deepest, ++deep);
  }
  if (tags > MOST_TAGS || deepest > MOST_DEEP) {
    throw refusal(`The script ${name} has more or deeper XML elements than any script: export it anew.`);
  }
}

/** What the parser makes: one key that is the tag's name, and attributes under `:@`. */
type Node = Readonly<Record<string, unknown>>;

const rootOf = (nodes: readonly Node[]): Node | undefined => nodes.find((node) => tagOf(node) !== undefined);

const tagOf = (node: Node): string | undefined =>
  Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'));

type Spaces = Readonly<Record<string, string>>;

function elementOf(node: Node, around: Spaces): XmlElement {
  const tag = tagOf(node)!;
  const given = (node[':@'] ?? {}) as Readonly<Record<string, string>>;
  const spaces = withDeclared(around, given);
  const [space, name] = expanded(tag, spaces, spaces[''] ?? '');
  const attributes = Object.entries(given)
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]): [string, string] => {
      const [own, local] = expanded(key, spaces, '');
      return [own === '' ? local : `${own} ${local}`, readEntities(String(value).replace(/[\t\r\n]/g, ' '))];
    });
  const inside = (node[tag] as readonly Node[]).flatMap((child) => contentOf(child, spaces));
  return { space, name, attributes: Object.fromEntries(attributes), inside };
}

function contentOf(child: Node, spaces: Spaces): (XmlElement | string)[] {
  if ('#text' in child) return [readEntities(String(child['#text']).replace(/\r\n?/g, '\n'))];
  if ('#cdata' in child) return (child['#cdata'] as readonly Node[]).map((part) => String(part['#text']));
  return tagOf(child) === undefined ? [] : [elementOf(child, spaces)];
}

const MOST_SPACES = 100;

function withDeclared(around: Spaces, given: Spaces): Spaces {
  const own = Object.entries(given).flatMap(([key, value]): [string, string][] =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : [],
  );
  if (own.length === 0) return around;
  const spaces = { ...around, ...Object.fromEntries(own) };
  if (Object.keys(spaces).length <= MOST_SPACES) return spaces;
  throw refusal(`A script declares more than ${MOST_SPACES} namespaces: export it anew.`);
}

function expanded(name: string, spaces: Spaces, otherwise: string): [string, string] {
  const colon = name.indexOf(':');
  if (colon < 0) return [otherwise, name];
  const prefix = name.slice(0, colon);
  return Object.hasOwn(spaces, prefix)
    ? [spaces[prefix], name.slice(colon + 1)]
    : [`${prefix}:`, name.slice(colon + 1)];
}

/** The elements inside another, of a name where one is given. */
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.inside.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** All the text inside an element. */
export const textIn = (element: XmlElement): string =>
  element.inside.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
