import { parseTimecode, perSecond } from '@mondwerk/film';
import { attributesOf, isNamed } from './ttmlNames.ts';
import { childrenOf, textIn, type XmlElement } from './readXml.ts';
import type { HeadEntry, ScriptCharacter, ScriptDocument, ScriptKind } from './scriptDocument.ts';
import type { TtmlClock } from './ttmlTime.ts';

/** DAPT's types of scripts. */
export const DAPT_KINDS: Readonly<Record<ScriptKind, string>> = {
  original: 'originalTranscript',
  translated: 'translatedTranscript',
  'pre-recording': 'preRecording',
  'as-recorded': 'asRecorded',
};

/** Whether a TTML file is a DAPT script: it says so, or says of what type it is. */
export function isDapt(root: XmlElement): boolean {
  const given = attributesOf(root);
  return (
    /\/profile\/dapt/.test(given['ttp:contentProfiles'] ?? '') ||
    given['daptm:scriptType'] !== undefined ||
    given['daptm:scriptRepresents'] !== undefined
  );
}

/** What the top and the head of a TTML file say. */
export interface TtmlHead {
  readonly document: Pick<
    ScriptDocument,
    'title' | 'language' | 'original' | 'kind' | 'clock' | 'characters' | 'head'
  >;
  /** Where the programme begins on the file's clock, in seconds. */
  readonly zero?: number;
}

/** Reads what the top and the head of a TTML file say: languages, type, characters, title, where the film begins. */
export function readTtmlHead(root: XmlElement, head: XmlElement | undefined, clock: TtmlClock): TtmlHead {
  const given = attributesOf(root);
  const said = head === undefined ? [] : [head, ...allIn(head)];
  const textOf = (name: string): string | undefined => {
    const found = said.find((element) => isNamed(element, name));
    return found === undefined ? undefined : textIn(found).trim() || undefined;
  };
  const title = textOf('ttm:title');
  const kind = (Object.keys(DAPT_KINDS) as ScriptKind[]).find(
    (one) => DAPT_KINDS[one] === given['daptm:scriptType'],
  );
  const origin = frameOf(textOf('daptm:daptOriginTimecode'), clock);
  const zero = clock.smpte ? secondsOf(textOf('ebuttm:documentStartOfProgramme'), clock) : undefined;
  return {
    ...(zero === undefined ? {} : { zero }),
    document: {
      ...(title === undefined ? {} : { title }),
      ...(isSaid(given['xml:lang']) ? { language: given['xml:lang'] } : {}),
      ...(given['daptm:langSrc'] ? { original: given['daptm:langSrc'] } : {}),
      ...(kind === undefined ? {} : { kind }),
      ...(origin !== undefined && { clock: { rate: clock.rate, start: { frame: origin, drop: false } } }),
      characters: readAgents(said),
      head: headEntries(given, textOf),
    },
  };
}

/** `und` is how BCP 47 says that nobody knows. */
const isSaid = (tag: string | undefined): tag is string => tag !== undefined && tag !== '' && tag !== 'und';

/** Everything inside an element; what an agent says is about itself alone. */
const allIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => [child, ...(isNamed(child, 'ttm:agent') ? [] : allIn(child))]);

/** How a text beside a line's own is written whose language nobody has said (BCP 47 leaves `x-` to us). */
export const UNSAID = 'x-other';

/** What a dubbing script represents where it says nothing else. */
export const USUAL_REPRESENTS = 'audio.dialogue';

/** What else a head may say that is kept as it is. */
export const KEPT_HEAD = [
  'ttm:desc',
  'ttm:copyright',
  'ebuttm:sourceMediaIdentifier',
  'daptm:scriptRepresents',
] as const;

function headEntries(
  given: Readonly<Record<string, string>>,
  textOf: (name: string) => string | undefined,
): HeadEntry[] {
  return KEPT_HEAD.flatMap((name) => {
    const text = given[name] ?? textOf(name);
    return text === undefined || text === USUAL_REPRESENTS ? [] : [{ name, attributes: {}, text }];
  });
}

function secondsOf(text: string | undefined, { rate, drop }: TtmlClock): number | undefined {
  if (text === undefined) return undefined;
  return parseTimecode(drop ? text.replace(/:(\d+)$/, ';$1') : text, rate);
}

function frameOf(text: string | undefined, clock: TtmlClock): number | undefined {
  const seconds = secondsOf(text, clock);
  return seconds === undefined ? undefined : Math.round(seconds * perSecond(clock.rate));
}

/** Characters by their alias; people whom one of them names as its actor are no characters of their own. */
function readAgents(said: readonly XmlElement[]): ScriptCharacter[] {
  const agents = said
    .filter((element) => isNamed(element, 'ttm:agent'))
    .flatMap((element) => {
      const { 'xml:id': id, type } = attributesOf(element);
      return id === undefined ? [] : [{ id, type, element, name: nameOf(element) ?? id }];
    });
  const nameById = new Map(agents.map(({ id, name }) => [id, name]));
  const actorOf = (element: XmlElement): string | undefined =>
    childrenOf(element).flatMap((child) =>
      isNamed(child, 'ttm:actor') ? (attributesOf(child).agent ?? []) : [],
    )[0];
  const actors = new Set(agents.map(({ element }) => actorOf(element)));
  return agents
    .filter(({ id, type }) => type === 'character' || !actors.has(id))
    .map(({ id, name, element }) => {
      const actor = actorOf(element);
      const description = childrenOf(element).find((child) => isNamed(child, 'ttm:desc'));
      return {
        id,
        name,
        ...(actor === undefined ? {} : { actor: nameById.get(actor) ?? actor }),
        ...(description === undefined ? {} : { description: textIn(description).trim() }),
      };
    });
}

function nameOf(agent: XmlElement): string | undefined {
  const names = childrenOf(agent).filter((child) => isNamed(child, 'ttm:name'));
  const alias = names.find((name) => attributesOf(name).type === 'alias') ?? names[0];
  return alias === undefined ? undefined : textIn(alias).replace(/\s+/g, ' ').trim() || undefined;
}
