import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SourceReader, SourceWriter } from '@mondwerk/compositing';
import { cutMouth } from '@mondwerk/lipsync';
import { drawnFace, drawnMesh, FACE, formatOf } from '../lipsync/drawnFace.ts';

const folder = mkdtempSync(join(tmpdir(), 'mondwerk-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('sourceFile', () => {
  it.each(['yuv420p', 'yuv422p10le', 'yuv444p'])(
    'gives back the cut-outs that were put in, in any order (%s)',
    (format) => {
      const path = join(folder, format);
      const cuts = [0, 0.07, 0.15].map((aperture, seed) => {
        const mesh = drawnMesh({ aperture });
        return { mesh, cut: cutMouth(drawnFace({ aperture, format, seed }), mesh, FACE.eyeDistance) };
      });
      const writer = new SourceWriter(path);
      const records = cuts.map(({ cut, mesh }) => writer.add(cut, mesh));
      writer.close();
      const reader = new SourceReader(path, formatOf(format));
      for (const i of [2, 0, 1]) {
        const source = reader.read(records[i], 0.35);
        expect(source.weight).toBe(0.35);
        expect(source.box).toEqual(cuts[i].cut.box);
        expect(source.mesh).toEqual(cuts[i].mesh);
        expect(source.picture).toEqual(cuts[i].cut.picture);
      }
      reader.close();
    },
  );

  it('throws when the file ends inside a cut-out', () => {
    const path = join(folder, 'short');
    const mesh = drawnMesh({ aperture: 0 });
    const writer = new SourceWriter(path);
    const record = writer.add(cutMouth(drawnFace({ aperture: 0 }), mesh, FACE.eyeDistance), mesh);
    writer.close();
    const reader = new SourceReader(path, formatOf('yuv420p'));
    expect(() => reader.read({ ...record, offset: record.offset + 1 }, 1)).toThrow(RangeError);
    reader.close();
  });
});
