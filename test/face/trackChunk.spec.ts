import { aperture, boxOf, detectFaces, eyeDistance, openFaceFinder, trackChunk } from '@mondwerk/face';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { clips, colour, framesFrom, gather, hasClips } from './clip.ts';

const GRAY_HD = 'color=gray:s=1920x1080:r=25';

describe.skipIf(!hasClips)('finding and following faces (needs ../shared/fixtures)', () => {
  let finder: Awaited<ReturnType<typeof openFaceFinder>>;
  beforeAll(async () => {
    finder = await openFaceFinder();
  });
  afterAll(() => finder.close());

  it('finds a face of 4 % of the height of a 1080p picture, and nothing else', async () => {
    const small = '[1]scale=116:-2[face];[0][face]overlay=1500:700';
    const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=25', '-i', clips.grid];
    const [{ picture }] = await gather(
      framesFrom([...inputs, '-filter_complex', small, '-frames:v', '1'], 1920, 1080),
    );
    const faces = await detectFaces(finder, picture, colour);
    expect(faces).toHaveLength(1);
    const box = boxOf(faces[0].points);
    expect(box.bottom - box.top).toBeLessThan(0.045 * 1080);
    expect(box.left).toBeGreaterThan(1500);
    expect(box.right).toBeLessThan(1616);
  });

  it.each(['testsrc2', 'mandelbrot', 'smptehdbars', 'cellauto'])('sees no faces in %s', async (pattern) => {
    const inputs = ['-f', 'lavfi', '-i', `${pattern}=s=1280x720`, '-frames:v', '1'];
    const [{ picture }] = await gather(framesFrom(inputs, 1280, 720));
    expect(await detectFaces(finder, picture, colour)).toEqual([]);
  });

  it('follows two people at once, each on a track of their own', async () => {
    const side = '[0][1]overlay=100:300[one];[one][2]overlay=1300:300';
    const inputs = ['-f', 'lavfi', '-i', GRAY_HD, '-i', clips.grid, '-ss', '2', '-i', clips.grid];
    const frames = await gather(
      framesFrom([...inputs, '-filter_complex', side, '-frames:v', '6'], 1920, 1080),
    );
    const { faces } = await trackChunk(finder, frames, colour);
    expect(faces.map(({ observations }) => observations.length)).toEqual([6, 6]);
    expect(faces.map(({ identity }) => identity.length)).toEqual([1024, 1024]);
  });

  it('follows a face that comes in late back to where it appeared', async () => {
    const late = "[0][1]overlay=600:300:enable='gte(n,3)'";
    const inputs = ['-f', 'lavfi', '-i', GRAY_HD, '-i', clips.grid];
    const frames = await gather(
      framesFrom([...inputs, '-filter_complex', late, '-frames:v', '8'], 1920, 1080),
    );
    const { faces } = await trackChunk(finder, frames, colour);
    expect(faces).toHaveLength(1);
    expect(faces[0].observations.map(({ frame }) => frame)).toEqual([3, 4, 5, 6, 7]);
  });

  it('measures mouths in units that do not depend on the size of the picture', async () => {
    const small = await gather(framesFrom(['-i', clips.garden, '-frames:v', '3'], 1080, 1920));
    const large = ['-i', clips.garden, '-vf', 'scale=1620:2880', '-frames:v', '3'];
    const [a, b] = [
      (await trackChunk(finder, small, colour)).faces[0],
      (await trackChunk(finder, await gather(framesFrom(large, 1620, 2880)), colour)).faces[0],
    ];
    a.observations.forEach((one, index) => {
      const two = b.observations[index];
      expect(eyeDistance(two.points) / eyeDistance(one.points)).toBeCloseTo(1.5, 1);
      expect(aperture(two.points)).toBeCloseTo(aperture(one.points), 1);
    });
  });
});
