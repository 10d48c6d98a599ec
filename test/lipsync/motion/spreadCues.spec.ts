import { SILENCE, type Phone } from '@mondwerk/film';
import {
  apertureOf,
  cueMouths,
  enforceCues,
  loadPrior,
  predictMotion,
  shapeAt,
  spreadCues,
} from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

const rest = drawnMouth();
const prior = loadPrior();

/** Apertures frame by frame of sounds that begin `late` seconds after a silence of one. */
function aperturesOf(sounds: readonly (readonly [string, number])[], perSecond: number, late: number) {
  const phones: Phone[] = phonesFrom([[SILENCE, 1 + late], ['a', 0.2], ...sounds, ['a', 0.2], [SILENCE, 1]]);
  const times = middles(Math.floor(2.6 * perSecond), perSecond);
  const cues = spreadCues(cueMouths(phones), times, 1 / perSecond);
  const motion = enforceCues(predictMotion(prior, phones, times), cues, times, 1 / perSecond, rest);
  const framesOf = (shape: string): number[][] =>
    cues
      .filter((cue) => cue.shape === shape)
      .map(({ span }) => {
        const within = [...times.keys()].filter((at) => times[at] >= span.start && times[at] <= span.end);
        return within.length > 0 ? within : [Math.floor(((span.start + span.end) / 2) * perSecond)];
      });
  return { apertures: [...times.keys()].map((at) => apertureOf(shapeAt(motion, at, rest))), framesOf, cues };
}

/** Wherever the frames happen to lie. */
const LATE = Array.from({ length: 9 }, (_, at) => at * 0.005);

describe.each([24, 25])('at %d frames a second', (perSecond) => {
  it('p and m in 80 ms are seen as two closures, with open lips between them', () => {
    for (const late of LATE) {
      const { apertures, framesOf } = aperturesOf(
        [
          ['p', 0.025],
          ['a', 0.03],
          ['m', 0.025],
        ],
        perSecond,
        late,
      );
      const [one, two] = framesOf('closed');
      expect(two[0] - one.at(-1)!).toBeGreaterThanOrEqual(2);
      for (const at of [...one, ...two]) expect(apertures[at]).toBeLessThan(0.01);
      const between = apertures.slice(one.at(-1)! + 1, two[0]);
      expect(Math.max(...between)).toBeGreaterThan(0.02);
    }
  });

  it('a short v after b is seen, and so is b', () => {
    for (const late of LATE) {
      const { apertures, framesOf } = aperturesOf(
        [
          ['b', 0.03],
          ['v', 0.03],
        ],
        perSecond,
        late,
      );
      const [[closed], [teeth]] = [framesOf('closed')[0], framesOf('lip-to-teeth')[0]];
      expect(teeth).toBe(closed + 1);
      expect(apertures[closed]).toBeLessThan(0.01);
      expect(apertures[teeth]).toBeGreaterThan(0.01);
      expect(apertures[teeth]).toBeLessThan(0.06);
    }
  });
});

describe('spreadCues', () => {
  it('moves nothing by more than a frame, and nothing that has room', () => {
    const times = middles(60, 24);
    const phones = phonesFrom([
      ['a', 0.2],
      ['p', 0.02],
      ['a', 0.02],
      ['p', 0.02],
      ['a', 0.02],
      ['p', 0.02],
      ['a', 0.3],
    ]);
    const cues = cueMouths(phones);
    spreadCues(cues, times, 1 / 24).forEach(({ span }, at) => {
      const middle = (span.start + span.end) / 2;
      expect(Math.abs(middle - (cues[at].span.start + cues[at].span.end) / 2)).toBeLessThan(1.55 / 24);
    });
    const roomy = cueMouths(
      phonesFrom([
        ['a', 0.2],
        ['p', 0.1],
        ['a', 0.2],
        ['m', 0.1],
        ['b', 0.1],
        ['a', 0.3],
      ]),
    );
    expect(spreadCues(roomy, times, 1 / 24)).toEqual(roomy);
  });

  it('moves nothing that people set by hand: the other gives way', () => {
    const times = middles(60, 24);
    const near = cueMouths(
      phonesFrom([
        ['a', 0.51],
        ['p', 0.02],
        ['a', 0.02],
        ['p', 0.02],
        ['a', 0.3],
      ]),
    );
    for (const by of [0, 1]) {
      const cues = near.map((cue, at) => (at === by ? { ...cue, origin: 'mark' as const } : cue));
      const spread = spreadCues(cues, times, 1 / 24);
      expect(spread[by]).toBe(cues[by]);
      expect(spread[1 - by]).not.toEqual(cues[1 - by]);
    }
  });

  it('leaves what lies outside the frames, and no frames at all', () => {
    const cues = cueMouths(
      phonesFrom([
        ['a', 3],
        ['p', 0.02],
        ['a', 0.02],
        ['p', 0.02],
      ]),
    );
    expect(spreadCues(cues, middles(24, 24), 1 / 24)).toEqual(cues);
    expect(spreadCues(cues, new Float64Array(), 1 / 24)).toEqual(cues);
  });
});
