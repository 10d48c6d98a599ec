import { describe, expect, it } from 'vitest';
import { matchPeople, type SeenPeople } from '../../../apps/backend/src/pipeline/footage/matchPeople.ts';

/** A unit vector between axes, as alike to each of them as its number says. */
function face(likeness: Readonly<Record<number, number>>): Float32Array {
  const vector = new Float32Array(16);
  let rest = 1;
  for (const [axis, alike] of Object.entries(likeness)) {
    vector[Number(axis)] = alike;
    rest -= alike * alike;
  }
  vector[15] = Math.sqrt(Math.max(0, rest));
  return vector;
}

const people = (faces: Readonly<Record<string, Float32Array>>, apart = true): SeenPeople => ({
  people: Object.keys(faces).map((id) => ({ id, tracks: [`${id}-face`] })),
  tracks: Object.entries(faces).map(([id, identity], at) => ({
    ...{ id: `${id}-face`, identity, shot: apart ? at : 0, span: { start: 0, end: 20 } },
  })),
});

const film = people({ anna: face({ 0: 1 }), ben: face({ 1: 1 }) });

describe('the people of other footage', () => {
  it('are the performers whose faces are most like theirs, or nobody', () => {
    const footage = people({ x: face({ 0: 0.8 }), y: face({ 1: 0.9 }), z: face({ 0: 0.4, 1: 0.4 }) });
    expect(matchPeople(film, footage)).toMatchObject([
      { performer: 'ben', tracks: ['y-face'], doubt: null },
      { performer: 'anna', tracks: ['x-face'], doubt: null },
    ]);
  });

  it('are told with a doubt where they are less alike than one person mostly is, or like two', () => {
    expect(matchPeople(film, people({ x: face({ 0: 0.67 }) }))).toMatchObject([
      { performer: 'anna', doubt: expect.stringContaining('only alike by 0.67') },
    ]);
    expect(matchPeople(film, people({ x: face({ 0: 0.7, 1: 0.68 }) }))).toMatchObject([
      { performer: 'anna', doubt: expect.stringContaining('ben looks nearly as much like it') },
    ]);
  });

  it('may look less alike where a person said whose footage it is, and nobody else is looked for then', () => {
    const footage = people({ x: face({ 0: 0.55 }), y: face({ 1: 0.9 }) });
    expect(matchPeople(film, footage).map(({ performer }) => performer)).toEqual(['ben']);
    expect(matchPeople(film, footage, 'anna')).toMatchObject([{ performer: 'anna', tracks: ['x-face'] }]);
  });

  it('are never two people side by side as one performer', () => {
    const twins = people({ x: face({ 0: 0.8 }), y: face({ 0: 0.9 }) }, false);
    expect(matchPeople(film, twins)).toMatchObject([{ performer: 'anna', tracks: ['y-face'] }]);
  });
});
