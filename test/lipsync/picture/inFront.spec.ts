import { describe, expect, it } from 'vitest';
import type { Picture } from '@mondwerk/film';
import { findInFront, isSpoilt, type InFront } from '../../../libs/compositing/src/inFront.ts';
import { coarseGridOf } from '../../../libs/compositing/src/coarseGrid.ts';
import { mouthMask } from '../../../libs/lipsync/src/picture/mouthMask.ts';
import { enlarge } from '../../../libs/compositing/src/field.ts';
import { fieldsOf } from '../../../libs/compositing/src/planes.ts';
import { learnUsualFace } from '../../../libs/compositing/src/usualFace.ts';
import { LOWER_FACE } from '../../../libs/lipsync/src/picture/lowerFace.ts';
import { coveredFace, coverOf, type Covering } from '../coveredFace.ts';
import { drawnFace, drawnMesh, FACE, type Drawing } from '../drawnFace.ts';
import { THINGS } from '../thingsInFront.ts';
import { drawnCut, spoken, usualDrawnFace } from '../usualDrawnFace.ts';

/** Share of each thing that may be lost: a spoon's bowl is grey amid teeth, a hand is a face's colour nearly. */
const LOST = { hand: 0.6, microphone: 0.15, cup: 0.02, spoon: 0.18, hair: 0.25, head: 0.04 } as const;

const WHOLE = { left: 0, top: 0, right: FACE.width, bottom: FACE.height };
const usual = usualDrawnFace;

const faceOf = (drawing: Drawing) => ({
  ...{ box: WHOLE, seen: drawnMesh(drawing), eyeDistance: FACE.eyeDistance, usual },
});

const look = (picture: Picture, drawing: Drawing): InFront | undefined =>
  findInFront(fieldsOf(picture), faceOf(drawing));

/** Inside the mouth's region: shares of a thing's pixels that are lost and of free ones that are kept. */
function judge(found: InFront | undefined, covering: Covering, drawing: Drawing) {
  const truth = coverOf(covering);
  const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, FACE.eyeDistance);
  const region = enlarge(mouthMask(drawnMesh(drawing), grid, FACE.eyeDistance), FACE.width, FACE.height);
  let [thing, lost, free, kept] = [0, 0, 0, 0];
  region.data.forEach((inside, i) => {
    if (inside < 0.3) return;
    const cover = found?.cover.data[i] ?? 0;
    if (truth[i] > 0.95) {
      thing++;
      if (cover < 0.7) lost++;
    } else if (truth[i] === 0) {
      free++;
      if (cover > 0.3) kept++;
    }
  });
  return { thing, lost: lost / Math.max(1, thing), kept: kept / free };
}

describe('what is in front of a mouth', () => {
  it.each(THINGS)('is kept wholly, and little else with it: %s', (thing) => {
    const drawing = { aperture: 0.08, noise: 2, seed: 7 };
    for (const time of [0.45, 0.5, 0.55]) {
      const covering = { thing, time };
      const {
        thing: size,
        lost,
        kept,
      } = judge(look(coveredFace(drawing, covering), drawing), covering, drawing);
      expect(size).toBeGreaterThan(15);
      expect(lost).toBeLessThan(LOST[thing]);
      expect(kept).toBeLessThan(0.08);
    }
  });

  it('is nothing on faces with grain, in other light and with any mouth', () => {
    for (const [i, drawing] of spoken.entries())
      for (const light of [{}, { gain: 0.75, shift: 5 }, { gain: 1.3, shift: -6 }]) {
        const seen = { ...drawing, ...light, noise: 4, seed: 300 + i };
        expect(look(drawnFace(seen), seen)).toBeUndefined();
      }
  });

  it('changes from frame to frame no more than the thing itself does', () => {
    const drawing = { aperture: 0.05, noise: 2 };
    for (const thing of ['spoon', 'cup', 'microphone'] as const) {
      const off = Array.from({ length: 12 }, (_, i) => {
        const covering = { thing, time: 0.3 + i / 30 };
        const seen = { ...drawing, seed: 40 + i };
        const truth = coverOf(covering);
        const cover = look(coveredFace(seen, covering), seen)?.cover.data ?? new Float32Array(truth.length);
        const grid = coarseGridOf(
          { left: 0, top: 0, width: FACE.width, height: FACE.height },
          FACE.eyeDistance,
        );
        const region = enlarge(
          mouthMask(drawnMesh(seen), grid, FACE.eyeDistance),
          FACE.width,
          FACE.height,
        ).data;
        let [sum, area] = [0, 0];
        region.forEach((inside, at) => {
          area += inside;
          sum += inside * (cover[at] - truth[at]);
        });
        return sum / area;
      });
      for (let i = 1; i < off.length; i++) expect(Math.abs(off[i] - off[i - 1])).toBeLessThan(0.035);
    }
  });

  it('tells how much of the mouth is hidden', () => {
    const drawing = { aperture: 0.08, seed: 7 };
    const hiddenBy = (thing: Covering['thing']): number =>
      look(coveredFace(drawing, { thing, time: 0.5 }), drawing)?.hidden ?? 0;
    expect(hiddenBy('spoon')).toBeGreaterThan(0.01);
    expect(hiddenBy('spoon')).toBeLessThan(0.2);
    expect(hiddenBy('cup')).toBeGreaterThan(0.3);
    expect(hiddenBy('cup')).toBeLessThanOrEqual(1);
  });

  it('is found though the same thing is in an eighth of the pictures that the face was learned from', () => {
    const cuts = spoken.map((drawing, i) =>
      drawnCut(drawing, i % 8 === 0 ? coveredFace(drawing, { thing: 'spoon', time: 0.5 }) : undefined),
    );
    const drawing = { aperture: 0.08, noise: 2, seed: 7 };
    const covering = { thing: 'spoon', time: 0.5 } as const;
    const face = { ...faceOf(drawing), usual: learnUsualFace(cuts, LOWER_FACE) };
    const found = findInFront(fieldsOf(coveredFace(drawing, covering)), face);
    expect(judge(found, covering, drawing).lost).toBeLessThan(0.25);
  });

  it('makes a mouth unfit to be shown elsewhere', () => {
    const drawing = { aperture: 0.08, seed: 9 };
    const covered = fieldsOf(coveredFace(drawing, { thing: 'microphone', time: 0.5 }));
    expect(isSpoilt(covered, faceOf(drawing))).toBe(true);
    expect(isSpoilt(fieldsOf(drawnFace(drawing)), faceOf(drawing))).toBe(false);
  });
});
