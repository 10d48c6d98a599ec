import { Refusal } from '@mondwerk/film';
import { readEvents } from './daptEvents.ts';
import { isDapt, readTtmlHead } from './ttmlHead.ts';
import { endOpenLines, spanSaid } from './ttmlSpan.ts';
import { plainOf } from './richText.ts';
import {
  EMPTY_SCRIPT,
  type Layout,
  type RawScript,
  type ScriptDocument,
  type ScriptLine,
  type ScriptReading,
} from './scriptDocument.ts';
import { childrenOf, type XmlElement } from './readXml.ts';
import { attributesOf, isNamed, isTtml } from './ttmlNames.ts';
import { lineSettings, readLayout, styleFinder } from './ttmlStyles.ts';
import { readTtmlText } from './ttmlText.ts';
import { readTtmlClock, scriptClockOf } from './ttmlTime.ts';
import { enter, everything, stepInto, type Found, type Walk } from './ttmlWalk.ts';

/** Reads TTML and its profiles IMSC text, EBU-TT and DAPT. @throws Refusal for times that are none, or a missing body. */
export function readTtml(root: XmlElement, reading: ScriptReading, name: string): RawScript {
  const given = attributesOf(root);
  const clock = readTtmlClock(given, reading.rate);
  const head = childrenOf(root).find((part) => isNamed(part, 'head'));
  const layout = readLayout(head);
  const walk: Walk = { clock, name, styleOf: styleFinder(layout) };
  const body = childrenOf(root).find((part) => isNamed(part, 'body'));
  if (body === undefined) {
    throw new Refusal('script-xml', `The script ${name} has no body, so no lines: export it anew.`);
  }
  const about = readTtmlHead(root, head, clock);
  const around = everything(about.document.language, given['xml:space'] === 'preserve');
  const start = enter(body, around, walk);
  const dapt = isDapt(root);
  const read = dapt ? readEvents(start, about, reading, walk) : plainLines(start, walk);
  const language = read.language ?? about.document.language;
  const lines = read.lines.map((line) => withoutOwn(line, language));
  const counts = clock.said || countsFrames(root);
  const remarks = [...foreign(root, name), ...guessedRate(root, reading, name), ...read.remarks];
  return {
    ...(about.zero === undefined ? {} : { zero: about.zero }),
    document: {
      ...EMPTY_SCRIPT,
      ...about.document,
      ...(language === undefined ? {} : { language }),
      ...(counts && { clock: about.document.clock ?? scriptClockOf(clock) }),
      lines,
      ...(!dapt && layoutWith(layout, lines)),
      remarks,
    },
  };
}

/** Lines may be placed and styled by themselves, without styles and regions to refer to. */
function layoutWith(
  layout: Layout | undefined,
  lines: readonly ScriptLine[],
): Pick<ScriptDocument, 'layout'> {
  if (layout !== undefined) return { layout };
  const placed = lines.some(({ settings }) => settings !== undefined);
  return placed ? { layout: { of: 'ttml', styles: [], regions: [] } } : {};
}

const plainLines = (body: Found, walk: Walk): ReturnType<typeof readEvents> =>
  endOpenLines(linesIn(body, walk), walk.name);

/** Every paragraph is a line; one that says no time itself and has several timed spans is one for each of them. */
function linesIn(found: Found, walk: Walk): ScriptLine[] {
  return stepInto(found, ['div', 'p'], walk).flatMap((inner) => {
    if (isNamed(inner.element, 'div')) return linesIn(inner, walk);
    const spans = inner.around.timed
      ? []
      : stepInto(inner, ['span'], walk).filter(({ around }) => around.timed);
    if (spans.length < 2) return lineOf(inner, spans[0], walk);
    return spans.flatMap((span) =>
      lineOf({ ...span, attributes: { ...inner.attributes, ...span.attributes } }, undefined, walk),
    );
  });
}

function lineOf(found: Found, only: Found | undefined, walk: Walk): ScriptLine[] {
  const { attributes, around } = found;
  const { span, timed } = (only ?? found).around;
  const settings = lineSettings(attributes);
  const agent = around.inherited['ttm:agent']?.trim().split(/\s+/)[0];
  const text = readTtmlText(found, walk);
  // Paragraphs without words and length only carry style.
  if (timed && span.end <= span.start && plainOf(text).trim() === '') return [];
  const said = spanSaid(only ?? found, text, walk.name);
  const id = attributes['xml:id'];
  return [
    {
      ...(id === undefined ? {} : { id }),
      ...(said === undefined ? {} : { span: said }),
      ...(agent ? { character: agent } : {}),
      ...(around.language === undefined ? {} : { language: around.language }),
      text:
        only === undefined ? text : text.filter((piece) => typeof piece === 'string' || piece.tag !== 'time'),
      ...(Object.keys(settings).length > 0 && { settings }),
    },
  ];
}

/** What is as in the whole document is not said again of each line. */
function withoutOwn({ language: own, ...line }: ScriptLine, language: string | undefined): ScriptLine {
  return own === undefined || own === language ? line : { ...line, language: own };
}

const foreign = ({ space }: XmlElement, name: string): string[] =>
  isTtml(space)
    ? []
    : [
        `${name} does not call itself TTML (its namespace is “${space.slice(0, 80)}”): it has been read as TTML.`,
      ];

/** Frames without a rate: what was taken for it. */
function guessedRate(root: XmlElement, { rate }: ScriptReading, name: string): string[] {
  const counts =
    rate === undefined && attributesOf(root)['ttp:frameRate'] === undefined && countsFrames(root);
  return counts
    ? [`${name} counts frames and does not say how many there are in a second: 30 were taken, as TTML says.`]
    : [];
}

const countsFrames = (element: XmlElement): boolean =>
  ['begin', 'end', 'dur'].some((name) =>
    /^(\d+f|\d+:\d\d:\d\d[:;]\d+)/.test(element.attributes[name] ?? ''),
  ) || childrenOf(element).some(countsFrames);
