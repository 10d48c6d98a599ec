import { describe, expect, it } from 'vitest';
import {
  EMPTY_DRAFT,
  flawsOf,
  namesake,
  type ReplacementDraft,
} from '../../../apps/dashboard/components/replacement/replacementDraft.ts';
import { shotsWith, withShot } from '../../../apps/dashboard/components/replacement/replacedShots.ts';
import { broughtFootage } from '../../../apps/dashboard/components/replacement/useFootage.ts';
import type { Performer } from '../../../apps/dashboard/lib/api/cast.ts';
import type { Upload } from '../../../apps/dashboard/lib/api/uploads.ts';
import type { UploadProgress } from '../../../apps/dashboard/lib/upload/index.ts';

const somebody = (id: string, name: string, frames: number): Performer => ({
  ...{ id, name, title: 't', source: 's', ignored: false, strength: 1, mergedInto: null, height: null },
  ...{ inFilm: frames > 0, hasPortrait: frames > 0, frontal: null, madeAt: '', version: 1 },
  screen: { frames, shots: 1, tracks: 1, seconds: frames / 24 },
});

const performers = [
  somebody('ana', 'Ana López', 200),
  somebody('ben', 'Performer 2', 100),
  somebody('carla', 'Carla Ruiz', 0),
];

const flaws = (changes: Partial<ReplacementDraft>, footage = 0): string[] => [
  ...flawsOf({ ...EMPTY_DRAFT, ...changes }, { performers, footage }),
];

describe('a replacement that is thought out', () => {
  it('needs somebody who is replaced and somebody else who is shown', () => {
    expect(flaws({})).toEqual(['replaced', 'shown']);
    expect(flaws({ replaced: 'ana', shown: 'ana' })).toEqual(['shown']);
    expect(flaws({ replaced: 'ben', shown: 'ana' })).toEqual([]);
  });

  it('shows nobody without a name', () => {
    expect(flaws({ replaced: 'ana', shown: 'ben' })).toEqual(['shown-unnamed']);
    expect(flaws({ replaced: 'ana', from: 'new', name: '  ' }, 1)).toEqual(['name']);
    expect(flaws({ replaced: 'ana', from: 'new', name: ' carla ruiz ' }, 1)).toEqual(['known']);
    expect(namesake(performers, 'Nobody')).toBeUndefined();
  });

  it('needs footage of whom the film does not show', () => {
    expect(flaws({ replaced: 'ana', shown: 'carla' })).toEqual(['footage']);
    expect(flaws({ replaced: 'ana', shown: 'carla' }, 1)).toEqual([]);
    expect(flaws({ replaced: 'ana', from: 'new', name: 'Dora' })).toEqual(['footage']);
  });

  it('is of one shot at least', () => {
    expect(flaws({ replaced: 'ben', shown: 'ana', shots: new Set() })).toEqual(['shots']);
    expect(flaws({ replaced: 'ben', shown: 'ana', shots: new Set([2]) })).toEqual([]);
  });
});

describe('the shots of a replacement', () => {
  const track = (performer: string, shot: number) => ({
    ...{ id: `${performer}${shot}`, performer, shot, start: shot * 10, end: shot * 10 + 10 },
    ...{ frontal: 1, height: 0.3 },
  });
  const timeline = {
    shots: [0, 1, 2].map((index) => ({ id: `${index}`, index, start: index * 10, end: index * 10 + 10 })),
    tracks: [track('ana', 2), track('ana', 0), track('ana', 0), track('ben', 1)],
  };

  it('are those in which somebody is seen, in the order of the film', () => {
    expect(shotsWith(timeline, 'ana').map(({ index }) => index)).toEqual([0, 2]);
    expect(shotsWith({ ...timeline, tracks: null }, 'ana')).toEqual([]);
  });

  it('are chosen one by one, and what was chosen before stays as it was', () => {
    const chosen = new Set([0, 2]);
    expect([...withShot(chosen, 2, false)]).toEqual([0]);
    expect([...withShot(chosen, 1, true)]).toEqual([0, 2, 1]);
    expect([...chosen]).toEqual([0, 2]);
  });
});

describe('donor footage', () => {
  const upload = (id: string) => ({ id, name: `${id}.mov` }) as Upload;
  const going = (key: string, changes: Partial<UploadProgress>) =>
    ({
      key,
      upload: null,
      purpose: 'donor-footage',
      name: key,
      state: 'sending',
      ...changes,
    }) as UploadProgress;

  it('is what is on its way and what arrived, each once, and for which replacement it is meant', () => {
    const files = broughtFootage(
      [
        going('a', { upload: 'one', state: 'ready' }),
        going('b', {}),
        going('c', { purpose: 'source' }),
        going('d', { state: 'refused' }),
      ],
      [upload('one'), upload('two')],
      new Map([['b', 'replacement']]),
    );
    expect(files.map(({ key, arrived, meantFor }) => [key, arrived, meantFor])).toEqual([
      ['a', true, null],
      ['b', false, 'replacement'],
      ['two', true, null],
    ]);
  });
});
