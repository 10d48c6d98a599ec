import { describe, expect, it } from 'vitest';
import type { FaceTrack } from '@mondwerk/film';
import { facePlannerOf, learnFace, sayMissing, type FaceAtlas, type PlannedFace } from '@mondwerk/faceswap';
import { finish } from '../../lipsync/plan/finish.ts';
import { readerOf } from '../../lipsync/drawnHead.ts';
import { living, MAN, seenTrack, WOMAN, type Doing } from '../seenFace.ts';

const CUTS = { first: false, last: false };

const inFilm = (...tracks: readonly FaceTrack[]): Promise<FaceAtlas> =>
  learnFace('man', { film: readerOf(tracks) });
const inFootage = (...tracks: readonly FaceTrack[]): Promise<FaceAtlas> =>
  learnFace('woman', { footage: new Map([[1, readerOf(tracks)]]) });

const plan = (replaced: FaceAtlas, shown: FaceAtlas, end: number, start = 0): PlannedFace[] =>
  finish(facePlannerOf(replaced, shown)({ track: 'man', span: { start, end }, easeEnds: CUTS }));

const donorDoings = living(400, 0, 0.25);
const shown = await inFootage(seenTrack('woman', WOMAN, donorDoings));
const doingOf = (frame: number): Doing => donorDoings[frame];

describe('facePlannerOf', () => {
  const wanted = living(150, 0, 0.2).map((doing, i) => ({ ...doing, pitch: 0.06 * Math.cos(0.05 * i) }));

  it('takes faces that are turned like the head, and mouths and eyes that do what it does', async () => {
    const planned = plan(await inFilm(seenTrack('man', MAN, wanted)), shown, 150);
    expect(planned).toHaveLength(150);
    for (const { frame, strength, reason, faces, mouths, eyes } of planned) {
      expect([strength, reason]).toEqual([1, null]);
      expect(faces.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
      expect(faces.every(({ footage, track }) => footage === 1 && track === 'woman')).toBe(true);
      const face = doingOf(faces[0].frame);
      expect(Math.abs(face.yaw! - wanted[frame].yaw!)).toBeLessThan(0.12);
      const mouth = doingOf((mouths[0] ?? faces[0]).frame);
      expect(Math.abs(mouth.aperture! - wanted[frame].aperture!)).toBeLessThan(0.08);
      const lids = doingOf((eyes[0] ?? faces[0]).frame).lids!;
      if (wanted[frame - 1]?.lids === wanted[frame].lids && wanted[frame + 1]?.lids === wanted[frame].lids)
        expect(Math.abs(lids - wanted[frame].lids!)).toBeLessThan(0.5);
    }
  });

  it('takes them in runs, and dissolves where one run meets another', async () => {
    const planned = plan(await inFilm(seenTrack('man', MAN, wanted)), shown, 150);
    const steps = planned.slice(1).map(({ faces }, i) => faces[0].frame - planned[i].faces[0].frame);
    const jumps = steps.filter((step) => ![-1, 0, 1, 2].includes(step)).length;
    expect(jumps).toBeLessThan(25);
    steps.forEach((step, i) => {
      if ([-1, 0, 1, 2].includes(step)) return;
      expect(planned[i].faces.length + planned[i + 1].faces.length).toBeGreaterThan(2);
    });
  });

  it('gives a donor back frame by frame where the film is the donor footage', async () => {
    const same = await learnFace('man', { film: readerOf([seenTrack('man', WOMAN, donorDoings)]) });
    const planned = plan(same, shown, 120, 20);
    expect(planned.filter(({ frame, faces }) => faces[0].frame === frame).length).toBeGreaterThan(90);
  });

  it('leaves heads that are turned further than any donor frame, and eases in and out beside them', async () => {
    const away = living(80).map((doing, i): Doing => ({ ...doing, yaw: i > 30 && i < 60 ? 0.72 : 0 }));
    const planned = plan(await inFilm(seenTrack('man', MAN, away)), shown, 80);
    expect(planned[45]).toMatchObject({
      strength: 0,
      reason: 'no such angle',
      faces: [],
      mouths: [],
      eyes: [],
    });
    expect(planned[10].strength).toBe(1);
    const rising = planned.slice(60, 75).map(({ strength }) => strength);
    expect(rising.filter((strength) => strength > 0 && strength < 1).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...rising.slice(1).map((strength, i) => strength - rising[i]))).toBeLessThan(0.4);
  });

  it('leaves what people ask, what was not seen and what is too small', async () => {
    const doings = living(60).filter(({ frame }) => frame < 30 || frame > 33);
    const replaced = await inFilm(seenTrack('man', MAN, doings));
    const left = [{ start: 10, end: 12 }];
    const planned = finish(
      facePlannerOf(replaced, shown)({ track: 'man', span: { start: 0, end: 60 }, easeEnds: CUTS, left }),
    );
    expect(planned[10]).toMatchObject({ strength: 0, reason: 'left as asked' });
    expect(planned[31]).toMatchObject({ strength: 0, reason: 'not seen' });
    expect(planned[20]).toMatchObject({ strength: 1, reason: null });
    const small = await inFilm(
      seenTrack(
        'man',
        MAN,
        living(60).map((doing) => ({ ...doing, eyes: 20 })),
      ),
    );
    expect(plan(small, shown, 60).every(({ reason }) => reason === 'too small')).toBe(true);
  });

  it('goes on through blur: a moment of the old face would be worse', async () => {
    const blurred = living(60).map((doing, i): Doing => ({
      ...doing,
      sharpness: i > 20 && i < 28 ? 3 : 100,
    }));
    const planned = plan(await inFilm(seenTrack('man', MAN, blurred)), shown, 60);
    expect(planned.every(({ strength }) => strength === 1)).toBe(true);
  });

  it('never takes what cannot be trusted, and leaves everything where nothing can', async () => {
    const tiny = donorDoings.map((doing) => ({ ...doing, eyes: doing.frame < 200 ? 60 : 20 }));
    const half = await inFootage(seenTrack('woman', WOMAN, tiny));
    const replaced = await inFilm(seenTrack('man', MAN, wanted));
    for (const { faces, mouths, eyes } of plan(replaced, half, 150))
      for (const { frame } of [...faces, ...mouths, ...eyes]) expect(frame).toBeLessThan(200);
    const none = await inFootage(seenTrack('woman', WOMAN, tiny.slice(200)));
    expect(plan(replaced, none, 150).every(({ reason }) => reason === 'no such angle')).toBe(true);
  });
});

