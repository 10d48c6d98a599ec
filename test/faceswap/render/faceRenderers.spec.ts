import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crop } from '@mondwerk/film';
import { SourceReader, SourceWriter, type SourceRecord } from '@mondwerk/compositing';
import {
  cutFace,
  faceBox,
  openFaceRenderers,
  renderFace,
  type FaceJob,
  type FaceRenderers,
} from '@mondwerk/faceswap';
import { onHeadOf, photograph, type Photograph } from '../photograph.ts';

const folder = mkdtempSync(join(tmpdir(), 'mondwerk-faces-'));
const sourceFile = join(folder, 'sources');
let head: Photograph;
let shown: Photograph;
let record: SourceRecord;
let renderers: FaceRenderers;

beforeAll(async () => {
  [head, shown] = [await photograph('mira', { size: 240 }), await photograph('anton', { size: 240 })];
  const writer = new SourceWriter(sourceFile);
  record = writer.add(cutFace(shown.picture, shown.mesh, shown.eyeDistance), shown.mesh);
  writer.close();
  renderers = openFaceRenderers(2, { sourceFile, format: head.picture.format });
});

afterAll(async () => {
  await renderers.close();
  rmSync(folder, { recursive: true });
});

function job(changes: Partial<FaceJob> = {}): FaceJob {
  const wanted = onHeadOf(shown, head);
  const box = faceBox([head.mesh, wanted], head.eyeDistance, head.picture);
  return {
    ...{ plate: crop(head.picture, box), box, seen: head.mesh, wanted, eyeDistance: head.eyeDistance },
    ...{ faces: [{ record, weight: 1 }], mouths: [], eyes: [], strength: 1, ...changes },
  };
}

describe('faceRenderers', () => {
  it('give the very samples that rendering without threads gives', async () => {
    const reader = new SourceReader(sourceFile, head.picture.format);
    const source = reader.read(record, 1);
    reader.close();
    const [whole, parts] = await Promise.all([
      renderers.render(job()),
      renderers.render(job({ mouths: [{ record, weight: 1 }] })),
    ]);
    expect(whole).toEqual(renderFace({ ...job(), faces: [source], mouths: [], eyes: [] }));
    expect(parts).toEqual(renderFace({ ...job(), faces: [source], mouths: [source], eyes: [] }));
  });

  it('reject a face whose source is not there, and go on with the next', async () => {
    const lost = { record: { ...record, offset: 10_000_000 }, weight: 1 };
    await expect(renderers.render(job({ faces: [lost] }))).rejects.toThrow(/ends inside/);
    await expect(renderers.render(job())).resolves.toMatchObject({ hidden: 0 });
  });
});
