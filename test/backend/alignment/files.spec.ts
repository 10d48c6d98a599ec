import { describe, expect, it } from 'vitest';
import { writeScript } from '@mondwerk/speech';
import type { Alignment } from '../../../apps/backend/src/alignment/alignment.ts';
import { writeAss } from '../../../apps/backend/src/alignment/files/writeAss.ts';
import { writeJson } from '../../../apps/backend/src/alignment/files/writeJson.ts';
import { writeLabels, writeTable } from '../../../apps/backend/src/alignment/files/writeTable.ts';
import { writeTextGrid } from '../../../apps/backend/src/alignment/files/writeTextGrid.ts';
import {
  withHeardTimes,
  withLipMarks,
  withWordTimes,
} from '../../../apps/backend/src/alignment/heardScript.ts';
import { readTextGrid } from './textGridReader.ts';
import { TINY, TINY_HEARD, TINY_SCRIPT } from './tinyAlignment.ts';

describe('an alignment as JSON', () => {
  it('tells words and sounds with start, end, text, confidence and line', () => {
    const told = JSON.parse(writeJson(TINY)) as Record<string, unknown>;
    expect(told).toEqual({
      ...{ version: 1, voice: 'tiny.wav', script: 'tiny.srt', language: 'en-GB', clock: 'voice', seconds: 3 },
      words: [
        { start: 0.5, end: 0.8, text: 'Mum', confidence: 0.9, line: 0 },
        { start: 1.2, end: 1.6, text: 'hi', confidence: 0.4568, line: 0 },
      ],
      phones: TINY.phones,
      lines: [
        TINY.lines[0],
        {
          ...TINY.lines[1],
          reason: 'Nobody says this line in the voice: record it, or take it out of the script.',
        },
      ],
    });
  });

  it('has an item a row, and none where there are none', () => {
    expect(writeJson(TINY)).toContain(
      '\n    {"start":0.5,"end":0.8,"text":"Mum","confidence":0.9,"line":0},\n',
    );
    expect(writeJson({ ...TINY, words: [] })).toContain('\n  "words": [],\n');
  });
});

describe('an alignment as a TextGrid', () => {
  it('is written as Praat writes it', () => {
    expect(writeTextGrid(TINY).split('\n').slice(0, 24)).toEqual([
      'File type = "ooTextFile"',
      'Object class = "TextGrid"',
      '',
      'xmin = 0 ',
      'xmax = 3 ',
      'tiers? <exists> ',
      'size = 3 ',
      'item []: ',
      '    item [1]:',
      '        class = "IntervalTier" ',
      '        name = "lines" ',
      '        xmin = 0 ',
      '        xmax = 3 ',
      '        intervals: size = 5 ',
      '        intervals [1]:',
      '            xmin = 0 ',
      '            xmax = 0.5 ',
      '            text = "" ',
      '        intervals [2]:',
      '            xmin = 0.5 ',
      '            xmax = 1.6 ',
      '            text = "Mum, ""hi""!" ',
      '        intervals [3]:',
      '            xmin = 1.6 ',
    ]);
  });

  it('comes back whole, without a gap in any tier', () => {
    const { seconds, tiers } = readTextGrid(writeTextGrid(TINY));
    expect([...tiers.keys()]).toEqual(['lines', 'words', 'phones']);
    for (const intervals of tiers.values()) {
      expect(intervals[0].start).toBe(0);
      expect(intervals.at(-1)!.end).toBe(seconds);
      intervals.slice(1).forEach(({ start }, at) => expect(start).toBe(intervals[at].end));
    }
    const said = (tier: string) => tiers.get(tier)!.filter(({ text }) => text !== '');
    expect(said('lines').map(({ text }) => text)).toEqual(TINY.lines.map(({ text }) => text));
    expect(said('phones')).toEqual(TINY.phones.map(({ start, end, text }) => ({ start, end, text })));
  });

  it('gives everybody tiers of their own where lines are said at once', () => {
    const [first, second] = TINY.lines;
    const both: Alignment = { ...TINY, lines: [first, { ...second, start: 1, end: 2 }] };
    expect([...readTextGrid(writeTextGrid(both)).tiers.keys()]).toEqual([
      ...['ANNA - lines', 'ANNA - words', 'ANNA - phones', 'BERT - lines', 'BERT - words', 'BERT - phones'],
    ]);
  });
});