describe('sayMissing', () => {
  const missing = async (doings: readonly Doing[], donor = shown) =>
    sayMissing(await inFilm(seenTrack('man', MAN, doings)), donor);

  it('has nothing to say where the donor footage shows it all', async () => {
    expect(await missing(living(150))).toEqual([]);
  });

  it('says how far heads are turned in how many frames, and what comes of it', async () => {
    const away = living(80).map((doing, i): Doing => ({ ...doing, yaw: i > 30 && i < 60 ? 0.72 : 0 }));
    const [yaw] = await missing(away);
    expect(yaw).toMatchObject({ what: 'yaw', frames: expect.closeTo(29, -1) as number });
    expect(yaw.sentence).toMatch(
      /^yaw beyond \d+° to the (left|right) of the picture in \d+ frames: .*keep the old face$/,
    );
  });

  it('says that eyes were never seen shut and a mouth never open', async () => {
    const stiff = await inFootage(
      seenTrack(
        'woman',
        WOMAN,
        donorDoings.map((doing) => ({ ...doing, lids: 1, aperture: 0.002 })),
      ),
    );
    const blinking = living(200).map((doing, i) => ({ ...doing, lids: i % 20 < 5 ? 0.05 : 1 }));
    const found = await missing(blinking, stiff);
    expect(found.map(({ what }) => what)).toEqual(expect.arrayContaining(['shut eyes', 'open mouth']));
  });

  it('says that the donor is seen too small, or not at all', async () => {
    const large = living(60).map((doing) => ({ ...doing, eyes: 180 }));
    expect((await missing(large)).map(({ what }) => what)).toContain('size');
    const none = await inFootage(
      seenTrack(
        'woman',
        WOMAN,
        living(40).map((d) => ({ ...d, eyes: 20 })),
      ),
    );
    expect(await missing(living(60), none)).toMatchObject([{ what: 'faces', frames: 60 }]);
  });

  it('looks only at the tracks that are to be replaced', async () => {
    const away = living(60, 100).map((doing): Doing => ({ ...doing, yaw: 0.72 }));
    const replaced = await inFilm(seenTrack('man', MAN, living(60)), seenTrack('other', MAN, away, 1));
    expect(sayMissing(replaced, shown, new Set(['man']))).toEqual([]);
    expect(sayMissing(replaced, shown)).not.toEqual([]);
  });
});
