import { describe, expect, it } from 'vitest';
import { looksLikeFilm, nameOfFile } from '../../../apps/dashboard/components/titles/nameOfFile.ts';

describe('the name that a film most likely has', () => {
  it.each([
    ['The_Lighthouse_Keeper.mov', 'The Lighthouse Keeper'],
    ['The.Lighthouse.1080p.x264.mkv', 'The Lighthouse'],
    ['Harbour Lights - ProRes 4444.mov', 'Harbour Lights'],
    ['La Chambre bleue_UHD_HDR_v3.mxf', 'La Chambre bleue'],
    ['S01E04 The Storm.23.976.mov', 'S01E04 The Storm'],
    ['1917.mp4', '1917'],
    ['Final.mp4', 'Final'],
    ['.mov', 'mov'],
    ['no ending', 'no ending'],
  ])('reads %s as %s', (file, name) => {
    expect(nameOfFile(file)).toBe(name);
  });

  it('is never longer than a name may be', () => {
    expect(nameOfFile(`${'long '.repeat(100)}.mov`).length).toBeLessThanOrEqual(200);
  });

  it('knows a film by its ending or its type', () => {
    expect(looksLikeFilm({ name: 'a.MXF', type: '' })).toBe(true);
    expect(looksLikeFilm({ name: 'a', type: 'video/mp4' })).toBe(true);
    expect(looksLikeFilm({ name: 'a.wav', type: 'audio/wav' })).toBe(false);
  });
});
