import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSpliceSource, probe } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';

const folder = scratch();
const drawn = '-f lavfi -i testsrc2=s=96x64:d=1:r=25';

/** What a film is, its file, how it is made, and why nothing can be copied from it. */
const films: readonly (readonly [string, string, string, RegExp])[] = [
  ['another codec', 'a.mkv', `${drawn} -c:v ffv1`, /its codec is ffv1/],
  [
    'red, green and blue',
    'b.mp4',
    `${drawn} -pix_fmt rgb24 -c:v libx264rgb -preset ultrafast`,
    /stored as gbrp/,
  ],
];

test.each(films)('%s: nothing can be copied, and why', async (_, name, args, because) => {
  await make(folder, args, name);
  const found = await findSpliceSource(await probe(join(folder, name)));
  expect(found).toEqual({ because: expect.stringMatching(because) });
});

test('turned pictures: coded ones would lie otherwise than copied ones', async () => {
  await make(folder, `${drawn} -c:v libx264`, 'upright.mp4');
  await make(folder, `-i ${join(folder, 'upright.mp4')} -c copy -metadata:s:v rotate=90`, 'turned.mp4');
  const found = await findSpliceSource(await probe(join(folder, 'turned.mp4')));
  expect(found).toEqual({ because: 'its pictures are turned for showing' });
});

test('parameter sets that change within the film are a reason not to copy', async () => {
  const x264 = (qp: number): string => `${drawn} -c:v libx264 -preset ultrafast -bf ${qp} -f mpegts`;
  await make(folder, x264(0), 'first.ts');
  await make(folder, `${x264(2)} -refs 4 -output_ts_offset 1`, 'second.ts');
  await make(folder, `-i concat:${join(folder, 'first.ts')}|${join(folder, 'second.ts')} -c copy`, 'both.ts');
  expect(await findSpliceSource(await probe(join(folder, 'both.ts')))).toEqual({
    because: expect.stringMatching(/changes on the way/),
  });
});
