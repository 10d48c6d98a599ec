import {
  FROM_NOUGHT,
  parseTimecode,
  perSecond,
  rate,
  Refusal,
  type OnScreen,
  type Rate,
} from '@mondwerk/film';
import { showRate } from './cueTime.ts';
import { reckoned, reckonLength } from './reckonLength.ts';
import { tagsOf, tidyRich, type RichText } from './richText.ts';
import {
  EMPTY_SCRIPT,
  type HeadEntry,
  type RawScript,
  type ScriptCharacter,
  type ScriptDocument,
  type ScriptLine,
  type ScriptReading,
  type Settings,
} from './scriptDocument.ts';
import { childrenOf, textIn, type XmlElement } from './readXml.ts';

/** Cappella counts 25 frames a second where nobody says otherwise. */
const USUAL_RATE = rate(25);

/**
 * Reads detX, the rhythm band of Cappella: roles, lines with their marks of lips, shots and loops. It does not say its
 * frame rate; the given one is taken, else 25. @throws Refusal for timecodes that are none at that rate.
 */
export function readDetx(root: XmlElement, reading: ScriptReading, name: string): RawScript {
  const [header, roles, body] = ['header', 'roles', 'body'].map((part) => childrenOf(root, part)[0]);
  const codes =
    body === undefined
      ? []
      : childrenOf(body)
          .flatMap((part) => [part, ...childrenOf(part)])
          .flatMap(codeOf);
  const counted = chooseRate(codes, reading.rate);
  const clock = new Codes(counted.rate, name);
  const video = header && childrenOf(header, 'videofile')[0];
  const start = video?.attributes.timestamp;
  const instants = (part: string): number[] =>
    body === undefined
      ? []
      : childrenOf(body, part)
          .flatMap(codeOf)
          .map((code) => clock.read(code));
  const found = body === undefined ? [] : childrenOf(body, 'line').map((line) => lineOf(line, clock));
  const lines = found.map(({ line }) => line);
  const open = found.filter(({ guessed }) => guessed).length;
  const remarks = [
    ...counted.remarks.map((told) => `${name}: ${told}`),
    ...reckoned(open, lines.length, name),
  ];
  const hour = hourOf(lines, counted.rate);
  return {
    ...(start ? { zero: clock.read(start) } : hour === undefined ? {} : { likelyZero: hour }),
    document: {
      ...EMPTY_SCRIPT,
      ...headOf(header),
      clock: {
        rate: counted.rate,
        start: { ...FROM_NOUGHT, drop: codes.some((code) => code.includes(';')) },
      },
      characters:
        roles === undefined
          ? []
          : childrenOf(roles, 'role')
              .map(characterOf)
              .filter(({ id }) => id !== NOBODY),
      lines,
      cuts: instants('shot'),
      loops: instants('loop'),
      remarks,
    },
  };
}

const timecode = /^\d{1,2}:\d{2}:\d{2}[:;](\d{2,3})$/;

const codeOf = ({ attributes }: XmlElement): string[] => {
  const code = attributes.timecode ?? attributes.tc;
  return code === undefined ? [] : [code];
};

/** A given rate at which some number of a frame cannot be is not this file's. */
function chooseRate(codes: readonly string[], given: Rate | undefined): { rate: Rate; remarks: string[] } {
  const highest = codes.reduce((most, code) => Math.max(most, Number(timecode.exec(code)?.[1] ?? 0)), 0);
  const wanted = given ?? USUAL_RATE;
  const fitting = [25, 30, 50, 60].find((frames) => frames > highest);
  if (fitting === undefined || highest < perSecond(wanted)) return { rate: wanted, remarks: [] };
  const told = `its timecodes number frames up to ${highest}, so it was read at ${fitting} frames a second and not at ${showRate(wanted)}.`;
  return { rate: rate(fitting), remarks: [told] };
}

/** Reads the timecodes of a file. */
class Codes {
  private readonly rate: Rate;
  private readonly name: string;

  constructor(counted: Rate, name: string) {
    this.rate = counted;
    this.name = name;
  }

