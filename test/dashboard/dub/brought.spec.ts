import { describe, expect, it } from 'vitest';
import { broughtFiles, samePlace, type Decision } from '../../../apps/dashboard/components/dub/brought.ts';
import type { UploadProgress } from '../../../apps/dashboard/lib/upload/uploadProgress.ts';
import type { Upload } from '../../../apps/dashboard/lib/api/uploads.ts';

const known = { characters: [{ id: 'c1', name: 'Mira' }], original: 'en' };

const going = (changes: Partial<UploadProgress>): UploadProgress =>
  ({
    ...{ key: '1', upload: null, title: 't', purpose: 'stem', name: 'mira.wav', bytes: 10, sent: 5 },
    ...{ state: 'sending', ...changes },
  }) as UploadProgress;

const unused = (changes: Partial<Upload>): Upload =>
  ({ id: 'u1', name: 'mira.wav', purpose: 'stem', ...changes }) as Upload;

const around = (decisions: Record<string, Decision> = {}, keys: Record<string, string> = {}) => ({
  ...{ title: 't', known },
  decisions: new Map(Object.entries(decisions)),
  keys: new Map(Object.entries(keys)),
});

describe('files that were brought for a dub', () => {
  it('shows what is on its way with what it seems to be', () => {
    const [file] = broughtFiles([going({})], [], around());
    expect(file).toMatchObject({ kind: 'dialogue', character: 'c1', arrived: false, wanted: false });
  });

  it('shows what arrived earlier and was never used, but nothing twice', () => {
    const files = broughtFiles(
      [going({ upload: 'u1', state: 'ready' })],
      [unused({}), unused({ id: 'u2', name: 'es.srt', purpose: 'script' })],
      around(),
    );
    expect(files.map(({ upload, kind, arrived }) => [upload, kind, arrived])).toEqual([
      ['u1', 'dialogue', true],
      ['u2', 'script', true],
    ]);
  });

  it('keeps what was decided when the page forgets that it was on its way', () => {
    const decisions = { '1': { kind: 'mix', wanted: true } } satisfies Record<string, Decision>;
    const [file] = broughtFiles([], [unused({})], around(decisions, { u1: '1' }));
    expect(file).toMatchObject({ key: '1', kind: 'mix', character: null, wanted: true });
  });

  it('leaves out films, other titles, and what was refused or used', () => {
    const files = broughtFiles(
      [
        going({ purpose: 'source' }),
        going({ key: '2', title: 'other' }),
        going({ key: '3', state: 'refused' }),
        going({ key: '4' }),
      ],
      [],
      around({ '4': { state: 'used' } }),
    );
    expect(files).toEqual([]);
  });

  it('tells which files would take the same place', () => {
    expect(samePlace({ kind: 'dialogue', character: 'a' }, { kind: 'dialogue', character: 'a' })).toBe(true);
    expect(samePlace({ kind: 'dialogue', character: 'a' }, { kind: 'dialogue', character: null })).toBe(
      false,
    );
  });
});
