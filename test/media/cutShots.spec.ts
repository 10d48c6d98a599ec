import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cutShots, probe } from '@mondwerk/media';
import { make, scratch } from './clips.ts';

const folder = scratch();

test('cuts are found where sources join, not at a flash, in a pan or in motion', async () => {
  const parts = [
    'testsrc2=s=160x90:r=25,trim=end_frame=30[a]',
    'mandelbrot=s=160x90:r=25,trim=end_frame=25[b]',
    'testsrc=s=160x90:r=25,trim=end_frame=20,geq=lum=if(eq(N\\,10)\\,235\\,lum(X\\,Y)):cb=cb(X\\,Y):cr=cr(X\\,Y)[c]',
    'mandelbrot=s=640x90:r=25:maxiter=50,trim=end_frame=1,loop=40:1,trim=end_frame=25,crop=160:90:x=16*n:y=0[d]',
  ];
  const chains = parts.map((part) => part.replace(/\[(.)\]$/, ',setsar=1,format=yuv420p,setpts=N/25/TB[$1]'));
  const graph = `${chains.join(';')};[a][b][c][d]concat=n=4`;
  await make(folder, `-filter_complex ${graph} -c:v libx264 -preset ultrafast`, 'cuts.mp4');
  const { shots, frames } = await cutShots(await probe(join(folder, 'cuts.mp4')));
  expect(frames).toBe(100);
  expect(shots.map((shot) => shot.frames.start)).toEqual([0, 30, 55, 75]);
});
