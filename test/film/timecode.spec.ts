import { formatTimecode, parseTimecode, parseTimecodeStart, rate } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';

describe('a timecode', () => {
  it.each([
    ['00:01:20:12', 80.48],
    ['1:20.5', 80.5],
    ['1:00:00', 3600],
    ['12,25', 12.25],
    ['80', 80],
  ])('%s is so many seconds at 25 frames a second', (text, seconds) => {
    expect(parseTimecode(text, rate(25))).toBeCloseTo(seconds);
  });

  it.each(['', 'soon', '00:00:00:25', '00:61:00:00', '1:2:3:4:5'])('cannot be read from "%s"', (text) => {
    expect(parseTimecode(text, rate(25))).toBeUndefined();
  });

  it('drops frame numbers, never frames, at 29.97', () => {
    const ntsc = rate(30000, 1001);
    expect(parseTimecode('00:01:00;02', ntsc)! * (30000 / 1001)).toBeCloseTo(1800);
    expect(parseTimecode('00:10:00;00', ntsc)! * (30000 / 1001)).toBeCloseTo(17982);
    expect(parseTimecode('00:01:00;01', ntsc)).toBeUndefined();
  });

  it('is written with the frame last', () => {
    expect(formatTimecode(2012, rate(25))).toBe('00:01:20:12');
  });

  const [ntsc, double] = [rate(30000, 1001), rate(60000, 1001)];

  it.each([
    [1799, '00:00:59;29'],
    [1800, '00:01:00;02'],
    [3597, '00:01:59;29'],
    [3598, '00:02:00;02'],
    [17981, '00:09:59;29'],
    [17982, '00:10:00;00'],
    [107892, '01:00:00;00'],
    [2589407, '23:59:59;29'],
    [2589408, '00:00:00;00'],
  ])('numbers frame %i as %s in drop-frame counting at 29.97', (frame, text) => {
    expect(formatTimecode(frame, ntsc, { frame: 0, drop: true })).toBe(text);
  });

  it('numbers every frame of an hour so that reading gives the frame again', () => {
    for (const r of [ntsc, double]) {
      for (let frame = 0; frame < 3600 * 60; frame += 7) {
        const text = formatTimecode(frame, r, { frame: 0, drop: true });
        expect(Math.round((parseTimecode(text, r)! * r.num) / r.den)).toBe(frame);
      }
    }
  });

  it('counts on from the number of the first frame', () => {
    const hour = parseTimecodeStart('01:00:00:00', rate(25))!;
    expect(hour).toEqual({ frame: 90_000, drop: false });
    expect(formatTimecode(26, rate(25), hour)).toBe('01:00:01:01');
    const dropping = parseTimecodeStart('01:00:00;00', ntsc)!;
    expect(dropping).toEqual({ frame: 107_892, drop: true });
    expect(formatTimecode(1800, ntsc, dropping)).toBe('01:01:00;02');
    expect(formatTimecode(24, rate(24000, 1001), parseTimecodeStart('10:00:00:00', rate(24000, 1001)))).toBe(
      '10:00:01:00',
    );
    expect(parseTimecodeStart('soon', rate(25))).toBeUndefined();
  });
});
