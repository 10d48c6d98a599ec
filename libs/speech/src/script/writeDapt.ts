import { formatTimecode, type OnScreen } from '@mondwerk/film';
import { plainOf } from './richText.ts';
import type { OtherText, ScriptDocument, ScriptLine } from './scriptDocument.ts';
import { DAPT_KINDS, UNSAID, USUAL_REPRESENTS } from './ttmlHead.ts';
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

const DAPT = 'http://www.w3.org/ns/ttml/profile/dapt1.0/content';

const onScreens: Readonly<Record<OnScreen, string>> = {
  on: 'ON',
  off: 'OFF',
  'on-off': 'ON_OFF',
  'off-on': 'OFF_ON',
};

/** Writes a W3C DAPT script: an event for every line, with its character, its texts in all languages, who is seen. */
export function writeDapt(document: ScriptDocument): string {
  const { language = 'und', original, clock, lines, kind } = document;
  const ids = xmlIds(
    document.characters.map(({ id }) => id),
    'character',
  );
  const idOf = new Map(document.characters.map(({ id }, at) => [id, ids[at]]));
  const characters = document.characters.map((character, at) => ({ ...character, id: ids[at] }));
  const represents =
    document.head.find(({ name }) => name === 'daptm:scriptRepresents')?.text ?? USUAL_REPRESENTS;
  const events = eventTrees(document, idOf, represents, [
    ...ids,
    ...characters.flatMap((_, at) => `actor_${at + 1}`),
  ]);
  const metadata = metadataTree(document, characters, originTrees(document));
  return writeXml(
    xml(
      'tt',
      {
        ...spacesOf(['tt', 'ttp', 'ttm', 'tts', 'daptm', 'ebuttm']),
        'ttp:contentProfiles': DAPT,
        'ttp:timeBase': 'media',
        ...rateAttributes(clock),
        'xml:lang': language,
        'daptm:langSrc': original,
        'daptm:scriptRepresents': represents,
        'daptm:scriptType': DAPT_KINDS[kind ?? (original === undefined ? 'original' : 'translated')],
      },
      [
        xml('head', {}, metadata.length > 0 ? [xml('metadata', {}, metadata)] : []),
        xml('body', {}, lines.length > 0 ? events : []),
      ],
    ),
  );
}

/** Where the film's first frame stands on its own timecode; DAPT's times count from it. */
function originTrees({ clock }: ScriptDocument): XmlTree[] {
  if (clock === undefined || clock.start.frame === 0) return [];
  const origin = formatTimecode(0, clock.rate, { ...clock.start, drop: false });
  return [textXml('daptm:daptOriginTimecode', {}, [origin])];
}

function eventTrees(
  document: ScriptDocument,
  idOf: ReadonlyMap<string, string>,
  represents: string,
  taken: readonly string[],
): XmlTree[] {
  const rate = document.clock?.rate;
  const ids = xmlIds([...taken, ...document.lines.map(({ id }) => id)], 'event').slice(taken.length);
  return document.lines.map((line, at) => {
    const { span, character, onScreen, descriptions = [] } = line;
    const attributes = {
      'xml:id': ids[at],
      begin: span && writeTtmlTime(span.start, rate),
      end: span && writeTtmlTime(span.end, rate),
      'ttm:agent': character === undefined ? undefined : idOf.get(character),
      'daptm:represents': line.represents ?? represents,
      'daptm:onScreen': onScreen && onScreens[onScreen],
    };
    return xml('div', attributes, [
      ...descriptions.map(({ kind, text }) => textXml('ttm:desc', { 'daptm:descType': kind }, [text])),
      ...textsOf(line, document).map((text) => textTree(text, line, document)),
    ]);
  });
}

/** The texts of a line: what it was translated from first, as DAPT's own examples have it. */
function textsOf({ text, language, from, others = [] }: ScriptLine, document: ScriptDocument): OtherText[] {
  const isFirst = (other: OtherText): boolean =>
    other.language !== undefined &&
    other.language === document.original &&
    other.language !== document.language;
  const own = {
    text,
    language: language ?? document.language ?? 'und',
    ...(from === undefined ? {} : { from }),
  };
  const said = text.length === 0 && others.length === 0 ? [] : [own];
  const rest = others.filter((other) => !isFirst(other));
  return [...others.filter(isFirst), ...said, ...rest.map((other) => ({ language: UNSAID, ...other }))];
}

function textTree(
  { text, language, from }: OtherText,
  { span }: ScriptLine,
  document: ScriptDocument,
): XmlTree {
  const attributes = {
    'xml:lang': language,
    'daptm:langSrc': from ?? document.original,
    'xml:space': needsSpaces(plainOf(text)) ? 'preserve' : undefined,
  };
  const inside = textTrees(text, { start: span?.start ?? 0, rate: document.clock?.rate });
  const spans = inside.map((part) => (typeof part === 'string' ? textXml('span', {}, [part]) : part));
  return textXml('p', attributes, spans);
}
