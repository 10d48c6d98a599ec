import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceReader, SourceWriter, type SourceRecord } from '@mondwerk/compositing';
import { cutMouth } from '@mondwerk/lipsync';
import { UsualFaces } from '../../../libs/lipsync/src/render/usualFaces.ts';
import { coveredFace } from '../coveredFace.ts';
import { drawnFace, drawnMesh, FACE, formatOf } from '../drawnFace.ts';
import { spoken } from '../usualDrawnFace.ts';

const folder = mkdtempSync(join(tmpdir(), 'mondwerk-usual-'));
const path = join(folder, 'sources');
let records: SourceRecord[];
let covered: SourceRecord;
let faces: UsualFaces;
let reader: SourceReader;

beforeAll(() => {
  const writer = new SourceWriter(path);
  records = spoken.map((drawing) => {
    const mesh = drawnMesh(drawing);
    return writer.add(cutMouth(drawnFace(drawing), mesh, FACE.eyeDistance), mesh);
  });
  const mesh = drawnMesh({ aperture: 0.1 });
  const picture = coveredFace({ aperture: 0.1 }, { thing: 'microphone', time: 0.5 });
  covered = writer.add(cutMouth(picture, mesh, FACE.eyeDistance), mesh);
  writer.close();
  reader = new SourceReader(path, formatOf('yuv420p'));
  faces = new UsualFaces(reader);
});

afterAll(() => {
  reader.close();
  rmSync(folder, { recursive: true });
});

describe('usualFaces', () => {
  const wanted = drawnMesh({ aperture: 0.1 });

  it('learns a face once from the same cut-outs, and none from too few', () => {
    expect(faces.of(records)).toBe(faces.of(records));
    expect(faces.of(records.slice(0, 4))).toBeUndefined();
  });

  it('leaves sources as they are where nothing is in front', () => {
    const sources = [
      { record: records[0], weight: 0.6 },
      { record: records[1], weight: 0.4 },
    ];
    expect(faces.unspoilt(sources, records, wanted)).toBe(sources);
  });

  it('lets the other source stand alone where something is in front of one', () => {
    const sources = [
      { record: covered, weight: 0.6 },
      { record: records[1], weight: 0.4 },
    ];
    expect(faces.unspoilt(sources, records, wanted)).toEqual([{ record: records[1], weight: 1 }]);
  });

  it('takes the most similar lips where something is in front of all sources', () => {
    const [only, ...others] = faces.unspoilt([{ record: covered, weight: 1 }], records, wanted);
    expect(others).toEqual([]);
    expect(only.weight).toBe(1);
    const apart = spoken.map(({ aperture }) => Math.abs(aperture - 0.1));
    const near = records.indexOf(only.record);
    expect(apart[near]).toBeLessThan(Math.min(...apart) + 0.02);
  });

  it('does without where there is no usual face', () => {
    const sources = [{ record: covered, weight: 1 }];
    expect(faces.unspoilt(sources, [], wanted)).toBe(sources);
  });
});
