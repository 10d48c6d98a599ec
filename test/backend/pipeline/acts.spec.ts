import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameAt } from '@mondwerk/film';
import { partFilm, probe, readFrames, readSound, type Film } from '@mondwerk/media';
import { lineMouth } from '../../../apps/backend/src/pipeline/lines/lineMouth.ts';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { takeSettings, type OrderOf, type PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { reportSchema } from '../../../apps/backend/src/pipeline/report/reportSchema.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { seeded } from '../queue/killing.ts';
import { makeTwoShotFilm, type TwoShotFilm } from '../twoShotFilm.ts';
import { runAct, store, type ActResult } from './actRunner.ts';

const title = '0193a2f0-0000-7000-8000-000000000001';

/** Mira and Anton, as the platform names them. */
const people = ['0193a2f0-0000-7000-8000-0000000000aa', '0193a2f0-0000-7000-8000-0000000000bb'];

let folder: string;
let storage: Storage;
let made: TwoShotFilm;
let order: PlanOrder;
let analysed: ActResult<'analyse'>;
let planned: ActResult<'plan'>;
let rendered: ActResult<'render'>;

const renderOrder = (take: number, settings: object = {}): OrderOf['render'] => ({
  ...order,
  shots: [0, 1].map((shot) => ({ shot, take, settings: takeSettings.parse(settings) })),
});

const KILLS = 4;

/** Starts to render in a process of its own. */
function startRender(root: string, asked: string) {
  const script = join(import.meta.dirname, 'actProcess.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, root, asked];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, ended };
}

/** The luma of one frame, on the 0..255 scale. */
async function lumaOf(film: Film, frame: number): Promise<Float32Array> {
  for await (const { picture } of readFrames(film, { start: frame, end: frame + 1 })) {
    const scale = 2 ** (picture.format.bitDepth - 8);
    return Float32Array.from(picture.planes[0].data, (value) => value / scale);
  }
  throw new Error(`there is no frame ${frame}`);
}

/** How different two planes are, on average. */
const apart = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0) / a.length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-acts-'));
  storage = await openDiskStorage(join(folder, 'storage'));
  made = await makeTwoShotFilm(join(folder, 'made'));
  const source = await store(storage, made.film, `titles/${title}/source.mp4`);
  const stem = await store(storage, made.voice, `titles/${title}/dubs/es/voice.wav`);
  const script = await store(storage, made.script, `titles/${title}/dubs/es/script.srt`);
  order = {
    ...{ title, source, original: null, performers: null, lineSettings: [] },
    stems: [{ ...stem, character: null }],
    script: { ...script, language: 'es' },
    settings: { fitVoice: false, voiceAsIs: false, followLoudness: true, onlyVisible: false },
    casting: { characters: [], lines: [] },
  };
  analysed = await runAct(storage, 'analyse', { title, source, proxy: { burnTimecode: true } });
  const tracks = analysed.told.trackFaces.map((shot) => shot.tracks[0].track);
  order = {
    ...order,
    performers: tracks.map((track, at) => ({ id: people[at], tracks: [track], strength: 1 })),
  };
  planned = await runAct(storage, 'plan', order);
  rendered = await runAct(storage, 'render', renderOrder(1));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a source', () => {
  it('shows its facts, its shots and who is in them', () => {
    const {
      probe: [facts],
      cutShots: [{ shots }],
      trackFaces,
      findPerformers,
    } = analysed.told;
    expect(facts).toMatchObject({ frames: made.frames[1], width: 256 });
    expect(shots.map(({ frames }) => frames.end)).toEqual(made.frames);
    expect(trackFaces.map(({ tracks }) => tracks.length)).toEqual([1, 1]);
    expect(findPerformers[0].performers.flatMap(({ tracks }) => tracks)).toHaveLength(2);
  });

  it('gets a proxy of the same frames, thumbnails and peaks', async () => {
    const [{ proxy, thumbnails, peaks, index }] = analysed.told.makeProxy;
    expect((await probe(await storage.localFile(proxy.key))).pts).toHaveLength(made.frames[1]);
    expect(await fingerprintFile(await storage.localFile(proxy.key))).toBe(proxy.sha256);
    expect(thumbnails.sheets).toHaveLength(1);
    expect(Math.abs(peaks!.pairs - 4 * made.frames[1])).toBeLessThan(6);
    const frames = JSON.parse(await readFile(await storage.localFile(index.key), 'utf8'));
    expect(frames.frames).toBe(made.frames[1]);
  });
});

