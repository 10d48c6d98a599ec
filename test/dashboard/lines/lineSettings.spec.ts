import { describe, expect, it } from 'vitest';
import {
  AS_SAID,
  cleared,
  editOf,
  isEdited,
  muteSwitched,
  nudged,
  reshaped,
  sameSettings,
  strengthened,
  withoutStale,
  withSound,
} from '../../../apps/dashboard/components/lines/lineSettings.ts';

const m = { phone: 3, ipa: 'm' };
const o = { phone: 1, ipa: 'o' };

describe('editing the sounds of a line', () => {
  it('adds up nudges to thousandths, and stops where the server would refuse', () => {
    const three = [0.01, 0.01, 0.001].reduce((now, by) => nudged(now, m, by), AS_SAID);
    expect(editOf(three, m)).toEqual({ shift: 0.021 });
    expect(editOf(nudged(AS_SAID, m, 3), m)).toEqual({ shift: 0.2 });
    expect(editOf(strengthened(AS_SAID, m, -3), m)).toEqual({ strength: 0 });
  });

  it('forgets a sound of which nothing is wanted any more', () => {
    const back = nudged(nudged(AS_SAID, m, 0.01), m, -0.01);
    expect(back).toEqual(AS_SAID);
    expect(muteSwitched(muteSwitched(AS_SAID, m), m)).toEqual(AS_SAID);
    expect(cleared(withSound(AS_SAID, m, { shift: 0.1, shape: 'rounded', muted: true }), m)).toEqual(AS_SAID);
  });

  it('keeps sounds in their order and tells of each just what the server knows', () => {
    const sound = { ...o, word: 'hermano', pause: false };
    const settings = withSound(nudged(AS_SAID, m, 0.01), sound, { strength: 1.5 });
    expect(settings.cues).toEqual([
      { cue: o, strength: 1.5 },
      { cue: m, shift: 0.01 },
    ]);
  });

  it('goes through all shapes and comes back to the sound’s own', () => {
    const shapes = [1, 2, 3, 4, 5, 6].reduce<(string | undefined)[]>((seen, count) => {
      const settings = Array.from({ length: count }).reduce<typeof AS_SAID>(
        (now) => reshaped(now, m),
        AS_SAID,
      );
      return [...seen, editOf(settings, m).shape];
    }, []);
    expect(shapes).toEqual(['closed', 'lip-to-teeth', 'rounded', 'open', 'rest', undefined]);
  });

  it('takes away edits of sounds that are not there any more, and no others', () => {
    const settings = nudged(nudged(AS_SAID, m, 0.01), o, 0.01);
    expect(withoutStale(settings, [m]).cues).toEqual([{ cue: o, shift: 0.01 }]);
  });

  it('knows an edit of another sound that has come to the same place', () => {
    expect(editOf(nudged(AS_SAID, m, 0.01), { phone: 3, ipa: 'b' })).toEqual({});
  });

  it('tells settings apart by what they ask for, not by how they say it', () => {
    const plain = { ...AS_SAID, cues: [{ cue: m, shift: 0.01 }] };
    const wordy = { ...AS_SAID, cues: [{ cue: m, shift: 0.01, strength: 1, muted: false }] };
    expect(sameSettings(plain, wordy)).toBe(true);
    expect(sameSettings(plain, { ...plain, offset: 0.005 })).toBe(false);
    expect(isEdited(AS_SAID)).toBe(false);
    expect(isEdited(plain)).toBe(true);
  });
});
