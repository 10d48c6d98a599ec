import { perSecond, type Rate } from '@mondwerk/film';
import { writtenNames } from './nameInWords.ts';
import { tagsOf, type TagKind } from './richText.ts';
import type { ScriptDocument, ScriptLine } from './scriptDocument.ts';
import { TIMED_FORMATS, type ScriptFormat } from './scriptFormat.ts';

/** Something that some formats cannot carry: how much of it a script has, and how a person is told. */
interface Loss {
  readonly in: readonly ScriptFormat[];
  readonly count: (document: ScriptDocument) => number;
  readonly say: (count: number) => string;
}

const lines =
  (wanted: (line: ScriptLine, document: ScriptDocument) => boolean) => (document: ScriptDocument) =>
    document.lines.filter((line) => wanted(line, document)).length;
const people =
  (wanted: (character: ScriptDocument['characters'][number]) => boolean) => (document: ScriptDocument) =>
    document.characters.filter(wanted).length;
const tagged = (kind: TagKind) => (document: ScriptDocument) =>
  document.lines.reduce((sum, { text }) => sum + tagsOf(text).filter(({ tag }) => tag === kind).length, 0);
const one = (has: (document: ScriptDocument) => boolean) => (document: ScriptDocument) =>
  Number(has(document));
const many = (count: number, thing: string, things = `${thing}s`): string =>
  `${count} ${count === 1 ? thing : things}`;