describe('a plan', () => {
  it('tells who says what, and what it will cost, shot by shot', () => {
    const [{ shots }] = planned.told.planLines;
    expect(shots.map(({ shot, performers: own, lines }) => [shot, own, lines])).toEqual([
      [0, [people[0]], [0]],
      [1, [people[1]], [1]],
    ]);
    expect(shots.every(({ mouths, workSeconds }) => mouths > 30 && workSeconds > 0)).toBe(true);
  });

  it('makes the voice heard from the first frame to the last', async () => {
    const [{ voice, peaks }] = planned.told.makeVoice;
    const path = await storage.localFile(voice.key);
    expect(await fingerprintFile(path)).toBe(voice.sha256);
    const { clock } = await probe(made.film);
    const [heard, sent] = [await readSound(path, 16_000), await readSound(made.voice, 16_000)];
    expect(heard.length / 16_000).toBeCloseTo(clock.end, 1);
    const loudest = (samples: Float32Array) => samples.reduce((most, value) => Math.max(most, value), 0);
    const begins = (samples: Float32Array) => samples.findIndex((value) => value > loudest(samples) / 4);
    expect(Math.abs(begins(heard) - begins(sent))).toBeLessThan(160);
    expect(peaks).toMatchObject({ perSecond: 100, pairs: Math.ceil(100 * clock.end) });
  });

  it('tells of every line where it is said and how visibly the old mouth says something else', () => {
    const [{ lines }] = planned.told.planLines;
    expect(lines.map(({ line, fits, leftOut }) => [line, fits, leftOut])).toEqual([
      [0, true, null],
      [1, true, null],
    ]);
    lines.forEach(({ spoken, rendered, mismatch, mismatchReason }, at) => {
      expect(spoken.map(({ shot, performer }) => [shot, performer])).toEqual([[at, people[at]]]);
      expect(rendered).toBe(spoken[0].rendered);
      expect(rendered + spoken[0].passed.reduce((sum, { frames }) => sum + frames, 0)).toBe(
        spoken[0].frames.end - spoken[0].frames.start,
      );
      expect(mismatch).toBeGreaterThan(0.1);
      expect(mismatch).toBeLessThan(1);
      expect(mismatchReason).not.toBe('fits');
    });
  });

  it('tells frame by frame what a mouth did and what it shall do', async () => {
    const [{ lines, mouths }] = planned.told.planLines;
    const file = await readFile(await storage.localFile(mouths.key));
    for (const [at, { bytes, spoken }] of lines.entries()) {
      const told = lineMouth.parse(JSON.parse(file.subarray(bytes.start, bytes.end).toString()));
      const [mouth] = told.mouths;
      expect(mouth).toMatchObject({ shot: at, performer: people[at], ...spoken[0].frames });
      const count = mouth.end - mouth.start;
      expect([mouth.seen, mouth.wanted, mouth.strength].map((each) => each.length)).toEqual([
        ...[count, count, count],
      ]);
      expect(mouth.seen.filter((gap) => gap !== null).length).toBeGreaterThan(count / 2);
      expect(told.phones.map(({ word }) => word)).toContain(['hermano', 'perritos'][at]);
      const { clock } = await probe(made.film);
      const middle = (cue: { start: number; end: number }) => frameAt(clock, (cue.start + cue.end) / 2);
      const closed = told.cues.filter(({ shape }) => shape === 'closed').map(middle);
      expect(closed.length).toBeGreaterThan(0);
      for (const frame of closed) {
        expect(mouth.wanted[frame - mouth.start]).toBeLessThan(Math.max(...mouth.wanted) / 2);
      }
    }
  });

  it('leaves alone whom people say nobody on the screen speaks for', async () => {
    const casting = { characters: [], lines: [{ line: 1, performer: null }] };
    const { told, times } = await runAct(storage, 'plan', { ...order, casting });
    expect(told.planLines[0].shots.map(({ shot }) => shot)).toEqual([0]);
    expect(told.planLines[0].lines[1]).toMatchObject({ leftOut: 'off-screen', rendered: 0, mismatch: null });
    expect(times.filter(({ stage }) => stage === 'alignSpeech').every(({ reused }) => reused)).toBe(true);
  });
});

