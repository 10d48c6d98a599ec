import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { FROM_NOUGHT, rate } from '@mondwerk/film';
import type { Alignment } from '../../../apps/backend/src/alignment/alignment.ts';
import { tellMouth } from '../../../apps/backend/src/alignment/mouth/tellMouth.ts';
import type { SeenLine } from '../../../apps/backend/src/alignment/mouth/seenLines.ts';
import { drawPages, type Drawn } from '../../../apps/backend/src/alignment/picture/drawPages.ts';
import { fitText, readsFromRight, widthOfText } from '../../../apps/backend/src/alignment/picture/fitText.ts';
import { clockOf } from '../../../apps/backend/src/alignment/picture/layout.ts';
import { TINY, TINY_PHONES } from './tinyAlignment.ts';

const PAL = rate(25);

/** A voice that is louder in the middle of every second. */
const peaksOf = (seconds: number) => ({
  perSecond: 200,
  values: Int8Array.from(
    { length: Math.ceil(seconds * 400) },
    (_, at) => (at % 2 ? 1 : -1) * ((at >> 1) % 100),
  ),
});

const drawn = (alignment: Alignment, changes: Partial<Drawn> = {}): Drawn => ({
  alignment,
  clock: { rate: PAL, start: FROM_NOUGHT },
  shown: { start: 0, end: alignment.seconds },
  mouth: () => tellMouth(TINY_PHONES, { rate: PAL, seconds: Math.min(alignment.seconds, 20) }),
  peaks: async () => peaksOf(alignment.seconds),
  signal: new AbortController().signal,
  ...changes,
});

async function drawOne(alignment: Alignment, changes: Partial<Drawn> = {}): Promise<string> {
  const [{ content }] = await drawPages(drawn(alignment, changes), 'voice.svg');
  expect(XMLValidator.validate(content)).toBe(true);
  return content;
}

const titles = (svg: string): string[] =>
  [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text);

describe('the picture of an alignment', () => {
  it('tells the exact times of every line, word, sound and shape', async () => {
    const told = titles(await drawOne(TINY));
    expect(told).toContain('Word Mum\n0:00.500 – 0:00.800 (300 ms), confidence 90 %');
    expect(told).toContain('Sound aɪ\n0:01.300 – 0:01.600 (300 ms), confidence 90 %');
    expect(told).toContain(
      'Line 2, BERT: Not {here}\n0:02.000 – 0:02.500 (500 ms), confidence 0 %\n' +
        'Nobody says this line in the voice: record it, or take it out of the script.',
    );
    expect(
      told.some((text) =>
        /^lips closed, for m in “Mum”\n0:00\.\d{3} – 0:00\.\d{3}, frames \d+–\d+$/.test(text),
      ),
    ).toBe(true);
  });

  it('says what does not fit in words, not only by colour', async () => {
    const svg = await drawOne(TINY);
    expect(svg).toContain('1 of 2 lines does not fit what is heard: 2 (0:02.0).');
    expect(svg).toMatch(/<text class="reason"[^>]*>2 BERT {2}✕ not/);
    expect(svg).toMatch(/<rect class="poor"[^>]*><\/rect>|<rect class="poor"[^>]*\/>/);
  });

  it('takes every text for a text', async () => {
    const evil = '</text><script>alert(1)</script>&"\u0000\ud800';
    const [line, other] = TINY.lines;
    const svg = await drawOne({
      ...{ ...TINY, voice: evil, language: evil, words: TINY.words.map((word) => ({ ...word, text: evil })) },
      lines: [{ ...line, text: evil, character: evil }, other],
    });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg) as {
      svg: Record<string, unknown>;
    };
    expect(root.title).toContain('alert(1)');
  });

  it('writes Arabic from the right, with the number of its line on the left', async () => {
    const [line] = TINY.lines;
    const svg = await drawOne({ ...TINY, lines: [{ ...line, text: 'كيف حالك اليوم؟' }] });
    expect(svg).toMatch(/<text [^>]*direction="rtl"[^>]*>كيف حالك اليوم؟<\/text>/);
  });

  it('draws what a film’s mouths do beside what is wanted of them', async () => {
    const seen: SeenLine[] = [
      {
        ...{
          index: 0,
          text: 'x',
          start: 0.5,
          end: 1.6,
          fits: true,
          mismatch: 0.42,
          reason: 'the old lips stay open',
        },
        mouths: [
          {
            performer: 'p1',
            shot: 0,
            frames: [12, 17],
            wanted: [0, 0.1, 0.2, 0.1, 0],
            seen: [0, null, 0.1, 0, 0],
          },
        ],
      },
    ];
    const svg = await drawOne(TINY, { seen });
    expect(svg).toContain('lip gap seen in the film');
    const [, curve] = [...svg.matchAll(/<path class="seen" d="([^"]+)"/g)].map(([, d]) => d);
    expect(curve.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('>differs 0.42</text>');
    expect(await drawOne(TINY)).not.toContain('lip gap seen in the film');
  });

  it('has ten minutes a page, each naming the next one', async () => {
    const long = { ...TINY, seconds: 1500 };
    const pages = await drawPages(drawn(long), '/somewhere/Voice.SVG');
    expect(pages.map(({ path }) => path)).toEqual([
      ...['/somewhere/Voice.SVG', '/somewhere/Voice-2.SVG', '/somewhere/Voice-3.SVG'],
    ]);
    expect(pages[0].content).toContain('<a href="Voice-2.SVG">');
    expect(pages[2].content).not.toContain('<a href');
    expect(pages[2].content).toContain('page 3 of 3');
    for (const { content } of pages) expect(content.length).toBeLessThan(3_000_000);
  });

  it('shows a part where one is asked for', async () => {
    const svg = await drawOne({ ...TINY, seconds: 1500 }, { shown: { start: 1, end: 2 } });
    expect(svg.match(/class="row"/g)).toHaveLength(1);
    expect(svg).toContain('>0:01.0</text>');
  });
});

describe('texts in boxes', () => {
  it('are set smaller, then cut, then left out', () => {
    expect(fitText('word', 100, { most: 13, least: 7 })).toEqual({ text: 'word', size: 13 });
    const smaller = fitText('Geschwindigkeit', 70, { most: 13, least: 7 })!;
    expect(smaller.text).toBe('Geschwindigkeit');
    expect(smaller.size).toBeLessThan(13);
    expect(fitText('Geschwindigkeit', 40, { most: 13, least: 7 })?.text).toMatch(/^Gesch\w*…$/);
    expect(fitText('Geschwindigkeit', 4, { most: 13, least: 7 })).toBeUndefined();
  });

  it('never cut a sign apart', () => {
    const family = '👨‍👩‍👧';
    expect(fitText(family.repeat(3), 30, { most: 13, least: 9 })?.text.replace('…', '')).toMatch(
      new RegExp(`^(${family})*$`, 'u'),
    );
  });

  it('know wide writing and writing from the right', () => {
    expect(widthOfText('東京')).toBeGreaterThan(widthOfText('il'));
    expect([readsFromRight('«שלום»'), readsFromRight('12 سلام'), readsFromRight('abc سلام')]).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe('times for people', () => {
  it.each([
    [0, 1, '0:00.0'],
    [59.96, 1, '1:00.0'],
    [3723.25, 3, '1:02:03.250'],
    [61, 0, '1:01'],
  ])('%d s with %d digits', (seconds, digits, text) => {
    expect(clockOf(seconds, digits)).toBe(text);
  });
});
