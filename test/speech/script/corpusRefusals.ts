import { rate } from '@mondwerk/film';
import type { ScriptReading } from '@mondwerk/speech';

/** A file of the corpus that is not read, and what people are told. */
export interface Refused {
  readonly file: string;
  readonly with?: ScriptReading;
  readonly code: string;
  readonly says: RegExp;
}

/** Files that are refused. */
export const refusals: readonly Refused[] = [
  {
    file: 'shift-jis.srt',
    code: 'script-encoding',
    says: /its encoding cannot be told for certain: open it in a text editor and save it as UTF-8\.$/,
  },
  { file: 'latin1-spanish.srt', with: { language: 'pl' }, code: 'script-encoding', says: /save it as UTF-8/ },
  {
    file: 'ends-before-start.srt',
    code: 'script-times',
    says: /row 6: the line ends before it starts: correct its times\.$/,
  },
  { file: 'no-length.vtt', code: 'script-times', says: /row 3: the line ends before it starts/ },
  {
    file: 'frames.srt',
    code: 'script-rate',
    says: /counts frames and does not say how many .*: give its frame rate \(--rate 25\), or add the film first\.$/,
  },
  {
    file: 'frames-too-many.srt',
    with: { rate: rate(25) },
    code: 'script-times',
    says: /row 2: there is no frame 00:00:01:29 at 25 frames a second: give its right frame rate\.$/,
  },
  {
    file: 'bad-times.srt',
    code: 'script-times',
    says: /row 2: "00:00:01,000 --> later" is not a pair of times: write it as/,
  },
  {
    file: 'from-ten-hours.srt',
    with: { start: '10:01:00:00', rate: rate(25) },
    code: 'script-start',
    says: /“We begin at ten\.” would begin 59\.0 s before the film, whose first frame is taken to be 10:01:00/,
  },
  {
    file: 'from-ten-hours.srt',
    with: { start: 'ten' },
    code: 'script-start',
    says: /^ten is not the timecode of a first frame: write 10:00:00:00, or seconds\.$/,
  },
  { file: 'no-body.ttml', code: 'script-xml', says: /has no body, so no lines: export it anew\.$/ },
  {
    file: 'bad-time.ttml',
    code: 'script-times',
    says: /"soon" is not a time: write it as 00:01:02\.500, 62\.5s or 1550f\.$/,
  },
  {
    file: 'truncated.ttml',
    code: 'script-xml',
    says: /is cut off: it ends before its XML does\. Export or copy it anew\.$/,
  },
  {
    file: 'doctype.ttml',
    code: 'script-xml',
    says: /declares a document type \(<!DOCTYPE>\), which no script needs/,
  },
  { file: 'billion-laughs.ttml', code: 'script-xml', says: /declares a document type/ },
  {
    file: 'dubbing.dapt.xml',
    with: { language: 'es' },
    code: 'script-language',
    says: /has texts in fr, en and none in es: give the script in that language\.$/,
  },
  { file: 'times-only.dapt.xml', code: 'script-empty', says: /has no spoken words/ },
  {
    file: 'bad-timecode.detx',
    code: 'script-times',
    says: /"1:99" is not a timecode at 25 frames a second: write it as 01:00:08:19\.$/,
  },
  {
    file: 'other-xml.xml',
    code: 'script-format',
    says: /is XML of another kind \(<rss>\): export it as SRT, WebVTT, TTML, DAPT, detX, CSV or plain text\.$/,
  },
  { file: 'web-page.html', code: 'script-format', says: /is a web page: export it as/ },
  { file: 'frames-no-rate.csv', code: 'script-rate', says: /give its frame rate/ },
  { file: 'open-quote.csv', code: 'script-table', says: /row 2: a quotation mark is never closed/ },
  { file: 'backwards.csv', code: 'script-times', says: /row 2: the line ends before it starts/ },
  {
    file: 'backwards.ttml',
    code: 'script-times',
    says: /“Not so\.” \(at 00:00:05\.000\) ends before it starts: correct its times\.$/,
  },
  { file: 'subtitle.ass', code: 'script-format', says: /is an ASS subtitle: export it as/ },
  { file: 'microdvd.sub', code: 'script-format', says: /is a MicroDVD subtitle/ },
  {
    file: 'archive.zip',
    code: 'script-format',
    says: /is a ZIP archive or an Office document: unpack it, or export it as/,
  },
  { file: 'report.rtf', code: 'script-format', says: /is RTF/ },
  { file: 'data.json', code: 'script-format', says: /is JSON/ },
  {
    file: 'film.srt',
    code: 'script-not-text',
    says: /is not a text file: give the script as SRT, WebVTT, TTML, DAPT, detX, CSV or plain text, saved as UTF-8\.$/,
  },
  {
    file: 'empty.srt',
    code: 'script-empty',
    says: /has no spoken words: give the dialogue, one line each\.$/,
  },
  { file: 'nothing-spoken.srt', code: 'script-empty', says: /has no spoken words/ },
];
