import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe } from '@mondwerk/media';
import { checkPicture } from '../../libs/media/src/checkFilm.ts';
import { askFfprobe } from '../../libs/media/src/ffprobe.ts';
import { make, scratch } from './clips.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const moving = (rate: number, seconds = 1): string => `-f lavfi -i testsrc2=s=320x240:r=${rate}:d=${seconds}`;
const flagged = '-c:v libx264 -flags +ilme+ildct -x264opts';

const refused: readonly (readonly [string, string, string])[] = [
  ['tt.mp4', 'interlaced', `${moving(50)} -vf tinterlace=interleave_top,setfield=tff ${flagged} tff=1`],
  ['bb.mp4', 'interlaced', `${moving(50)} -vf tinterlace=interleave_bottom,setfield=bff ${flagged} bff=1`],
  [
    'saysProgressive.mp4',
    'interlaced',
    `${moving(50)} -vf tinterlace=interleave_top,setfield=prog -c:v libx264`,
  ],
  [
    'noisy.mp4',
    'interlaced',
    `${moving(50)} -vf noise=alls=8:allf=t,tinterlace=interleave_top,setfield=prog -c:v libx264 -crf 12`,
  ],
  ['pulldown.mp4', 'telecined', `${moving(24)} -vf telecine -c:v libx264`],
  ['stillFields.mp4', 'interlaced', `-f lavfi -i color=gray:s=320x240:r=25:d=1 ${flagged} tff=1`],
  // Longer than what is looked at: only its middle is interlaced.
  [
    'within.mp4',
    'interlaced',
    `${moving(25, 4)} ${moving(50, 4)} ${moving(25, 4)} -filter_complex [1]tinterlace=interleave_top,fps=25,setsar=1[i];[0][i][2]concat=n=3 -c:v libx264 -g 12`,
  ],
];

const taken: readonly (readonly [string, string])[] = [
  ['psf.mp4', `${moving(25)} ${flagged} tff=1`],
  ['progressive.mp4', `${moving(25)} -c:v libx264`],
  ['small.mp4', '-f lavfi -i testsrc2=s=96x64:r=25:d=1 -c:v libx264'],
  ['bars.mp4', '-f lavfi -i testsrc=s=320x240:r=25:d=1 -c:v libx264'],
  ['slow.mp4', `${moving(12)} -vf fps=24 -c:v libx264`],
];

beforeAll(async () => {
  for (const [name, , args] of refused) await make(folder, args, name);
  for (const [name, args] of taken) await make(folder, args, name);
});

test.each(refused)('%s is refused as %s, in one sentence with a way out', async (name, code) => {
  const refusal: unknown = await probe(at(name)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'Refusal', code });
  expect((refusal as Error).message).toMatch(/^[^\n]*ffmpeg -i IN -vf [^\n]*$/);
});

test.each(taken)('%s is taken', async (name) => {
  await expect(probe(at(name))).resolves.toMatchObject({ width: expect.any(Number) });
});

describe('Dolby Vision', () => {
  const withProfile = async (side: object) => {
    const file = await askFfprobe(at('progressive.mp4'));
    const plain = {
      side_data_type: 'DOVI configuration record',
      rotation: 0,
      dv_bl_signal_compatibility_id: 0,
    };
    return { ...file, streams: file.streams.map((s) => ({ ...s, side_data_list: [{ ...plain, ...side }] })) };
  };

  test('without a base that others can show is refused', async () => {
    const file = await withProfile({ dv_profile: 5 });
    expect(() => checkPicture('film.mp4', file)).toThrow(expect.objectContaining({ code: 'dolby-vision' }));
  });

  test('with an HDR10 base is taken', async () => {
    const file = await withProfile({ dv_profile: 8, dv_bl_signal_compatibility_id: 1 });
    expect(checkPicture('film.mp4', file).width).toBe(320);
  });
});