const losses: readonly Loss[] = [
  {
    in: TIMED_FORMATS,
    count: lines(({ span }) => span === undefined),
    say: (n) => `${many(n, 'line')} without times`,
  },
  { in: ['srt', 'csv'], count: one(({ title }) => title !== undefined), say: () => 'the title' },
  {
    in: ['srt', 'detx'],
    count: one(({ language }) => language !== undefined),
    say: () => 'the language of the script',
  },
  {
    in: ['srt', 'vtt', 'ttml', 'detx'],
    count: one(({ original }) => original !== undefined),
    say: () => 'the language that was translated from',
  },
  {
    in: ['srt', 'vtt', 'ttml', 'detx', 'csv'],
    count: one(({ kind }) => kind !== undefined),
    say: () => 'what kind of script it is',
  },
  {
    in: ['srt'],
    count: unnamed,
    say: (n) =>
      `the ${n === 1 ? 'name of a character' : `names of ${n} characters`} that could not be told from words`,
  },
  {
    in: ['srt', 'vtt', 'csv'],
    count: people(({ id, name }) => id !== name),
    say: (n) => `the ids of ${many(n, 'character')}`,
  },
  {
    in: ['srt', 'vtt', 'detx', 'csv'],
    count: people(({ actor }) => actor !== undefined),
    say: (n) => `the actors of ${many(n, 'character')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt', 'csv'],
    count: people(({ color, gender, picture }) => (color ?? gender ?? picture) !== undefined),
    say: (n) => `colours, genders or pictures of ${many(n, 'character')}`,
  },
  {
    in: ['srt', 'vtt', 'csv'],
    count: people(({ description }) => description !== undefined),
    say: (n) => `the descriptions of ${many(n, 'character')}`,
  },
  {
    in: ['srt', 'detx'],
    count: lines(({ id }) => id !== undefined),
    say: (n) => `the ids of ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'detx'],
    count: lines(({ language }) => language !== undefined),
    say: (n) => `the languages of ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'detx'],
    count: lines(({ others }) => others !== undefined),
    say: (n) => `texts in other languages of ${many(n, 'line')}`,
  },
  {
    in: ['csv'],
    count: lines(({ others = [] }) => others.length > 1),
    say: (n) => `all but the first text in another language of ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml'],
    count: lines(({ onScreen }) => onScreen !== undefined),
    say: (n) => `whether the speaker is seen, of ${many(n, 'line')}`,
  },
  {
    in: ['detx'],
    count: lines(({ onScreen = 'on' }) => onScreen.includes('-')),
    say: (n) => `that the speaker comes or goes, in ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt', 'csv'],
    count: lines(({ semiOff, reaction }) => (semiOff ?? reaction) === true),
    say: (n) =>
      `that ${many(n, 'line')} ${n === 1 ? 'is a reaction or' : 'are reactions or'} said with the mouth unseen`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt'],
    count: lines(({ track }) => track !== undefined && track > 0),
    say: (n) => `the rows of ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'detx'],
    count: lines(({ descriptions }) => descriptions !== undefined),
    say: (n) => `notes on ${many(n, 'line')}`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'detx', 'csv'],
    count: lines(({ represents }) => represents !== undefined),
    say: (n) => `what of the film ${many(n, 'line')} ${n === 1 ? 'stands' : 'stand'} for`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt', 'csv'],
    count: tagged('mark'),
    say: (n) => many(n, 'mark of lips', 'marks of lips'),
  },
  {
    in: ['srt', 'ttml', 'dapt', 'detx', 'csv'],
    count: tagged('class'),
    say: (n) => `the styles of ${many(n, 'stretch', 'stretches')} of text`,
  },
  {
    in: ['srt', 'ttml', 'dapt', 'detx', 'csv'],
    count: tagged('voice'),
    say: (n) => `who says ${many(n, 'stretch', 'stretches')} of text inside a line`,
  },
  { in: ['srt', 'detx', 'csv'], count: tagged('time'), say: (n) => `${many(n, 'time')} inside lines` },
  {
    in: ['srt', 'detx', 'csv'],
    count: tagged('ruby-text'),
    say: (n) => `${many(n, 'reading')} beside signs (ruby)`,
  },
  {
    in: ['srt', 'detx', 'csv'],
    count: tagged('lang'),
    say: (n) => `the languages of ${many(n, 'stretch', 'stretches')} of text`,
  },
  {
    in: ['vtt', 'detx'],
    count: tagged('color'),
    say: (n) => `the colours of ${many(n, 'stretch', 'stretches')} of text`,
  },
  {
    in: ['vtt', 'detx'],
    count: tagged('strike'),
    say: (n) => `strokes through ${many(n, 'stretch', 'stretches')} of text`,
  },
  {
    in: ['detx'],
    count: (document) =>
      tagged('italic')(document) + tagged('bold')(document) + tagged('underline')(document),
    say: (n) => `italics and the like in ${many(n, 'place')}`,
  },
  {
    in: ['srt', 'dapt', 'detx', 'csv'],
    count: one(({ layout }) => layout !== undefined),
    say: () => 'styles and regions',
  },
  { in: ['vtt'], count: one(({ layout }) => layout?.of === 'ttml'), say: () => 'styles and regions' },
  { in: ['ttml'], count: one(({ layout }) => layout?.of === 'vtt'), say: () => 'styles and regions' },
  {
    in: ['srt'],
    count: lines(({ settings }) => settings !== undefined && settings.an === undefined),
    say: placesLost,
  },
  {
    in: ['vtt'],
    count: lines(
      ({ settings }, { layout }) =>
        settings !== undefined && (layout?.of === 'ttml' || settings.an !== undefined),
    ),
    say: placesLost,
  },
  {
    in: ['ttml'],
    count: lines(({ settings }, { layout }) => settings !== undefined && layout?.of !== 'ttml'),
    say: placesLost,
  },
  { in: ['dapt', 'detx', 'csv'], count: lines(({ settings }) => settings !== undefined), say: placesLost },
  {
    in: ['srt', 'ttml', 'dapt', 'detx', 'csv'],
    count: ({ notes }) => notes.length,
    say: (n) => `${many(n, 'note')} between lines`,
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt', 'csv'],
    count: ({ cuts }) => cuts.length,
    say: (n) => many(n, 'change of shot', 'changes of shots'),
  },
  {
    in: ['srt', 'vtt', 'ttml', 'dapt', 'csv'],
    count: ({ loops }) => loops.length,
    say: (n) => many(n, 'loop'),
  },
  {
    in: ['srt', 'vtt'],
    count: one(({ clock }) => clock !== undefined),
    say: () => 'the frame rate (times are written in milliseconds)',
  },
  {
    in: ['ttml', 'csv'],
    count: one(({ clock }) => (clock?.start.frame ?? 0) > 0),
    say: () => 'the timecode of the first frame',
  },
  {
    in: ['srt', 'vtt', 'csv'],
    count: ({ head }) => head.length,
    say: (n) => `${many(n, 'entry', 'entries')} of its head`,
  },
  {
    in: ['ttml', 'dapt'],
    count: ({ head }) => head.filter(({ name }) => name.startsWith('detx:')).length,
    say: (n) => `${many(n, 'entry', 'entries')} of its head`,
  },
  {
    in: ['detx'],
    count: ({ head }) => head.filter(({ name }) => !name.startsWith('detx:')).length,
    say: (n) => `${many(n, 'entry', 'entries')} of its head`,
  },
  {
    in: ['detx'],
    count: betweenFrames,
    say: (n) => `exact times of ${many(n, 'line')}, which do not fall on frames`,
  },
  {
    in: ['csv'],
    count: (document) => (document.clock === undefined ? 0 : betweenFrames(document)),
    say: (n) => `exact times of ${many(n, 'line')}, which do not fall on frames`,
  },
];

function placesLost(count: number): string {
  return `the places on the screen of ${many(count, 'line')}`;
}

function unnamed(document: ScriptDocument): number {
  const written = writtenNames(document);
  const said = new Set(document.lines.flatMap(({ character }) => character ?? []));
  return document.characters.filter(({ id }) => said.has(id) && !written.has(id)).length;
}

function betweenFrames({ lines: all, clock }: ScriptDocument): number {
  const rate: Rate = clock?.rate ?? { num: 25, den: 1 };
  const off = (seconds: number): boolean => {
    const frames = seconds * perSecond(rate);
    return Math.abs(frames - Math.round(frames)) > 1e-4;
  };
  return all.filter(({ span }) => span !== undefined && (off(span.start) || off(span.end))).length;
}

/** What of a script a format cannot carry, in plain words, each a thing that will not be in the file. */
export const whatIsLost = (document: ScriptDocument, format: ScriptFormat): string[] =>
  losses
    .filter(({ in: formats }) => formats.includes(format))
    .flatMap(({ count, say }) => {
      const found = count(document);
      return found === 0 ? [] : [say(found)];
    });
