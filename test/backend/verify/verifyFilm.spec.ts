import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crop, paste, type Box, type FrameSpan, type Picture } from '@mondwerk/film';
import { openPart, probe, readFrames, sealFilm, type Encoding, type Film } from '@mondwerk/media';
import { hashOutside, newOutsideHash } from '../../../apps/backend/src/pipeline/outsideHash.ts';
import { writeBoxes } from '../../../apps/backend/src/pipeline/report/boxLines.ts';
import type { Report } from '../../../apps/backend/src/pipeline/report/reportSchema.ts';
import { sealReport } from '../../../apps/backend/src/pipeline/report/sealReport.ts';
import { make } from '../../media/clips.ts';
import { mondwerk } from '../mondwerk.ts';

/** Frames 5 to 45 of a film of 50, in two parts; what a dub would change is painted over. */
const stretch: FrameSpan = { start: 5, end: 45 };
const spans: readonly FrameSpan[] = [
  { start: 5, end: 30 },
  { start: 30, end: 45 },
];

let folder: string;
let film: Film;
const at = (name: string): string => join(folder, name);

const boxesOf = (frame: number): Box[] =>
  frame % 3 === 0 ? [] : [{ left: 20 + 2 * (frame % 5), top: 10, right: 40, bottom: 26 }];

type Change = (picture: Picture, frame: number) => void;

function paint(picture: Picture, frame: number): void {
  for (const box of boxesOf(frame)) {
    const patch = crop(picture, box);
    for (const { data } of patch.planes) data.fill(99);
    paste(picture, box, patch);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-verify-'));
  const source = '-f lavfi -i testsrc2=s=66x50:r=25:d=2,format=yuv420p10le';
  await make(
    folder,
    `${source} -color_range tv -colorspace bt709 -c:v libx265 -x265-params log-level=none`,
    'film.mp4',
  );
  await make(folder, '-f lavfi -i sine=d=2', 'voice.wav');
  film = await probe(at('film.mp4'));
  await dub('out.mkv', 'lossless');
  await writeFile(at('out.json'), sealReport(await reportOf(film)));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Makes a dub in which only mouths are painted over, and whatever else is asked for. */
async function dub(name: string, encoding: Encoding, change: Change = () => undefined): Promise<void> {
  const parts = spans.map((span, i) => ({ span, path: at(`${name}.part${i}`) }));
  for (const { span, path } of parts) {
    const writer = await openPart(film, span, path, encoding);
    for await (const { frame, picture } of readFrames(film, span)) {
      paint(picture, frame);
      change(picture, frame);
      await writer.write(picture);
    }
    await writer.close();
  }
  await sealFilm({ film, parts, voice: at('voice.wav'), language: 'es', out: at(name), span: stretch });
}

async function reportOf(source: Film): Promise<Report> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(source.path), sum);
  const file = { file: 'film.mp4', sha256: sum.digest('hex') };
  const shots = spans.map((frames, index) => ({ index, frames, timecode: '', changed: [], passed: [] }));
  return {
    version: 1,
    mondwerk: { version: '0', code: '' },
    film: {
      ...{ ...file, width: 66, height: 50, format: 'yuv420p10le', frames: 50, rate: '25/1' },
      ...{ variable: false, seconds: 2, audioTracks: 0 },
    },
    voice: { ...file, seconds: 2, conformed: null },
    script: { ...file, lines: 0 },
    ...{ language: 'es', original: null, out: 'out.mkv' },
    settings: { draft: false, lossless: true, fitVoice: false, voiceAsIs: false, stretch },
    ...{ performers: [], lines: [], lips: [], shots, stages: [], models: [] },
    proof: await Promise.all(spans.map((span) => proofOf(source, span))),
  };
}

async function proofOf(source: Film, frames: FrameSpan): Promise<Report['proof'][number]> {
  const hash = newOutsideHash();
  const boxes: { frame: number; box: Box }[] = [];
  for await (const { frame, picture } of readFrames(source, frames)) {
    hashOutside(hash, picture, boxesOf(frame));
    boxes.push(...boxesOf(frame).map((box) => ({ frame, box })));
  }
  const sum = hash.digest('hex');
  return { frames, source: sum, result: sum, equal: true, boxes: writeBoxes(boxes) };
}

/** What `mondwerk verify` says, and how it ends. */
async function verify(out: string, report = 'out.json', source = 'film.mp4') {
  const { code, stdout, stderr } = await mondwerk(['verify', source, out, report, '--json'], folder);
  const verdict = code === 2 ? undefined : JSON.parse(stdout);
  const codes: string[] = verdict?.findings.map((finding: { code: string }) => finding.code) ?? [];
  return { code, verdict, codes, stderr };
}

