import { rate } from '@mondwerk/film';
import type { ScriptReading } from '@mondwerk/speech';

/** A file of the corpus, what is known when it is read, and its lines as `showLine` shows them. */
export interface Reading {
  readonly file: string;
  readonly with?: ScriptReading;
  readonly lines: readonly string[];
  /** What people are told, in the order in which they are told it. */
  readonly told?: readonly RegExp[];
}

const ntsc = rate(30_000, 1001);
const polish = ['1.5 → 2.75 Dzień dobry, 世界.', '3 → 4 Żółta łódź płynie.'];
const english = ['1.5 → 2.75 The kettle is warm.', '3 → 4 Shall we sit down?'];

/** Files that are read. */
export const readings: readonly Reading[] = [
  { file: 'utf8-bom-crlf.srt', lines: english },
  { file: 'old-mac-cr.srt', lines: english },
  { file: 'utf16le-bom.srt', lines: polish },
  { file: 'utf16be-bom.srt', lines: polish },
  { file: 'utf16le-unmarked.srt', lines: polish },
  { file: 'utf16be-unmarked.srt', lines: polish },
  { file: 'latin1-spanish.srt', with: { language: 'es' }, lines: ['1 → 2 Mañana será otro día.'] },
  { file: 'shift-jis-declared.ttml', lines: ['1 → 2 こんにちは'] },
  { file: 'overlapping.srt', lines: ['1 → 4 The rain has stopped.', '2 → 3 At last!'] },
  {
    file: 'unordered.srt',
    lines: ['1 → 2 The first one.', '5 → 6 The second one.', '5 → 7 Also at five.'],
    told: [/^One line was not in the order of the times: all lines have been put in order\.$/],
  },
  { file: 'no-blank-lines.srt', lines: ['1 → 2 One apple.', '2.5 → 3.5 Two pears.', '4 → 5 Three plums.'] },
  { file: 'no-numbers.srt', lines: ['1 → 2 Which room?', '3 → 4 42', '5 → 6 Thank you.'] },
  { file: 'blank-row-inside.srt', lines: ['1 → 3 First row after a gap', '4 → 5 Next.'] },
  { file: 'duplicates.srt', lines: ['1 → 2 Twice.', '3 → 4 Twice.'] },
  { file: 'entities.srt', lines: ['1 → 2 Tea & milk, café été … &nothing; R&D'] },
  { file: 'direction-marks.srt', lines: ['1 → 2 שלום עולם!', '3 → 4 Hello there.'] },
  { file: 'empty-cues.srt', lines: ['5 → 6 Somebody came in.'] },
  { file: 'hundred-hours.srt', lines: ['360001 → 360002 A long film.'] },
  { file: 'from-ten-hours.srt', lines: ['36001 → 36002 We begin at ten.', '36090.04 → 36091 And so on.'] },
  {
    file: 'from-ten-hours.srt',
    with: { filmSeconds: 5400 },
    lines: ['1 → 2 We begin at ten.', '90.04 → 91 And so on.'],
    told: [/taken to count from 10:00:00\. If the film begins elsewhere, say at which timecode\.$/],
  },
  {
    file: 'from-ten-hours.srt',
    with: { filmSeconds: 5400, filmTimecode: '09:59:50:12', rate: rate(25) },
    lines: ['10.52 → 11.52 We begin at ten.', '99.56 → 100.52 And so on.'],
    told: [/taken to count from 09:59:50\./],
  },
  {
    file: 'from-ten-hours.srt',
    with: { filmSeconds: 60, start: '10:00:01:00', rate: rate(25) },
    lines: ['0 → 1 We begin at ten.', '89.04 → 90 And so on.'],
  },
  {
    file: 'feature-from-one-hour.srt',
    with: { filmSeconds: 5400 },
    lines: ['2 → 3 Good evening.', '4800 → 4801 Good night.'],
    told: [/taken to count from 01:00:00\./],
  },
  {
    file: 'feature-from-one-hour.srt',
    with: { filmSeconds: 9000 },
    lines: ['3602 → 3603 Good evening.', '8400 → 8401 Good night.'],
  },
  { file: 'begins-late.srt', with: { filmSeconds: 5400 }, lines: ['3602 → 3603 Only now.'] },
  {
    file: 'begins-late.srt',
    with: { filmSeconds: 5400, filmTimecode: '01:00:00:00' },
    lines: ['2 → 3 Only now.'],
    told: [/taken to count from 01:00:00\./],
  },
  {
    file: 'begins-late.srt',
    with: { filmSeconds: 5400, start: '01:00:00:00', rate: rate(24_000, 1001) },
    lines: ['2 → 3 Only now.'],
  },
  { file: 'frames.srt', with: { rate: rate(24) }, lines: ['1.5 → 2 Half past one second.'] },
  { file: 'frames.srt', with: { rate: rate(25) }, lines: ['1.48 → 2 Half past one second.'] },
  {
    file: 'dots-and-arrows.srt',
    lines: [
      '1.5 → 2.25 Dots.',
      '3 → 4 A long dash.',
      '5 → 6 No fractions.',
      '7 → 8 No spaces.',
      '9 → 10 Escaped.',
    ],
  },
  { file: 'tags.srt', lines: ['1 → 2 Up high and red', '3 → 4 Never closed', '5 → 6 Closed only & 3 < 4'] },
  {
    file: 'names.srt',
    lines: [
      '1 → 2 ANNA: Come here.',
      '3 → 4 ANNA: Now! Soon.',
      '5 → 6 BEN: Here I am.',
      '7 → 8 Well: be kind, he said.',
    ],
  },
  {
    file: 'everything.vtt',
    lines: ['1 → 2.5 Mary: Come in & sit', '3 → 4 Bonjour you two', '5 → 6 東京へ'],
  },
  { file: 'two-voices.vtt', lines: ['1 → 2 Tom: Left? Right.'] },
  { file: 'note-with-times.vtt', lines: ['3 → 4 But this.'] },
  { file: 'no-gap-after-head.vtt', lines: ['1 → 2 Right away.'] },
  {
    file: 'imsc.ttml',
    lines: [
      '1.5005 → 2.002 Anna: From frames to frames.',
      '3 → 4.5 All bold and slanted.',
      '5.25 → 6 Two spaces.',
    ],
  },
  {
    file: 'any-prefix.ttml',
    lines: ['11.5 → 13 Counted from around.', '30 → 31 First.', '31.5 → 32.5 Then.'],
  },
  { file: 'timed-spans.ttml', lines: ['1 → 2 Each span', '3 → 4 is a line.', '5 → 8 Words with times.'] },
  {
    file: 'smpte-drop.ttml',
    lines: [`60.06 → ${(1828 * 1001) / 30_000} One minute of dropped numbers.`],
    told: [/says that the film begins at 01:00:00;00: its times are counted from there\.$/],
  },
  { file: 'smpte-ndf.ttml', lines: ['60.06 → 61.061 A minute that is longer.'] },
  {
    file: 'no-frame-rate.ttml',
    lines: ['1.5 → 2 How many?'],
    told: [/counts frames and does not say how many there are in a second: 30 were taken/],
  },
  { file: 'no-frame-rate.ttml', with: { rate: rate(25) }, lines: ['1.6 → 2 How many?'] },
  { file: 'draft-namespace.dfxp', lines: ['1 → 2 From long ago.'] },
  {
    file: 'wrong-namespace.ttml',
    lines: ['1 → 2 Still readable.'],
    told: [/does not call itself TTML \(its namespace is “http:\/\/example\.com\/subtitles”\)/],
  },
  {
    file: 'dubbing.dapt.xml',
    with: { language: 'en-GB' },
    lines: ['10 → 13 LUC: The bread is warm. [on-off]', '14 → 15 MIA: Pas encore. [fr off]'],
    told: [/1 of 3 events have no text in en; they keep the one that they have\.$/],
  },
  {
    file: 'dubbing.dapt.xml',
    with: { language: 'fr' },
    lines: ['10 → 13 LUC: Le pain est chaud. [on-off]', '14 → 15 MIA: Pas encore. [off]'],
    told: [/1 of 3 events have no text in fr/],
  },
  {
    file: 'band.detx',
    lines: [
      '2 → 3.2 Anna: Bonne promenade ! [in-open@2 mpb@2.48 out-close@3.2]',
      '5 → 7 Erzähler: Il était une fois [off neutral@5 neutral@7]',
      '10 → 10.4 Anna: Voilà tout. [in-close@10]',
    ],
    told: [/says that the film begins at 01:00:00:00/],
  },
  {
    file: 'band.detx',
    with: { rate: rate(24) },
    lines: [
      `2 → ${(77 * 1) / 24} Anna: Bonne promenade ! [in-open@2 mpb@2.5 out-close@${77 / 24}]`,
      '5 → 7 Erzähler: Il était une fois [off neutral@5 neutral@7]',
      `10 → ${250 / 24} Anna: Voilà tout. [in-close@10]`,
    ],
    told: [/says that the film begins at 01:00:00:00/],
  },
  {
    file: 'no-header.detx',
    lines: ['8.76 → 9.84 Rosa: Reste ici. [in-open@8.76 mpb@9.56 out-open@9.84]'],
    told: [/taken to count from 01:00:00:00/],
  },
  { file: 'commas.csv', lines: ['1 → 2.5 Anna: Well, yes.', '3 → 4 Ben: He said "no".'] },
  { file: 'german-semicolons.csv', lines: ['1.5 → 2.75 Anna: Guten Morgen.', '3 → 4.25 Ben: Schönen Tag!'] },
  { file: 'frames-ndf.csv', lines: ['60.06 → 61.061 ANNA: Longer than a minute.'] },
  { file: 'frames-df.csv', lines: [`60.06 → ${(1828 * 1001) / 30_000} ANNA: Nearly a minute.`] },
  { file: 'frames-no-rate.csv', with: { rate: ntsc }, lines: ['60.06 → 61.061 ANNA: How many?'] },
  { file: 'original-and-translation.csv', lines: ['1 → 2 ANA: Buenas noches.'] },
  {
    file: 'no-ends.csv',
    lines: ['1 → 2.467 LÉA: Bonsoir tout le monde.', '9 → 9.4 MAX: Salut.'],
    told: [/2 of 2 lines do not say when they end: that was reckoned from their length\.$/],
  },
  {
    file: 'no-ends.ttml',
    lines: ['1.001 → 2.001 Until whenever.'],
    told: [/1 of 1 lines do not say when they end/],
  },
  {
    file: 'no-heads.csv',
    with: { rate: rate(25) },
    lines: ['1 → 2 Anna: No heads here.', '3 → 4 Ben: None at all.'],
  },
  { file: 'formula.csv', lines: ['1 → 2 =1+1 is two', '3 → 4 Hello'] },
  { file: 'plain.txt', lines: ['ANNA: Good day.', 'BEN: How are you?', 'ANNA: Well.'] },
];
