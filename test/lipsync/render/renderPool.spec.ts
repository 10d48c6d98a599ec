import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crop } from '@mondwerk/film';
import { SourceReader, SourceWriter, type SourceRecord } from '@mondwerk/compositing';
import {
  cutMouth,
  mouthBox,
  openRenderers,
  renderMouth,
  type RenderJob,
  type Renderers,
} from '@mondwerk/lipsync';
import { drawnFace, drawnMesh, FACE, formatOf } from '../drawnFace.ts';

const FORMAT = 'yuv420p10le';
const format = formatOf(FORMAT);
const folder = mkdtempSync(join(tmpdir(), 'mondwerk-render-'));
const sourceFile = join(folder, 'sources');
let records: SourceRecord[];
let renderers: Renderers;

beforeAll(() => {
  const writer = new SourceWriter(sourceFile);
  records = [0.02, 0.1, 0.14].map((aperture, seed) => {
    const mesh = drawnMesh({ aperture });
    return writer.add(cutMouth(drawnFace({ aperture, seed, format: FORMAT }), mesh, FACE.eyeDistance), mesh);
  });
  writer.close();
  renderers = openRenderers(2, { sourceFile, format });
});

afterAll(async () => {
  await renderers.close();
  rmSync(folder, { recursive: true });
});

function job(aperture: number, sources: RenderJob['sources']): RenderJob {
  const [seen, wanted] = [drawnMesh({ aperture: 0.04 }), drawnMesh({ aperture })];
  const picture = drawnFace({ aperture: 0.04, format: FORMAT });
  const box = mouthBox([seen, wanted], FACE.eyeDistance, picture);
  return {
    plate: crop(picture, box),
    box,
    seen,
    wanted,
    eyeDistance: FACE.eyeDistance,
    strength: 1,
    sources,
  };
}

const jobs = (): RenderJob[] => [
  job(0.02, [{ record: records[0], weight: 1 }]),
  job(0.12, [
    { record: records[1], weight: 0.65 },
    { record: records[2], weight: 0.35 },
  ]),
  job(0.14, [{ record: records[2], weight: 1 }]),
];

describe('renderPool', () => {
  it('gives the very samples that rendering without threads gives', async () => {
    const reader = new SourceReader(sourceFile, format);
    const alone = jobs().map((j) =>
      renderMouth({ ...j, sources: j.sources.map(({ record, weight }) => reader.read(record, weight)) }),
    );
    reader.close();
    const threaded = await Promise.all(jobs().map((j) => renderers.render(j)));
    threaded.forEach((made, i) => expect(made).toEqual(alone[i]));
  });

  it('rejects a job that fails and goes on with the next', async () => {
    const lost = { ...records[0], offset: 10_000_000 };
    await expect(renderers.render(job(0.1, [{ record: lost, weight: 1 }]))).rejects.toThrow(/ends inside/);
    await expect(renderers.render(jobs()[0])).resolves.toMatchObject({ hidden: 0 });
  });

  it('rejects jobs when the source file is not there, the first and any later one', async () => {
    const blind = openRenderers(1, { sourceFile: join(folder, 'nothing'), format });
    await expect(blind.render(jobs()[0])).rejects.toThrow(/nothing/);
    await expect(blind.render(jobs()[0])).rejects.toThrow(/nothing/);
    await blind.close();
  });

  it('rejects what is under way when it is closed, and whatever comes after', async () => {
    const brief = openRenderers(1, { sourceFile, format });
    const under = brief.render(jobs()[0]);
    const ended = brief.close();
    await expect(under).rejects.toThrow(/closed/);
    await ended;
    await expect(brief.render(jobs()[0])).rejects.toThrow(/closed/);
  });
});