it('proves that a lossless dub is its film outside the boxes, sample for sample', async () => {
  const { code, verdict } = await verify('out.mkv');
  expect(verdict.findings).toEqual([]);
  expect(verdict).toMatchObject({ verified: true, compared: 'samples', frames: stretch, remarks: [] });
  expect(verdict.parts).toEqual(spans.map((frames) => ({ frames, source: true, out: true })));
  expect(verdict.outside).toBeGreaterThan(0.9);
  expect(code).toBe(0);
  const { stdout } = await mondwerk(['verify', 'film.mp4', 'out.mkv', 'out.json'], folder);
  expect(stdout).toContain('out.mkv is film.mp4 sample for sample outside the boxes of out.json');
});

it('finds one sample that was changed outside, and says where', async () => {
  await dub('touched.mkv', 'lossless', ({ planes }, frame) => {
    // The third chroma sample of the seventh row.
    if (frame === 31) planes[1].data[6 * 33 + 2] ^= 1;
  });
  const { code, verdict } = await verify('touched.mkv');
  expect(code).toBe(1);
  expect(verdict.findings).toMatchObject([
    { code: 'changed-outside', place: { frame: 31, plane: 'Cb', x: 4, y: 12 } },
  ]);
  expect(verdict.parts.map(({ out }: { out: boolean }) => out)).toEqual([true, false]);
});

it('tells a report that was edited', async () => {
  const report = await reportOf(film);
  const [first, second] = report.proof;
  const edited = { ...report, proof: [first, { ...second, boxes: second.boxes!.slice(1) }] };
  await writeFile(at('edited.json'), sealReport(report).replace('"language": "es"', '"language": "fr"'));
  expect((await verify('out.mkv', 'edited.json')).codes).toEqual(['report-edited']);
  await writeFile(at('resealed.json'), sealReport(edited));
  const { codes } = await verify('out.mkv', 'resealed.json');
  expect(codes).toEqual(['other-samples', 'changed-outside']);
  const outside = { ...second, boxes: ['31 60,40,80,50'] };
  await writeFile(at('beyond.json'), sealReport({ ...report, proof: [first, outside] }));
  expect((await verify('out.mkv', 'beyond.json')).codes).toEqual(['report-boxes']);
});

it('tells another film, also one of the same size and length', async () => {
  const other = '-f lavfi -i testsrc2=s=66x50:r=25:d=2,hue=h=40,format=yuv420p10le';
  await make(folder, `${other} -colorspace bt709 -c:v libx265 -x265-params log-level=none`, 'other.mp4');
  expect((await verify('out.mkv', 'out.json', 'other.mp4')).codes).toContain('other-samples');
  await make(folder, '-f lavfi -i testsrc2=s=64x48:r=25:d=2 -c:v libx264', 'small.mp4');
  expect((await verify('out.mkv', 'out.json', 'small.mp4')).codes).toContain('other-film');
});

it('tells a dub with a frame less', async () => {
  await make(folder, `-i ${at('out.mkv')} -frames:v 39 -map 0 -c copy`, 'shorter.mkv');
  const { code, codes } = await verify('shorter.mkv');
  expect(codes).toEqual(['frames']);
  expect(code).toBe(1);
});

it('says of a dub coded with loss how alike it is, and that this proves nothing', async () => {
  await dub('lossy.mp4', 'film');
  const { code, verdict } = await verify('lossy.mp4');
  expect(verdict.findings).toEqual([]);
  expect(code).toBe(0);
  expect(verdict.compared).toBe('likeness');
  for (const { outside, inside } of verdict.shots) {
    expect(outside).toBeGreaterThan(40);
    expect(inside).toBeLessThan(30);
  }
  const { stdout } = await mondwerk(['verify', 'film.mp4', 'lossy.mp4', 'out.json'], folder);
  expect(stdout).toContain('likely but not proven');
});

it('tells a dub coded with loss in which something was laid over the film', async () => {
  await dub('titled.mp4', 'film', ({ planes: [luma] }, frame) => {
    if (frame !== 31) return;
    for (let y = 34; y < 48; y++) luma.data.fill(940, y * luma.width, y * luma.width + 30);
  });
  const { code, verdict, codes } = await verify('titled.mp4');
  expect(codes).toEqual(['unlike']);
  expect(verdict.leastAlike).toMatchObject({ frame: 31 });
  expect(code).toBe(1);
});

it('refuses what it cannot check', async () => {
  await copyFile(at('voice.wav'), at('nothing.json'));
  for (const report of ['missing.json', 'nothing.json']) {
    const { code, stderr } = await verify('out.mkv', report);
    expect(code).toBe(2);
    expect(stderr).toContain(report);
  }
});