  read(code: string): number {
    const seconds = timecode.test(code.trim()) ? parseTimecode(code, this.rate) : undefined;
    if (seconds !== undefined) return seconds;
    throw new Refusal(
      'script-times',
      `The script ${this.name}: "${code.slice(0, 40)}" is not a timecode at ${showRate(this.rate)} frames a second: write it as 01:00:08:19.`,
    );
  }
}

/** A band whose header says nothing counts from the full hour before its first line, as films are numbered. */
function hourOf(lines: readonly ScriptLine[], counted: Rate): number | undefined {
  const first = lines.reduce((least, { span }) => Math.min(least, span?.start ?? Infinity), Infinity);
  const hour = parseTimecode('01:00:00:00', counted)!;
  return first < Infinity && first >= hour ? Math.floor((first + 1e-6) / hour) * hour : undefined;
}

const voices: Readonly<Record<string, OnScreen>> = { on: 'on', off: 'off' };

function lineOf(element: XmlElement, clock: Codes): { line: ScriptLine; guessed: boolean } {
  const { role, track, voice = '', type, voiceoff } = element.attributes;
  const text = textOf(element, clock);
  const times = tagsOf(text).flatMap(({ tag, at }) => (tag === 'mark' && at !== undefined ? [at] : []));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const guessed = times.length > 0 && start === end;
  const semiOff = /^semi[-_]?off$/.test(voice);
  const onScreen = voiceoff === 'true' || voiceoff === '1' ? 'off' : voices[voice];
  const line: ScriptLine = {
    ...(times.length > 0 && { span: { start, end: guessed ? start + reckonLength(textIn(element)) : end } }),
    ...(role && role !== NOBODY ? { character: role } : {}),
    text,
    ...(onScreen === undefined ? {} : { onScreen }),
    ...(semiOff && { semiOff: true as const }),
    ...(type === 'reac' && { reaction: true as const }),
    ...(/^\d{1,3}$/.test(track ?? '') && { track: Number(track) }),
  };
  return { line, guessed };
}

/** Words and marks in turns; spaces around words are meant, those around elements are not. */
const textOf = (element: XmlElement, clock: Codes): RichText =>
  tidyRich(
    childrenOf(element).flatMap((part): RichText => {
      if (part.name === 'text') return wordsIn(part);
      if (part.name !== 'lipsync') return [];
      const { type = 'neutral', link } = part.attributes;
      return codeOf(part).map((code) => ({
        ...{ tag: 'mark' as const, value: type, at: clock.read(code) },
        ...(link === 'off' && { loose: true as const }),
        inside: [],
      }));
    }),
  );

const wordsIn = (element: XmlElement): RichText =>
  element.inside.map((part) => (typeof part === 'string' ? part : part.name === 'br' ? '\n' : textIn(part)));

/** The role that we write for lines of nobody in particular. */
export const NOBODY = 'nobody';

/** The colour of a role to which nobody gave one. */
const UNCHOSEN = '#000000';

function characterOf({ attributes, inside }: XmlElement): ScriptCharacter {
  const { id, name, color, gender, description } = attributes;
  const picture = inside.find(
    (part): part is XmlElement => typeof part !== 'string' && part.name === 'image',
  );
  return {
    id: id ?? name ?? '',
    name: name ?? id ?? '',
    ...(color === undefined || color === UNCHOSEN ? {} : { color }),
    ...(gender === undefined ? {} : { gender }),
    ...(description ? { description } : {}),
    ...(picture === undefined ? {} : { picture: textIn(picture).trim() }),
  };
}

/** What a header says besides its title; where it stood when it was saved, and by what program, is no part of a script. */
function headOf(header: XmlElement | undefined): Pick<ScriptDocument, 'title' | 'head'> {
  const parts = header === undefined ? [] : childrenOf(header);
  const title = parts.find(({ name }) => name === 'title');
  const head = parts
    .filter(({ name }) => !['title', 'cappella', 'last_position'].includes(name))
    .map((part): HeadEntry => {
      const attributes = without(part.attributes, 'timestamp');
      return { name: `detx:${part.name}`, attributes, text: textIn(part).trim() };
    })
    .filter(({ attributes, text }) => text !== '' || Object.keys(attributes).length > 0);
  const words = title && textIn(title).trim();
  return { ...(words ? { title: words } : {}), head };
}

const without = (settings: Settings, name: string): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key !== name));
