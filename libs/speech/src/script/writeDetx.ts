import { formatTimecode, perSecond, rate, type OnScreen } from '@mondwerk/film';
import { keepTags, tagsOf, type RichText } from './richText.ts';
import type { ScriptCharacter, ScriptClock, ScriptDocument } from './scriptDocument.ts';
import { timedLines, type TimedLine } from './timedLines.ts';
import { NOBODY } from './readDetx.ts';
import { textXml, writeXml, xml, type XmlTree } from './writeXml.ts';

/** A clock for scripts that count no frames. */
const USUAL: ScriptClock = { rate: rate(25), start: { frame: 0, drop: false } };

/** Writes detX: roles, lines with their marks of lips, shots and loops, in frames of the script's clock, else 25. */
export function writeDetx(document: ScriptDocument): string {
  const { clock = USUAL, characters, head, title } = document;
  const codeOf = (seconds: number): string =>
    formatTimecode(Math.round(seconds * perSecond(clock.rate)), clock.rate, clock.start);
  const lines = timedLines(document);
  const named = lines.some(({ character }) => character === undefined) ? [nobody] : [];
  const roles = [...characters, ...named].map(roleTree);
  const instants = (name: string, all: readonly number[]) =>
    all.map((at) => ({ at, tree: xml(name, { timecode: codeOf(at) }) }));
  const body = [
    ...instants('loop', document.loops),
    ...instants('shot', document.cuts),
    ...lines.map((line) => ({ at: line.span.start, tree: lineTree(line, codeOf) })),
  ].sort((a, b) => a.at - b.at);
  return writeXml(
    xml('detx', {}, [
      xml('header', {}, [
        xml('cappella', { version: '3.7.0' }),
        ...(title === undefined ? [] : [textXml('title', {}, [title])]),
        ...headTrees(head, codeOf(0)),
        xml('last_position', { timecode: codeOf(0), track: '0' }),
      ]),
      xml('roles', {}, roles),
      xml(
        'body',
        {},
        body.map(({ tree }) => tree),
      ),
    ]),
  );
}

function headTrees(head: ScriptDocument['head'], start: string): XmlTree[] {
  const own = head.filter(({ name }) => name.startsWith('detx:'));
  const trees = own
    .filter(({ name }) => name !== 'detx:videofile')
    .map(({ name, attributes, text }) => textXml(name.slice(5), attributes, text === '' ? [] : [text]));
  const video = own.find(({ name }) => name === 'detx:videofile');
  return [
    ...trees,
    textXml('videofile', { ...video?.attributes, timestamp: start }, video?.text ? [video.text] : []),
  ];
}

/** Cappella wants a role for every line. */
const nobody: ScriptCharacter = { id: NOBODY, name: '?' };

const roleTree = ({
  id,
  name,
  color = '#000000',
  gender,
  description = '',
  picture,
}: ScriptCharacter): XmlTree =>
  xml(
    'role',
    { id, name, color, gender, description },
    picture === undefined ? [] : [textXml('image', {}, [picture])],
  );

const voices: Partial<Record<OnScreen, string>> = { on: 'on', off: 'off' };

function lineTree(line: TimedLine, codeOf: (seconds: number) => string): XmlTree {
  const { character, track = 0, onScreen, semiOff, reaction, text } = line;
  const attributes = {
    role: character ?? NOBODY,
    track: String(track),
    voice: semiOff ? 'semi_off' : onScreen && voices[onScreen],
    type: reaction ? 'reac' : undefined,
  };
  return xml(
    'line',
    attributes,
    withEnds(keepTags(text, ['mark']), line).flatMap((piece) => pieceTrees(piece, codeOf)),
  );
}

/** A line begins and ends with a mark; where it has none, one that says nothing of the lips. */
function withEnds(text: RichText, { span }: TimedLine): RichText {
  const times = tagsOf(text).flatMap(({ tag, at }) => (tag === 'mark' ? (at ?? []) : []));
  const mark = (value: string, at: number) => ({ tag: 'mark' as const, value, at, inside: [] });
  const first = times.some((at) => Math.abs(at - span.start) < 1e-6) ? [] : [mark('neutral', span.start)];
  const last = times.some((at) => Math.abs(at - span.end) < 1e-6) ? [] : [mark('neutral', span.end)];
  return [...first, ...text, ...last];
}

function pieceTrees(piece: RichText[number], codeOf: (seconds: number) => string): XmlTree[] {
  if (typeof piece === 'string') return [textXml('text', {}, rowsOf(piece))];
  const { value = 'neutral', at = 0, loose } = piece;
  return [xml('lipsync', { timecode: codeOf(at), type: value, link: loose ? 'off' : undefined })];
}

const rowsOf = (words: string): (XmlTree | string)[] =>
  words
    .split('\n')
    .flatMap((row, at) => (at === 0 ? [row] : [xml('br'), row]))
    .filter((part) => part !== '');
