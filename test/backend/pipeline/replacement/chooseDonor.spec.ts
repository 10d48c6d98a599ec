import { describe, expect, it } from 'vitest';
import { rate } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { TrackSummary } from '../../../../apps/backend/src/pipeline/casting/trackSummary.ts';
import {
  chooseDonors,
  type PeopledFilm,
} from '../../../../apps/backend/src/pipeline/replacement/chooseDonor.ts';
import { seenPeople } from '../../../../apps/backend/src/pipeline/replacement/seenPeople.ts';

const film = { rate: rate(25), height: 100 } as Film;

/** Somebody's face as a direction: people who are the same look nearly alike. */
const faceAt = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

interface Somebody {
  readonly face: number;
  readonly frames: number;
  readonly height?: number;
}

function filmOf(name: string, people: readonly Somebody[], said: string | null = null): PeopledFilm {
  const tracks = people.map(
    ({ face, frames, height = 40 }, at) =>
      ({
        ...{ id: `footage-1-shot-0-face-${at + 1}`, shot: 0, frames, height },
        ...{ span: { start: 0, end: frames }, identity: faceAt(face) },
      }) as unknown as TrackSummary,
  );
  const found = tracks.map(({ id }, at) => ({ id: `performer-${at + 1}`, tracks: [id] }));
  return { name, film, tracks, said, people: seenPeople(found, tracks, film) };
}

const chosen = (...films: readonly PeopledFilm[]): string[] =>
  chooseDonors(films, (person) => `--donor ${person}`).map(({ person }) => person);

describe('whose face is taken from footage', () => {
  it('is the only one in it', () => {
    expect(chosen(filmOf('a.mov', [{ face: 0, frames: 100 }]))).toEqual(['performer-1']);
  });

  it('is the one who is seen by far the most, not who passes by', () => {
    const people = [
      { face: 90, frames: 20, height: 10 },
      { face: 0, frames: 200 },
    ];
    expect(chosen(filmOf('a.mov', people))).toEqual(['performer-2']);
  });

  it('is never guessed between two, and it is said where each is seen', () => {
    const two = [
      { face: 0, frames: 100 },
      { face: 90, frames: 80 },
    ];
    expect(() => chosen(filmOf('a.mov', two))).toThrow(
      /a\.mov shows several people.*--donor performer-1: performer-1 \(4\.0 s, faces up to 40% .*first at 00:00:00:00\), performer-2 \(3\.2 s/,
    );
    expect(chosen(filmOf('a.mov', two, 'P2'))).toEqual(['performer-2']);
    expect(chosen(filmOf('a.mov', two, 'shot-0-face-2'))).toEqual(['performer-2']);
    expect(() => chosen(filmOf('a.mov', two, 'performer-3'))).toThrow('performer-3 is nobody in a.mov');
  });

  it('is known by the face where other footage makes it plain', () => {
    const two = filmOf('b.mov', [
      { face: 80, frames: 100 },
      { face: 10, frames: 80 },
    ]);
    expect(chosen(two, filmOf('a.mov', [{ face: 0, frames: 50 }]))).toEqual(['performer-2', 'performer-1']);
  });

  it('is not two people’s', () => {
    const films = [filmOf('a.mov', [{ face: 0, frames: 50 }]), filmOf('b.mov', [{ face: 90, frames: 50 }])];
    expect(() => chosen(...films)).toThrow(
      /b\.mov shows somebody else than a\.mov.*leave one of the two out/,
    );
  });

  it('is nobody’s where no face was found', () => {
    expect(() => chosen(filmOf('a.mov', []))).toThrow('No face was found anywhere in a.mov');
  });
});
