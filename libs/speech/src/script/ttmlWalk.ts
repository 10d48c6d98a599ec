import type { TimeSpan } from '@mondwerk/film';
import { sumOnGrid } from './moveDocument.ts';
import { attributesOf, isNamed } from './ttmlNames.ts';
import { childrenOf, type XmlElement } from './readXml.ts';
import { readTtmlTime, type TtmlClock } from './ttmlTime.ts';
import { lookIn, PLAIN, type Look } from './ttmlStyles.ts';
import type { Settings } from './scriptDocument.ts';

/** What is true around an element: when it is shown, its language, how its text looks. */
export interface Around {
  readonly span: TimeSpan;
  /** Whether anybody said times, here or around it. */
  readonly timed: boolean;
  readonly language?: string;
  readonly preserve: boolean;
  readonly look: Look;
  /** What it takes over from around it: its agent, what it represents. */
  readonly inherited: Settings;
}

/** What is needed to walk through a body. */
export interface Walk {
  readonly clock: TtmlClock;
  readonly name: string;
  readonly styleOf: (attributes: Settings) => Settings;
}

/** Around the body of a file: all of time. */
export const everything = (language: string | undefined, preserve: boolean): Around => ({
  span: { start: 0, end: Infinity },
  timed: false,
  preserve,
  look: PLAIN,
  inherited: {},
  ...(language === undefined ? {} : { language }),
});

/** An element with what is true in it. */
export interface Found {
  readonly element: XmlElement;
  readonly attributes: Settings;
  readonly around: Around;
}

/** The elements inside another of some names, each with what is true in it. Children follow each other in `seq`. */
export function stepInto(found: Found, names: readonly string[], walk: Walk): Found[] {
  const seq = found.attributes.timeContainer === 'seq';
  let { start } = found.around.span;
  return childrenOf(found.element)
    .filter((element) => names.some((name) => isNamed(element, name)))
    .map((element) => {
      const inner = enter(element, { ...found.around, span: { ...found.around.span, start } }, walk);
      if (seq && inner.around.span.end < Infinity) start = inner.around.span.end;
      return inner;
    });
}

const INHERITED = ['ttm:agent', 'daptm:represents', 'daptm:onScreen', 'daptm:langSrc'];

/** What is true in an element. */
export function enter(element: XmlElement, around: Around, walk: Walk): Found {
  const attributes = attributesOf(element);
  const language = attributes['xml:lang'] ?? around.language;
  const own = Object.entries(attributes).filter(([name]) => INHERITED.includes(name));
  const timed = ['begin', 'end', 'dur'].some((name) => attributes[name] !== undefined);
  return {
    element,
    attributes,
    around: {
      span: timed ? spanIn(attributes, around.span, walk) : around.span,
      timed: timed || around.timed,
      preserve:
        attributes['xml:space'] === undefined ? around.preserve : attributes['xml:space'] === 'preserve',
      look: lookIn(walk.styleOf(attributes), around.look),
      inherited: { ...around.inherited, ...Object.fromEntries(own) },
      ...(language ? { language } : {}),
    },
  };
}

/** Begin and end count from the start of what is around; whichever of end and duration comes first ends it. */
function spanIn({ begin, end, dur }: Settings, around: TimeSpan, { clock, name }: Walk): TimeSpan {
  const from = (base: number, text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : sumOnGrid(base, readTtmlTime(text, clock, name), clock.rate);
  const start = from(around.start, begin, around.start);
  const ends = [from(around.start, end, Infinity), from(start, dur, Infinity), around.end];
  return { start, end: Math.min(...ends) };
}