describe('takes', () => {
  it('hold every frame of their shots without loss, in parts of at most 48 frames', async () => {
    const takes = rendered.told.renderMouths.map(({ take }) => take);
    expect(takes.map(({ frames }) => frames)).toEqual([
      { start: 0, end: made.frames[0] },
      { start: made.frames[0], end: made.frames[1] },
    ]);
    for (const { key, sha256, frames } of takes.flatMap(({ parts }) => parts)) {
      expect(frames.end - frames.start).toBeLessThanOrEqual(48);
      expect(await fingerprintFile(await storage.localFile(key))).toBe(sha256);
    }
    expect(rendered.told.renderMouths.every(({ untouchedEqual }) => untouchedEqual)).toBe(true);
    expect(rendered.told.renderMouths.every((told) => told.rendered > 30)).toBe(true);
  });

  it('can be looked at in a browser, frame by frame', async () => {
    for (const { take, preview } of rendered.told.renderMouths) {
      const seen = await probe(await storage.localFile(preview.key));
      expect(seen.codec).toBe('h264');
      expect(seen.pts).toHaveLength(take.frames.end - take.frames.start);
    }
  });

  it('are told of in a report of their shots', async () => {
    const [{ report, lips, untouchedEqual }] = rendered.told.inspect;
    const read = reportSchema.parse(JSON.parse(await readFile(await storage.localFile(report.key), 'utf8')));
    expect(read.shots.map(({ index }) => index)).toEqual([0, 1]);
    expect(untouchedEqual).toBe(true);
    expect(lips.checked).toBeGreaterThan(2);
    expect(lips.reached + lips.flags.length).toBeLessThanOrEqual(lips.checked);
  });

  it(`are the same to the last byte however often their process is killed, here ${KILLS} times`, async () => {
    const root = join(folder, 'other');
    const other = await openDiskStorage(root);
    for (const input of [order.source, order.stems[0], order.script]) {
      await store(other, await storage.localFile(input.key), input.key);
    }
    const asked = join(folder, 'order.json');
    await writeFile(asked, JSON.stringify(renderOrder(1)));
    const random = seeded(1895);
    let kills = 0;
    for (;;) {
      const running = startRender(root, asked);
      const lives = 800 + 1700 * random();
      const killer = kills < KILLS ? setTimeout(() => running.child.kill('SIGKILL'), lives) : undefined;
      const { code, stdout, stderr } = await running.ended;
      clearTimeout(killer);
      if (code === null) kills += 1;
      else {
        expect(code, stderr).toBe(0);
        expect(JSON.parse(stdout)).toEqual(rendered.told);
        break;
      }
    }
    expect(kills).toBeGreaterThan(KILLS / 2);
  });

  it('cost nothing when the same is asked for again', async () => {
    const again = await runAct(storage, 'render', renderOrder(2));
    expect(again.times.filter(({ reused }) => !reused)).toEqual([]);
    expect(again.told.renderMouths[0].take).toEqual({ ...rendered.told.renderMouths[0].take, take: 2 });
  });

  it('are made anew with other settings, without planning anew, also by two workers at once', async () => {
    const asked = renderOrder(2, { delay: 0.08, untouched: [{ start: 0, end: 20 }] });
    const [{ told, times }, twin] = await Promise.all([
      runAct(storage, 'render', asked),
      runAct(storage, 'render', asked),
    ]);
    expect(twin.told).toEqual(told);
    const redone = new Set(times.filter(({ reused }) => !reused).map(({ stage }) => stage));
    expect([...redone].sort()).toEqual(['drawSheets', 'gatherSources', 'renderMouths']);
    expect(told.renderMouths[0].passed).toBeGreaterThanOrEqual(20);
    const sumsOf = (result: ActResult<'render'>) =>
      result.told.renderMouths[0].take.parts.map(({ sha256 }) => sha256);
    expect(sumsOf(twin)).not.toEqual(sumsOf(rendered));
  });
});

describe('a delivery', () => {
  it('holds approved takes where there are some, and the source everywhere else', async () => {
    const { take } = rendered.told.renderMouths[1];
    const { told } = await runAct(storage, 'deliver', {
      ...{ title, source: order.source, stems: order.stems, script: order.script, settings: order.settings },
      takes: [{ ...take, performers: ['Anton'] }],
      ...{ profile: 'prores', originalLanguage: 'en', out: `titles/${title}/deliveries/1/film_es.mov` },
    });
    const [{ film, changed }] = told.seal;
    expect(changed).toEqual([{ shot: 1, take: 1, frames: take.frames }]);
    const delivered = await probe(await storage.localFile(film.key));
    expect(delivered).toMatchObject({ codec: 'prores', variable: false });
    expect(delivered.pts).toHaveLength(made.frames[1]);
    expect(delivered.audio.map(({ title: name }) => name)).toEqual(['Dub (es)', 'Original']);
    const source = await probe(made.film);
    const [part] = take.parts;
    const approved = partFilm(source, { path: await storage.localFile(part.key), span: part.frames });
    const at = part.frames.start + 20;
    expect(apart(await lumaOf(delivered, 10), await lumaOf(source, 10))).toBeLessThan(1);
    expect(apart(await lumaOf(delivered, at), await lumaOf(approved, 20))).toBeLessThan(1);
  });

  it('is refused when a take is not the one that was approved', async () => {
    const { take } = rendered.told.renderMouths[0];
    const parts = take.parts.map((part, at) => (at === 0 ? { ...part, sha256: '0'.repeat(64) } : part));
    const asked = runAct(storage, 'deliver', {
      ...{ title, source: order.source, stems: order.stems, script: order.script, settings: order.settings },
      takes: [{ ...take, parts, performers: [] }],
      ...{ profile: 'h264', originalLanguage: null, out: `titles/${title}/deliveries/2/film_es.mp4` },
    });
    await expect(asked).rejects.toMatchObject({ code: 'take-damaged' });
  });
});
