import { describe, expect, it } from 'vitest';
import { besideFilm } from '../../../apps/dashboard/components/dub/stemLength.ts';

describe('a voice beside its film', () => {
  it('fits within a second and a hundredth of the film', () => {
    expect(besideFilm({ kind: 'mix', seconds: 6061 }, 6000)).toEqual({ longer: 61, fits: true });
    expect(besideFilm({ kind: 'mix', seconds: 5930 }, 6000)).toEqual({ longer: -70, fits: false });
  });

  it('fits at any length where no mouth is laid to it', () => {
    expect(besideFilm({ kind: 'music-and-effects', seconds: 10 }, 6000).fits).toBe(true);
  });
});
