import { describe, expect, it } from 'vitest';
import type { FaceTrack } from '@mondwerk/film';
import { learnFace } from '@mondwerk/faceswap';
import { EXPRESSION, measureOf, measuresOf } from '../../../libs/faceswap/src/donor/expression.ts';
import { decodeArtifact, encodeArtifact } from '../../../apps/backend/src/pipeline/artifactText.ts';
import { drawnThumbnail, readerOf } from '../../lipsync/drawnHead.ts';
import { living, MAN, seenTrack, WOMAN, type Doing } from '../seenFace.ts';

const learn = (...tracks: readonly FaceTrack[]) => learnFace('performer-1', { film: readerOf(tracks) });

describe('learnFace', () => {
  it('knows frame by frame how the head is turned, how far the mouth is open and where the eyes look', async () => {
    const doings = living(120);
    const { entries } = await learn(seenTrack('a', MAN, doings));
    expect(entries.map(({ frame }) => frame)).toEqual(doings.map(({ frame }) => frame));
    const level = entries[0].angles[1] - doings[0].pitch!;
    entries.forEach(({ angles: [yaw, pitch], aperture, gaze }, i) => {
      const { yaw: turned = 0, pitch: nodded = 0, aperture: open = 0, gaze: looking = [0, 0] } = doings[i];
      expect(yaw).toBeCloseTo(-turned, 1);
      expect(Math.abs(pitch - level - nodded)).toBeLessThan(0.05);
      expect(Math.abs(aperture - open)).toBeLessThan(0.03);
      expect(Math.abs(gaze![0] - looking[0])).toBeLessThan(0.06);
    });
  });

  it('measures eyes and mouths by their own size, so that a blink is a blink with narrow eyes and with wide ones', async () => {
    for (const features of [MAN, WOMAN]) {
      const { entries } = await learn(seenTrack('a', features, living(160)));
      const shut = measureOf(entries[41].expression, 'lidsLeft');
      const open = measureOf(entries[60].expression, 'lidsLeft');
      expect(shut).toBeLessThan(-0.8);
      expect(Math.abs(open)).toBeLessThan(0.05);
    }
  });

  it('takes a face to be at rest where its lips touch, though it hardly ever does', async () => {
    const talking = living(200).map((doing, i): Doing => ({
      ...doing,
      aperture: i % 9 === 0 ? 0.001 : 0.06 + 0.04 * Math.sin(i),
    }));
    const { neutral } = await learn(seenTrack('a', MAN, talking));
    const open = measuresOf(neutral)[EXPRESSION.indexOf('open')];
    expect(open).toBeLessThan(0.04);
  });

  it('knows which footage a frame is of, and judges each by its own usual look', async () => {
    const dark = living(60).map((doing) => ({ ...doing, thumbnail: drawnThumbnail(doing.frame, 60) }));
    const atlas = await learnFace('performer-1', {
      film: readerOf([seenTrack('a', MAN, living(60))]),
      footage: new Map([[2, readerOf([seenTrack('b', MAN, dark)])]]),
    });
    const numbers = new Set(atlas.entries.map(({ footage }) => footage));
    expect([...numbers]).toEqual([undefined, 2]);
    expect(atlas.entries.every(({ distrusted }) => distrusted === undefined)).toBe(true);
  });

  it('distrusts frames that are small, turned far away or covered, and judges size as it will be rendered', async () => {
    const doings = living(60).map((doing, i): Doing => ({
      ...doing,
      eyes: i === 20 ? 24 : 60,
      yaw: i > 40 && i < 45 ? 1 : 0,
    }));
    const track = seenTrack('a', MAN, doings);
    const { entries } = await learn(track);
    expect(entries[43].distrusted).toBe('turned away');
    expect(entries[10].distrusted).toBeUndefined();
    const small = await learnFace('performer-1', { film: readerOf([track]) }, () => 0.4);
    expect(small.entries[10].distrusted).toBe('too small');
    expect(small.entries[10].eyeDistance).toBeCloseTo(0.4 * entries[10].eyeDistance, 3);
  });

  it('is the same after it was kept as an artifact', async () => {
    const atlas = await learn(seenTrack('a', MAN, living(30)));
    expect(decodeArtifact(encodeArtifact(atlas))).toEqual(atlas);
  });

  it('leaves gaze out where no iris was measured', async () => {
    const track = seenTrack('a', MAN, living(30));
    const blind = track.observations.map(({ frame, points, confidence, look }) => ({
      frame,
      points,
      confidence,
      look,
    }));
    const { entries } = await learn({ ...track, observations: blind });
    expect(entries.every((entry) => !('gaze' in entry))).toBe(true);
  });

  it('refuses a performer who is seen nowhere, in words', async () => {
    await expect(learn()).rejects.toMatchObject({ code: 'no-face' });
  });
});
