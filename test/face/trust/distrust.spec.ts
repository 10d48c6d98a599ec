import { describe, expect, it } from 'vitest';
import { distrust, fitHead, learnUsualLook, type Distrust } from '@mondwerk/face';
import { PASS_SENTENCES } from '@mondwerk/lipsync';
import { canonicalHead } from '../../../libs/face/src/canonicalHead.ts';
import {
  drawnObservation,
  drawnThumbnail,
  facing,
  speaking,
  type DrawnFrame,
} from '../../lipsync/drawnHead.ts';

const observations = speaking(60).map(drawnObservation);
const usual = learnUsualLook(observations);
const reference = canonicalHead(observations.map((o) => o.points));

const judge = (drawn: Partial<DrawnFrame>): Distrust | undefined => {
  const observation = drawnObservation({ frame: 5, aperture: 0, ...drawn });
  return distrust(observation, fitHead(reference, observation.points), usual);
};

/** Half of the lower face behind something grey. */
const covered = (): Uint8Array => drawnThumbnail(5).map((v, i) => (i < 384 ? v : i % 3 === 0 ? 40 : 128));

describe('trust', () => {
  it('trusts a face that looks as usual', () => {
    expect(judge({})).toBeUndefined();
    for (const o of observations) expect(distrust(o, fitHead(reference, o.points), usual)).toBeUndefined();
  });

  it.each<[Distrust, Partial<DrawnFrame>]>([
    ['too small', { pose: facing(96, 50, 30) }],
    ['turned away', { pose: facing(96, 50, 60, 0.95) }],
    ['turned away', { pose: facing(96, 50, 60, -0.95) }],
    ['not seen', { confidence: 0.3 }],
    ['blurred', { sharpness: 8 }],
    ['hidden', { thumbnail: covered() }],
  ])('passes a mouth that is %s', (reason, drawn) => {
    expect(judge(drawn)).toBe(reason);
    expect(PASS_SENTENCES[reason]).toMatch(/^(the|something)/);
  });

  it('does not take a light that is a little different for a thing', () => {
    expect(judge({ thumbnail: drawnThumbnail(3, 158) })).toBeUndefined();
  });
});
