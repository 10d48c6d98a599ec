import { tagsOf, type RichText } from './richText.ts';
import type { ScriptDocument, ScriptNote, Settings } from './scriptDocument.ts';
import { timedLines, type TimedLine } from './timedLines.ts';
import { vttTags, writeCueText } from './writeCueText.ts';
import { writeClock } from './writeClock.ts';

/** Writes WebVTT: the lines with times, voices, notes, and where it came from WebVTT its styles, regions and settings. */
export function writeVtt(document: ScriptDocument): string {
  const { title, language, layout, lines, notes } = document;
  const names = new Map(document.characters.map(({ id, name }) => [id, name]));
  const head = [`WEBVTT${title === undefined ? '' : ` - ${title.replace(/\s+/g, ' ')}`}`];
  if (language !== undefined) head.push(`Language: ${language}`);
  const own = layout?.of === 'vtt' ? layout : { styles: [], regions: [] };
  const timed = timedLines(document);
  const regions = new Set(own.regions.map(({ id }) => id));
  const placed = Map.groupBy(notes, ({ before }) => before);
  return [
    head.join('\n'),
    ...own.regions.map((region) => `REGION\n${pairs(region, '\n')}`),
    ...own.styles.flatMap(({ text }) => (text === undefined ? [] : [`STYLE\n${closed(text)}`])),
    ...lines.flatMap((line, at) => [
      ...(placed.get(at) ?? []).map(writeNote),
      ...(line.span === undefined ? [] : [writeCue(line as TimedLine, names, regions)]),
    ]),
    ...notes.filter(({ before }) => before >= lines.length).map(writeNote),
  ]
    .join('\n\n')
    .concat(timed.length > 0 || notes.length > 0 ? '\n' : '\n\n');
}

function writeCue(
  line: TimedLine,
  names: ReadonlyMap<string, string>,
  regions: ReadonlySet<string | undefined>,
): string {
  const { span, id, settings = {}, character, text } = line;
  const known = Object.entries(settings).filter(([name, value]) =>
    name === 'region' ? regions.has(value) : vttSettings.includes(name),
  );
  const name = character === undefined ? undefined : (names.get(character) ?? character);
  const times = [`${writeClock(span.start)} --> ${writeClock(span.end)}`];
  if (known.length > 0) times.push(pairs(Object.fromEntries(known), ' '));
  const rows = [times.join(' '), writeCueText(name === undefined ? text : spoken(name, text), vttTags)];
  return (id === undefined || id.includes('-->') ? rows : [id.replace(/\s+/g, ' '), ...rows]).join('\n');
}

const vttSettings = ['vertical', 'line', 'position', 'size', 'align'];

/** Voices do not stand in each other, so one is begun anew after somebody else's words. */
function spoken(name: string, text: RichText): RichText {
  const isVoice = (piece: RichText[number]): boolean => typeof piece !== 'string' && piece.tag === 'voice';
  if (!tagsOf(text).some(({ tag }) => tag === 'voice')) return [{ tag: 'voice', value: name, inside: text }];
  const pieces: RichText[number][] = [];
  let own: RichText[number][] = [];
  const close = (): void => {
    if (own.length > 0) pieces.push({ tag: 'voice', value: name, inside: own });
    own = [];
  };
  for (const piece of text) {
    if (!isVoice(piece)) own.push(piece);
    else {
      close();
      pieces.push(piece);
    }
  }
  close();
  return pieces;
}

const pairs = (settings: Settings, between: string): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}:${value}`)
    .join(between);

const closed = (text: string): string => text.replace(/\n\s*\n/g, '\n').replaceAll('-->', '->');

const writeNote = ({ text }: ScriptNote): string => {
  const words = closed(text);
  return words.includes('\n') ? `NOTE\n${words}` : `NOTE ${words}`;
};