describe('an alignment as subtitles that light up', () => {
  it('counts every word and sound in hundredths from the beginning of its line', () => {
    const events = writeAss(TINY).split('[Events]\n')[1].trimEnd().split('\n').slice(1);
    expect(events).toEqual([
      'Dialogue: 0,0:00:00.50,0:00:01.60,Words,ANNA,0,0,0,,{\\k30}Mum, {\\k40}{\\k40}"hi"!',
      'Dialogue: 0,0:00:00.50,0:00:01.60,Sounds,ANNA,0,0,0,,{\\k10}m{\\k10}ʌ{\\k10}m {\\k40}{\\k10}h{\\k30}aɪ',
      'Dialogue: 0,0:00:02.00,0:00:02.50,Words,BERT,0,0,0,,{\\k0}Not \\{here\\}',
      'Dialogue: 0,0:00:02.00,0:00:02.50,Doubt,BERT,0,0,0,,Nobody says this line in the voice: record it, or take it out of the script.',
    ]);
  });

  it('lets no name or text say anything else than itself', () => {
    const [line] = TINY.lines;
    const odd = {
      ...TINY,
      lines: [{ ...line, text: 'a\\Nb {\\pos(1,1)}', character: 'A,B\nC' }],
      words: [],
      phones: [],
    };
    const [event] = writeAss(odd)
      .split('\n')
      .filter((row) => row.startsWith('Dialogue'));
    expect(event).toBe(
      'Dialogue: 0,0:00:00.50,0:00:01.60,Words,A B C,0,0,0,,{\\k0}a\\\u2060Nb \\{\\\u2060pos(1,1)\\}',
    );
  });
});

describe('an alignment as tables', () => {
  it('has words and sounds in the order of their times, lines counted from 1', () => {
    expect(writeTable(TINY).split('\r\n').slice(0, 4)).toEqual([
      'start,end,text,type,confidence,line,character',
      '0.5,0.8,Mum,word,0.9,1,ANNA',
      '0.5,0.6,m,phone,0.9,1,ANNA',
      '0.6,0.7,ʌ,phone,0.9,1,ANNA',
    ]);
  });

  it('hands no formula to a spreadsheet', () => {
    const [line] = TINY.lines;
    const odd = { ...TINY, lines: [{ ...line, character: '=1+1,"x"' }], phones: [] };
    expect(writeTable(odd).split('\r\n')[1]).toBe(`0.5,0.8,Mum,word,0.9,1,"'=1+1,""x"""`);
  });

  it('are labels for Audacity between tabs', () => {
    expect(writeLabels(TINY)).toBe('0.500000\t0.800000\tMum\n1.200000\t1.600000\thi\n');
  });
});

describe('a script with the times that were heard', () => {
  it('keeps what it carries', () => {
    const { cuts, characters, lines, language } = withHeardTimes(TINY_SCRIPT, TINY_HEARD);
    expect({ cuts, characters, language }).toEqual({
      cuts: [1],
      characters: TINY_SCRIPT.document.characters,
      language: 'en-GB',
    });
    expect(lines.map(({ span, onScreen }) => ({ span, onScreen }))).toEqual([
      { span: { start: 0.5, end: 1.6 }, onScreen: undefined },
      { span: { start: 2, end: 2.5 }, onScreen: 'off' },
    ]);
  });

  it('has no instants inside its lines but those that were heard', () => {
    const [line, other] = TINY_SCRIPT.document.lines;
    const old = [
      { tag: 'mark', value: 'mpb', at: 0.9, inside: [] },
      { tag: 'italic', inside: ['Mum, "hi"!'] },
    ] as const;
    const script = {
      ...TINY_SCRIPT,
      document: { ...TINY_SCRIPT.document, lines: [{ ...line, text: old }, other] },
    };
    expect(withHeardTimes(script, TINY_HEARD).lines[0].text).toEqual([
      { tag: 'italic', inside: ['Mum, "hi"!'] },
    ]);
    expect(writeScript(withWordTimes(script, TINY_HEARD), 'vtt')).toContain('<v ANNA><i>Mum, "hi"!</i></v>');
  });

  it('spreads a text over its sounds where its words are not known', () => {
    const heard = { ...TINY_HEARD, alignment: { ...TINY, words: [] } };
    const [{ text }] = withLipMarks(TINY_SCRIPT, heard).lines;
    expect(text.filter((piece) => typeof piece === 'string')).toEqual(['Mum', ', "', 'hi"!']);
  });

  it('is WebVTT with the time of every word', () => {
    expect(writeScript(withWordTimes(TINY_SCRIPT, TINY_HEARD), 'vtt')).toContain(
      '00:00:00.500 --> 00:00:01.600\n<v ANNA>Mum, <00:00:01.200>"hi"!</v>',
    );
  });

  it('is a rhythm band with marks of the lips where they stand in the text', () => {
    const [, line] = writeScript(withLipMarks(TINY_SCRIPT, TINY_HEARD), 'detx').split(/<line /);
    const marks = [...line.matchAll(/timecode="([^"]+)" type="([^"]+)"|<text>([^<]*)<\/text>/g)];
    expect(
      marks.map(([, timecode, type, text]) => text?.replaceAll('&quot;', '"') ?? `${type} ${timecode}`),
    ).toEqual([
      'in_close 00:00:00:13',
      'Mum, ',
      'out_close 00:00:00:20',
      'in_open 00:00:01:05',
      '"hi"!',
      'out_open 00:00:01:15',
    ]);
  });
});
