import { withName, writtenNames } from './nameInWords.ts';
import type { ScriptDocument } from './scriptDocument.ts';
import { srtTags, writeCueText } from './writeCueText.ts';
import { timedLines } from './timedLines.ts';
import { writeClock } from './writeClock.ts';

/** Writes SRT: the lines with times, their tags, `{\an8}`, and names in front of the words. */
export function writeSrt(document: ScriptDocument): string {
  const names = writtenNames(document);
  const cues = timedLines(document).map((line, at) => {
    const { span, settings } = line;
    const place = settings?.an === undefined ? '' : `{\\an${settings.an}}`;
    const times = `${writeClock(span.start, ',')} --> ${writeClock(span.end, ',')}`;
    return `${at + 1}\n${times}\n${place}${writeCueText(withName(line, names), srtTags)}\n`;
  });
  return cues.join('\n');
}
