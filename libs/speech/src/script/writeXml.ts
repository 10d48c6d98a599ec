/** An element to be written; its names carry the prefixes that they are written with. */
export interface XmlTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly inside: readonly (XmlTree | string)[];
  /** Whether what is inside may be set in rows of its own; text may not. */
  readonly rows?: boolean;
}

/** An element to be written; attributes without a value are left out. */
export const xml = (
  name: string,
  attributes: XmlTree['attributes'] = {},
  inside: XmlTree['inside'] = [],
): XmlTree => ({ name, attributes, inside, rows: inside.every((child) => typeof child !== 'string') });

/** An element whose inside is text and must not be set in rows. */
export const textXml = (
  name: string,
  attributes: XmlTree['attributes'],
  inside: XmlTree['inside'],
): XmlTree => ({ name, attributes, inside, rows: false });

/** Writes a whole XML file in UTF-8. */
export const writeXml = (tree: XmlTree): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(tree, '')}\n`;

function written({ name, attributes, inside, rows }: XmlTree, indent: string): string {
  const given = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escape(value).replaceAll('\n', '&#10;')}"`)
    .join('');
  if (inside.length === 0) return `<${name}${given}/>`;
  const deeper = rows ? `${indent}  ` : '';
  const parts = inside.map((child) => (typeof child === 'string' ? escape(child) : written(child, deeper)));
  if (!rows) return `<${name}${given}>${parts.join('')}</${name}>`;
  return `<${name}${given}>\n${parts.map((part) => `${deeper}${part}\n`).join('')}${indent}</${name}>`;
}

/** Signs that XML cannot hold at all are left out. */
const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;');
