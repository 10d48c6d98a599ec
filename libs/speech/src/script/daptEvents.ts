import { Refusal, type OnScreen } from '@mondwerk/film';
import { UNSAID, USUAL_REPRESENTS, type TtmlHead } from './ttmlHead.ts';
import { chooseLanguage } from './scriptLanguage.ts';
import type { RichText } from './richText.ts';
import type { Description, OtherText, ScriptLine, ScriptReading } from './scriptDocument.ts';
import { childrenOf, textIn } from './readXml.ts';
import { attributesOf, isNamed } from './ttmlNames.ts';
import { readTtmlText } from './ttmlText.ts';
import { endOpenLines, spanSaid } from './ttmlSpan.ts';
import { stepInto, type Found, type Walk } from './ttmlWalk.ts';

const onScreens: Readonly<Record<string, OnScreen>> = {
  ON: 'on',
  OFF: 'off',
  ON_OFF: 'on-off',
  OFF_ON: 'off-on',
};

/** A text of an event, in one language. */
type EventText = OtherText & { readonly text: RichText };

/** An event before it is known which of its texts is wanted. */
interface ScriptEvent {
  readonly line: Omit<ScriptLine, 'text'>;
  readonly texts: readonly EventText[];
}

/**
 * Reads DAPT's script events. Of texts in several languages the wanted one is the line's, the others stand beside it.
 * @throws Refusal `script-language` where the file has several languages and none is wanted.
 */
export function readEvents(
  body: Found,
  { document }: TtmlHead,
  reading: ScriptReading,
  walk: Walk,
): { readonly lines: ScriptLine[]; readonly remarks: string[]; readonly language?: string } {
  const usual = document.head.find(({ name }) => name === 'daptm:scriptRepresents')?.text ?? USUAL_REPRESENTS;
  const events = eventsIn(body, walk).map((event) => withoutUsual(event, usual, document.original));
  const there = [
    ...new Set(
      events.flatMap(({ texts }) =>
        texts.flatMap(({ language = UNSAID }) => (language === UNSAID ? [] : language)),
      ),
    ),
  ];
  const wanted = reading.language ?? document.language;
  const chosen = wanted === undefined ? undefined : chooseLanguage(wanted, there);
  if (chosen === undefined && there.length > 1 && reading.language !== undefined) {
    throw new Refusal(
      'script-language',
      `The script ${walk.name} has texts in ${there.join(', ')} and none in ${reading.language}: give the script in that language.`,
    );
  }
  const said = events.map((event) => lineOf(event, chosen ?? there[0]));
  const { lines, remarks: told } = endOpenLines(said, walk.name);
  const without = lines.filter(
    ({ language, text }) => text.length > 0 && there.length > 1 && language !== (chosen ?? there[0]),
  ).length;
  const remarks =
    without === 0
      ? []
      : [
          `${walk.name}: ${without} of ${lines.length} events have no text in ${chosen ?? there[0]}; they keep the one that they have.`,
        ];
  return { lines, remarks: [...remarks, ...told], ...(chosen === undefined ? {} : { language: chosen }) };
}

/** What is as in the whole document is not said again of each event. */
function withoutUsual(
  { line, texts }: ScriptEvent,
  represents: string,
  original: string | undefined,
): ScriptEvent {
  const { represents: own, ...rest } = line;
  return {
    line: own === undefined || own === represents ? rest : line,
    texts: texts.map(({ from, ...text }) =>
      from === undefined || from === original ? text : { ...text, from },
    ),
  };
}

function eventsIn(found: Found, walk: Walk): ScriptEvent[] {
  return stepInto(found, ['div', 'p'], walk).flatMap((inner) => {
    const nested =
      isNamed(inner.element, 'div') && childrenOf(inner.element).some((child) => isNamed(child, 'div'));
    if (nested) return eventsIn(inner, walk);
    const paragraphs = isNamed(inner.element, 'p') ? [inner] : stepInto(inner, ['p'], walk);
    const isEvent = inner.attributes['xml:id'] !== undefined || inner.around.timed || paragraphs.length > 0;
    return isEvent ? [eventOf(inner, paragraphs, walk)] : [];
  });
}

function eventOf(
  { element, attributes, around }: Found,
  paragraphs: readonly Found[],
  walk: Walk,
): ScriptEvent {
  const { 'ttm:agent': agent, 'daptm:represents': represents, 'daptm:onScreen': seen } = around.inherited;
  const onScreen = onScreens[seen ?? ''] as OnScreen | undefined;
  const descriptions = childrenOf(element)
    .filter((child) => isNamed(child, 'ttm:desc'))
    .map(descriptionOf);
  const first = paragraphs[0] === undefined ? [] : readTtmlText(paragraphs[0], walk);
  const span = spanSaid({ element, attributes, around }, first, walk.name);
  const id = attributes['xml:id'];
  return {
    line: {
      ...(id === undefined ? {} : { id }),
      ...(span === undefined ? {} : { span }),
      ...(agent?.trim() ? { character: agent.trim().split(/\s+/)[0] } : {}),
      ...(onScreen === undefined ? {} : { onScreen }),
      ...(represents === undefined ? {} : { represents }),
      ...(descriptions.length > 0 && { descriptions }),
    },
    texts: paragraphs.map((paragraph): EventText => {
      const from = paragraph.around.inherited['daptm:langSrc'];
      const { language } = paragraph.around;
      return {
        ...(language === undefined || language === 'und' ? {} : { language }),
        ...(from ? { from } : {}),
        text: readTtmlText(paragraph, walk),
      };
    }),
  };
}

function descriptionOf(element: Parameters<typeof textIn>[0]): Description {
  const kind = attributesOf(element)['daptm:descType'];
  return { ...(kind === undefined ? {} : { kind }), text: textIn(element).replace(/\s+/g, ' ').trim() };
}

function lineOf({ line, texts }: ScriptEvent, wanted: string | undefined): ScriptLine {
  const own = texts.filter(({ language }) => language === wanted);
  const [said] = own.length > 0 ? own : texts;
  if (said === undefined) return { ...line, text: [] };
  const beside = texts.filter((text) => (own.length > 0 ? text.language !== wanted : text !== said));
  const words =
    own.length > 1 ? own.flatMap(({ text }, at): RichText => (at === 0 ? text : ['\n', ...text])) : said.text;
  return {
    ...line,
    text: words,
    ...(said.language === undefined ? {} : { language: said.language }),
    ...(said.from === undefined ? {} : { from: said.from }),
    ...(beside.length > 0 && { others: beside.map(withoutUnsaid) }),
  };
}

function withoutUnsaid({ language, ...text }: EventText): OtherText {
  return language === undefined || language === UNSAID ? text : { language, ...text };
}
