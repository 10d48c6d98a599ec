import { describe, expect, it } from 'vitest';
import { estimateWanted } from '../../../apps/dashboard/components/lines/estimate.ts';
import { AS_SAID, withSound } from '../../../apps/dashboard/components/lines/lineSettings.ts';
import { isCued, soundBeside, soundsOf } from '../../../apps/dashboard/components/lines/sounds.ts';

const phone = (ipa: string, start: number, end: number, word: string | null = 'mamá') => ({
  ...{ ipa, start, end, word },
  confidence: 1,
});

const mouth = {
  phones: [
    phone('m', 1, 1.1),
    phone('a', 1.1, 1.2),
    phone('_', 1.2, 1.4, null),
    phone('m', 1.4, 1.5),
    phone('a', 1.5, 1.6),
  ],
  cues: [
    { shape: 'closed' as const, ipa: 'm', start: 1.02, end: 1.08 },
    { shape: 'closed' as const, ipa: 'm', start: 1.42, end: 1.48 },
  ],
};

describe('the sounds of a line', () => {
  it('have the shapes of the cues that are nearest to them', () => {
    const sounds = soundsOf(mouth, AS_SAID);
    expect(sounds.map(({ shape }) => shape)).toEqual(['closed', null, null, 'closed', null]);
    expect(sounds.map(({ pause }) => pause)).toEqual([false, false, true, false, false]);
  });

  it('are made where they are moved to, with the line and by themselves; pauses stay', () => {
    const settings = withSound({ ...AS_SAID, offset: 0.1 }, { phone: 3, ipa: 'm' }, { shift: -0.02 });
    const sounds = soundsOf(mouth, settings);
    expect(sounds[0].made.start).toBeCloseTo(1.1);
    expect(sounds[2].made.start).toBeCloseTo(1.2);
    expect(sounds[3].made.start).toBeCloseTo(1.48);
    expect(sounds[3].heard.start).toBe(1.4);
  });

  it('take another shape, or none when they are muted', () => {
    const rounded = withSound(AS_SAID, { phone: 1, ipa: 'a' }, { shape: 'rounded' });
    expect(soundsOf(mouth, rounded)[1].shape).toBe('rounded');
    const muted = withSound(AS_SAID, { phone: 0, ipa: 'm' }, { muted: true });
    expect(soundsOf(mouth, muted)[0].shape).toBeNull();
  });

  it('are gone through without pauses, or only where the mouth must reach something', () => {
    const sounds = soundsOf(mouth, AS_SAID);
    expect(soundBeside(sounds, null, 1)).toBe(0);
    expect(soundBeside(sounds, null, -1)).toBe(4);
    expect(soundBeside(sounds, 1, 1)).toBe(3);
    expect(soundBeside(sounds, 4, 1)).toBe(4);
    expect(soundBeside(sounds, 0, 1, isCued)).toBe(3);
    expect(soundBeside([], null, 1)).toBeNull();
  });
});

describe('about how a mouth opens with unsaved wishes', () => {
  const clock = { times: Float64Array.from({ length: 60 }, (_, at) => at * 0.04), end: 2.4 };
  const first = 25;
  const wanted = Array.from({ length: 16 }, (_, at) => {
    const time = (first + at + 0.5) * 0.04;
    return (time > 1.1 && time < 1.2) || (time > 1.5 && time < 1.6) ? 0.2 : 0;
  });
  const bend = (settings = AS_SAID) => ({ sounds: soundsOf(mouth, settings), strength: settings.strength });
  const estimate = (settings: typeof AS_SAID) =>
    estimateWanted(wanted, first, clock, { before: bend(), after: bend(settings) });
  const at = (time: number): number => Math.round(time / 0.04 - 0.5) - first;

  it('is what the line needs where nothing is wished', () => {
    estimate(AS_SAID).forEach((value, place) => expect(value).toBeCloseTo(wanted[place]));
  });

  it('comes later with the line', () => {
    const later = estimate({ ...AS_SAID, offset: 0.08 });
    expect(wanted[at(1.14)]).toBe(0.2);
    expect(later[at(1.14)]).toBeLessThan(0.05);
    expect(later[at(1.24)]).toBeGreaterThan(0.15);
  });

  it('opens further with more strength, of the line or of a sound', () => {
    expect(estimate({ ...AS_SAID, strength: 1.5 })[at(1.14)]).toBeCloseTo(0.3);
    const one = estimate(withSound(AS_SAID, { phone: 1, ipa: 'a' }, { strength: 0.5 }));
    expect(one[at(1.14)]).toBeLessThan(0.15);
    expect(one[at(1.54)]).toBeCloseTo(0.2);
  });

  it('closes where a sound is to be made with closed lips', () => {
    const closed = estimate(withSound(AS_SAID, { phone: 4, ipa: 'a' }, { shape: 'closed' }));
    expect(closed[at(1.54)]).toBeLessThanOrEqual(0.01);
  });
});
