import { plainOf } from './richText.ts';
import type { Layout, ScriptDocument, Settings } from './scriptDocument.ts';
import { timedLines } from './timedLines.ts';
import { OWN_REGION } from './ttmlStyles.ts';
import {
  metadataTree,
  needsSpaces,
  rateAttributes,
  spacesOf,
  textTrees,
  writeTtmlTime,
  xmlIds,
} from './ttmlTree.ts';
import { textXml, writeXml, xml, type XmlTree } from './writeXml.ts';

const IMSC_TEXT = 'http://www.w3.org/ns/ttml/profile/imsc1.1/text';

/** Writes TTML in the IMSC 1.1 text profile: the lines with times, styles, regions, characters. */
export function writeTtml(document: ScriptDocument): string {
  const { language = '', clock, layout } = document;
  const own = layout?.of === 'ttml' ? layout : undefined;
  const ids = xmlIds(
    document.characters.map(({ id }) => id),
    'character',
  );
  const characters = document.characters.map((character, at) => ({ ...character, id: ids[at] }));
  const idOf = new Map(document.characters.map(({ id }, at) => [id, ids[at]]));
  const metadata = metadataTree(document, characters, []);
  const head = xml('head', {}, [
    ...(metadata.length > 0 ? [xml('metadata', {}, metadata)] : []),
    ...layoutTrees(own),
  ]);
  const lines = paragraphTrees(document, own, idOf);
  const spaces = spacesOf(['tt', 'ttp', 'ttm', 'tts', 'ebutts', 'itts', 'ebuttm']);
  const parameters = { 'ttp:contentProfiles': IMSC_TEXT, 'ttp:timeBase': 'media', ...rateAttributes(clock) };
  return writeXml(
    xml('tt', { ...spaces, ...parameters, 'xml:lang': language }, [
      head,
      xml('body', own === undefined ? { region: OWN_REGION } : {}, [xml('div', {}, lines)]),
    ]),
  );
}

function paragraphTrees(
  document: ScriptDocument,
  own: Layout | undefined,
  idOf: ReadonlyMap<string, string>,
): XmlTree[] {
  const timed = timedLines(document);
  const rate = document.clock?.rate;
  const there = { styles: idsOf(own?.styles), regions: idsOf(own?.regions) };
  const ids = xmlIds(
    timed.map(({ id }) => id),
    'line',
  );
  return timed.map((line, at) => {
    const { span, id, character, language, text, settings = {} } = line;
    const attributes = {
      'xml:id': ids[at] === id ? id : undefined,
      begin: writeTtmlTime(span.start, rate),
      end: writeTtmlTime(span.end, rate),
      'xml:lang': language,
      'xml:space': needsSpaces(plainOf(text)) ? 'preserve' : undefined,
      'ttm:agent': character === undefined ? undefined : idOf.get(character),
      ...(own === undefined ? {} : placeOf(settings, there)),
    };
    return textXml('p', attributes, textTrees(text, { start: span.start, rate }));
  });
}

const idsOf = (all: readonly Settings[] = []): Set<string | undefined> => new Set(all.map(({ id }) => id));

/** What a line refers to must be there. */
const placeOf = (
  settings: Settings,
  { styles, regions }: Readonly<Record<'styles' | 'regions', ReadonlySet<string | undefined>>>,
): Settings =>
  Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => {
      if (name === 'region') return regions.has(value);
      if (name === 'style') return value.split(/\s+/).every((one) => styles.has(one));
      return name.includes(':');
    }),
  );

/** Without regions of its own a subtitle would stand at the top of the picture. */
function layoutTrees(own: Layout | undefined): XmlTree[] {
  if (own === undefined) {
    const place = {
      'tts:origin': '10% 80%',
      'tts:extent': '80% 15%',
      'tts:displayAlign': 'after',
      'tts:textAlign': 'center',
    };
    return [xml('layout', {}, [xml('region', { 'xml:id': OWN_REGION, ...place })])];
  }
  const treesOf = (name: string, all: readonly Settings[]): XmlTree[] =>
    all.map(({ id, ...rest }) => xml(name, { 'xml:id': id, ...rest }));
  return [
    ...(own.styles.length > 0 ? [xml('styling', {}, treesOf('style', own.styles))] : []),
    ...(own.regions.length > 0 ? [xml('layout', {}, treesOf('region', own.regions))] : []),
  ];
}
