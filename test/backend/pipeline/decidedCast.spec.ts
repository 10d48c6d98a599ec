import { describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import { readNamedCast } from '../../../apps/backend/src/order/namedCast.ts';
import { decidedCast } from '../../../apps/backend/src/pipeline/casting/decidedCast.ts';

const lines: readonly Line[] = ['ANNA', 'Ben', 'ANNA'].map((character, index) => ({
  ...{ index, text: 'Hello.', character },
}));
const performers = [
  { id: 'performer-1', tracks: ['shot-1-face-1', 'shot-3-face-2'] },
  { id: 'performer-2', tracks: ['shot-2-face-1'] },
];
const film = { lines, performers, partly: false };

const decide = (texts: readonly string[], scene = film) => decidedCast(texts.map(readNamedCast), scene);

describe('a choice on the command line', () => {
  it('says who a character is, as the script writes the name', () => {
    expect(decide(['anna=performer-2', 'BEN=P1'])).toEqual({
      characters: [
        { character: 'ANNA', performer: 'performer-2' },
        { character: 'Ben', performer: 'performer-1' },
      ],
      lines: [],
    });
  });

  it('says who says one line, counted from 1, or that nobody on the screen does', () => {
    expect(decide(['#2=performer-2', '#3=nobody'])).toEqual({
      characters: [],
      lines: [
        { line: 1, performer: 'performer-2' },
        { line: 2, performer: null },
      ],
    });
  });

  it('may name a face, which is found in a part of the film too', () => {
    const part = { ...film, partly: true };
    expect(decide(['ANNA=shot-3-face-2'], part).characters).toEqual([
      { character: 'ANNA', performer: 'performer-1' },
    ]);
    expect(() => decide(['ANNA=performer-1'], part)).toThrow('name a face of theirs');
  });

  it.each([
    ['#9=performer-1', 'the script has only 3 lines'],
    ['CARLA=performer-1', 'the script has no lines of CARLA; it names ANNA, Ben.'],
    ['ANNA=performer-7', 'the film has no such performer; it has performer-1, performer-2.'],
    ['ANNA=Anna Karenina', 'does not say whose mouth it is'],
    ['ANNA', 'does not say whose mouth it is'],
    ['=performer-1', 'does not say whose mouth it is'],
  ])('is refused where it says %s', (text, says) => {
    expect(() => decide([text])).toThrow(says);
  });
});
