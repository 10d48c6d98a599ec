import { describe, expect, it } from 'vitest';
import { FROM_NOUGHT, parseTimecodeStart, rate, writeEdl, type EditList, type Rate } from '@mondwerk/film';

/** One event as an editing system reads it, without any of the writer's code. */
interface ReadEvent {
  readonly number: number;
  readonly reel: string;
  readonly timecodes: readonly string[];
  readonly notes: readonly string[];
}

function readEdl(text: string): { title: string; drop: boolean; events: ReadEvent[] } {
  const lines = text.split('\r\n');
  const events: ReadEvent[] = [];
  for (const line of lines.slice(2)) {
    expect(line.startsWith('*') || line === '' || line.slice(14, 29) === 'V     C        ').toBe(true);
    const event = /^(\d{3})  (\S{1,8}) +V +C +(\S{11}) (\S{11}) (\S{11}) (\S{11})$/.exec(line);
    if (event) {
      const [, number, reel, ...timecodes] = event;
      events.push({ number: Number(number), reel, timecodes, notes: [] });
    } else if (line.startsWith('* ')) events[events.length - 1] = noted(events.at(-1)!, line.slice(2));
    else expect(line).toBe('');
  }
  const title = /^TITLE: (.{0,70})$/.exec(lines[0])![1];
  return { title, drop: /^FCM: (NON-)?DROP FRAME$/.exec(lines[1])![1] === undefined, events };
}

const noted = (event: ReadEvent, note: string): ReadEvent => ({ ...event, notes: [...event.notes, note] });

/** All timecodes of a film in order, counted up one frame at a time as a tape machine does. */
function* tape(perSecond: number, drop: number): Generator<string> {
  const sign = drop > 0 ? ';' : ':';
  for (let minute = 0; ; minute++) {
    for (let second = 0; second < 60; second++) {
      for (let frame = 0; frame < perSecond; frame++) {
        if (second === 0 && frame < drop && minute % 10 !== 0) continue;
        const [h, m, s, f] = [Math.floor(minute / 60), minute % 60, second, frame].map((part) =>
          String(part).padStart(2, '0'),
        );
        yield `${h}:${m}:${s}${sign}${f}`;
      }
    }
  }
}

const spans = [
  { start: 0, end: 1 },
  { start: 1799, end: 1800 },
  { start: 1800, end: 1802 },
  { start: 17_981, end: 17_983 },
  { start: 40_000, end: 53_946 },
];

const listOf = (r: Rate, start: string): EditList => ({
  title: 'Königin – Folge 1',
  clip: 'Königin ES v3.mov',
  rate: r,
  start: parseTimecodeStart(start, r)!,
  events: spans.map((frames, i) => ({ frames, comments: [`shot ${i}: Zoë\nand Ана`] })),
});

describe('an edit decision list', () => {
  it.each([
    ['24', rate(24), '01:00:00:00', 24, 0],
    ['23.976', rate(24000, 1001), '00:00:00:00', 24, 0],
    ['25', rate(25), '10:00:00:00', 25, 0],
    ['29.97 drop', rate(30000, 1001), '01:00:00;00', 30, 2],
    ['29.97 non-drop', rate(30000, 1001), '01:00:00:00', 30, 0],
    ['59.94 drop', rate(60000, 1001), '00:00:00;00', 60, 4],
  ] as const)('at %s reads back as the very frames', (_, r, start, perSecond, drop) => {
    const read = readEdl(writeEdl(listOf(r, start))[0]);
    const counted = [...take(tape(perSecond, drop), start, 53_947)];
    expect(read.drop).toBe(drop > 0);
    expect(read.events.map(({ timecodes }) => timecodes)).toEqual(
      spans.map((span) => [span.start, span.end, span.start, span.end].map((frame) => counted[frame])),
    );
    expect(read.events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('says in plain letters what it is about', () => {
    const read = readEdl(writeEdl(listOf(rate(25), '00:00:00:00'))[0]);
    expect(read.title).toBe('Konigin ? Folge 1');
    expect(read.events[0]).toMatchObject({
      reel: 'KONIGIN',
      notes: ['FROM CLIP NAME: Konigin ES v3.mov', 'COMMENT: shot 0: Zoe and ???'],
    });
  });

  it('is several lists when there are more than 999 events', () => {
    const events = Array.from({ length: 1500 }, (_, i) => ({
      frames: { start: i, end: i + 1 },
      comments: [],
    }));
    const list = { ...listOf(rate(25), '00:00:00:00'), start: FROM_NOUGHT, events };
    const read = writeEdl(list).map(readEdl);
    expect(read.map((one) => one.events.length)).toEqual([999, 501]);
    expect(read[1].events[0]).toMatchObject({
      number: 1,
      timecodes: expect.arrayContaining(['00:00:39:24']),
    });
  });

  it('without events is a list with only a head', () => {
    expect(readEdl(writeEdl({ ...listOf(rate(25), '00:00:00:00'), events: [] })[0]).events).toEqual([]);
  });
});

function* take(counting: Generator<string>, start: string, count: number): Generator<string> {
  let left = -1;
  for (const timecode of counting) {
    if (timecode === start) left = count;
    if (left === 0) return;
    if (left-- > 0) yield timecode;
  }
}
