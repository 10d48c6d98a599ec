import { formatTimecode, parseTimecode, rate } from '@mondwerk/film';
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
});
