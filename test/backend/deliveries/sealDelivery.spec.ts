import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPart, probe, readFrames, runProgram, type Encoding, type Film } from '@mondwerk/media';
import type { FrameSpan } from '@mondwerk/film';
import { deliveryName } from '../../../apps/backend/src/pipeline/delivery/deliveryName.ts';
import { deliveryReportSchema } from '../../../apps/backend/src/pipeline/delivery/deliveryReport.ts';
import { sealDelivery } from '../../../apps/backend/src/pipeline/delivery/sealDelivery.ts';
import type { TitleRun } from '../../../apps/backend/src/pipeline/handlers.ts';
import type { DeliverOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import { openTitleFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';

const root = mkdtempSync(join(tmpdir(), 'mondwerk-delivery-'));
const title = '0193a2f0-0000-7000-8000-000000000000';
const folder = `titles/${title}/deliveries/1`;
const sha256 = '0'.repeat(64);
let storage: Storage;
let film: Film;
let voice: string;
let run: TitleRun;

beforeAll(async () => {
  storage = await openDiskStorage(join(root, 'storage'));
  const inputs = '-f lavfi -i testsrc2=s=96x64:r=30000/1001:d=1 -f lavfi -i sine=f=500:r=48000:d=1';
  const coded = '-c:v libx264 -c:a aac -metadata:s:a:0 language=eng -timecode 00:00:59;20';
  await ffmpeg(`${inputs} ${coded}`, 'film.mov');
  await ffmpeg('-f lavfi -i sine=f=300:r=48000:d=1', 'voice.wav');
  film = await probe(join(root, 'film.mov'));
  voice = join(root, 'voice.wav');
  const tools = {
    storage,
    work: await openTitleFolder(storage, title),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    signal: new AbortController().signal,
    workers: 1,
    fetch: ({ key }: { readonly key: string }) => storage.localFile(key),
  };
  run = tools;
});

const ffmpeg = (args: string, name: string): Promise<unknown> =>
  runProgram('ffmpeg', ['-v', 'error', '-y', ...args.split(' '), join(root, name)]);

async function encode(span: FrameSpan, path: string, encoding: Encoding): Promise<void> {
  const writer = await openPart(film, span, path, encoding);
  for await (const { picture } of readFrames(film, span)) await writer.write(picture);
  await writer.close();
}

/** Stores a take of one part with a record of what was done in it. */
async function storeTake(frames: FrameSpan, shot: number): Promise<DeliverOrder['takes'][number]> {
  const key = `titles/${title}/work/takes/part-${shot}.mov`;
  const draft = await storage.draftFile(key);
  await encode(frames, draft, 'lossless');
  await storage.keep(draft, key);
  const box = { left: 10, top: 20, right: 40, bottom: 44 };
  const mouths = [
    { track: 'a', frame: frames.start, box, passed: null },
    { track: 'a', frame: frames.start + 1, box: { ...box, right: 50 }, passed: null },
    { track: 'a', frame: frames.start + 2, box: { ...box, left: 0 }, passed: 'turned away' },
  ];
  const record = { span: frames, proof: { source: 'aa', result: 'aa' }, mouths, seen: [] };
  const recordKey = key.replace('.mov', '.json');
  const recordDraft = await storage.draftFile(recordKey);
  writeFileSync(recordDraft, JSON.stringify(record));
  await storage.keep(recordDraft, recordKey);
  return { shot, take: shot + 1, frames, performers: ['Zoë', 'Ben'], parts: [{ key, sha256, frames }] };
}

const orderOf = (profile: DeliverOrder['profile'], takes: DeliverOrder['takes']): DeliverOrder => ({
  title,
  source: { key: 'x', sha256, name: 'Königin, Folge 1.mov' },
  stems: [{ key: 'v', sha256, name: 'voice.wav', character: null }],
  script: { key: 's', sha256, name: 'es.srt', language: 'es' },
  settings: { fitVoice: true, voiceAsIs: false, followLoudness: true, onlyVisible: false },
  originalLanguage: 'de',
  takes,
  profile,
  out: `${folder}-${profile}/${deliveryName('Königin, Folge 1.mov', 'es', profile)}`,
});

describe('a delivered replacement', () => {
  it('keeps the sounds of its film, and says whose face it shows', async () => {
    const takes = [await storeTake({ start: 4, end: 12 }, 0)];
    const parts = [{ path: join(root, 'replaced-0'), span: { start: 0, end: 30 } }];
    await encode(parts[0].span, parts[0].path, 'film');
    const out = `${folder}-replaced/${deliveryName('film.mov', 'replaced', 'h264')}`;
    const pair = { replaced: 'Zoë', shown: 'Ben', footage: [], networks: [], rights: [] };
    const replaced = [
      { ...pair, shots: [0, 4], film: { file: 'film.mov', sha256 } },
      // In the film that this one was made from: it counts its shots by itself.
      { ...pair, shown: 'Ada', shots: [0], film: { file: 'older.mov', sha256: '1'.repeat(64) } },
    ];
    const { source, originalLanguage, profile } = orderOf('h264', []);
    const order = { title, source, originalLanguage, profile, takes, replaced, out };
    const sealed = await sealDelivery(run, order, { film, parts, voice: null });

    const there = join(root, 'storage', `${folder}-replaced`);
    expect(sealed.files.map((file) => file.name)).toContain('DISCLOSURE.txt');
    const made = await probe(join(there, 'film_replaced.mp4'));
    expect(made.audio.map(({ title: name, language }) => [name, language])).toEqual(
      film.audio.map(({ title: name, language }) => [name, language]),
    );
    const disclosure =
      'In this film the face of Zoë was artificially replaced with the face of Ben. ' +
      'In this film the face of Zoë was artificially replaced with the face of Ada.';
    expect(readFileSync(join(there, 'DISCLOSURE.txt'), 'utf8')).toBe(`${disclosure}\n`);
    const report = deliveryReportSchema.parse(JSON.parse(readFileSync(join(there, 'report.json'), 'utf8')));
    expect(report).toMatchObject({ language: 'de', stems: [], replaced, disclosure });
    expect(report).not.toHaveProperty('script');
    const edl = readFileSync(join(there, 'film_replaced.edl'), 'utf8');
    expect(edl.match(/FACE OF .*/g)).toEqual(['FACE OF Zoe REPLACED WITH THE FACE OF Ben']);
  });
});

describe.each([
  ['prores', 'prores', 'Konigin_Folge_1_es.mov', 'prores'],
  ['h264', 'film', 'Konigin_Folge_1_es.mp4', 'h264'],
] as const)('a delivery as %s', (profile, encoding, name, codec) => {
  it('holds the film, the list of changed shots, the report, and sums that agree', async () => {
    const takes = [await storeTake({ start: 20, end: 30 }, 2), await storeTake({ start: 4, end: 12 }, 0)];
    const parts = [
      { path: join(root, `${profile}-0`), span: { start: 0, end: 12 } },
      { path: join(root, `${profile}-1`), span: { start: 12, end: 30 } },
    ];
    for (const { path, span } of parts) await encode(span, path, encoding);
    const order = orderOf(profile, takes);
    const outcome = await sealDelivery(run, order, { film, parts, voice });

    const there = join(root, 'storage', `${folder}-${profile}`);
    const names = ['SHA256SUMS', name.replace(/\.\w+$/, '.edl'), name, 'report.json'];
    expect(readdirSync(there).sort()).toEqual(names.sort());
    expect(outcome.files.map((file) => file.name).sort()).toEqual(names);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: there, encoding: 'utf8' })).toMatch(
      /^(.+: OK\n){3}$/,
    );

    const made = await probe(join(there, name));
    expect(made).toMatchObject({ codec, timecode: '00:00:59;20' });
    expect(made.clock.times).toEqual(film.clock.times);
    expect(made.audio.map((track) => track.title)).toEqual(['Dub (es)', 'Original']);
    expect(made.audio.map((track) => track.language)).toEqual(['spa', 'eng']);

    const edl = readFileSync(join(there, name.replace(/\.\w+$/, '.edl')), 'utf8');
    expect(edl).toContain('FCM: DROP FRAME');
    expect(edl.match(/^00\d .*$/gm)).toEqual([
      expect.stringContaining('00:00:59;24 00:01:00;04 00:00:59;24 00:01:00;04'),
      expect.stringContaining('00:01:00;12 00:01:00;22 00:01:00;12 00:01:00;22'),
    ]);
    expect(edl).toContain('* COMMENT: PERFORMERS: Zoe, Ben');
    expect(edl).toContain(`* FROM CLIP NAME: ${name}`);

    const report = deliveryReportSchema.parse(JSON.parse(readFileSync(join(there, 'report.json'), 'utf8')));
    expect(report).toMatchObject({
      frames: { changed: 18, untouched: 12 },
      untouchedEqual: true,
      film: { file: name, sha256: outcome.film.sha256, codec },
      shots: [
        {
          shot: 0,
          take: 1,
          timecode: { in: '00:00:59;24', out: '00:01:00;04' },
          mouths: { rendered: 2, passed: 1 },
          passed: [{ reason: 'turned away', mouths: 1 }],
          box: { left: 10, top: 20, right: 50, bottom: 44 },
        },
        { shot: 2, take: 3 },
      ],
    });
    expect(outcome).toMatchObject({ frames: 30, changed: [{ shot: 0 }, { shot: 2 }] });

    const again = await sealDelivery(run, order, { film, parts, voice });
    expect(again).toEqual(outcome);
  });
});

describe('a delivery', () => {
  it('is refused when the record of a take is gone', async () => {
    const take = await storeTake({ start: 0, end: 4 }, 7);
    await storage.remove(take.parts[0].key.replace('.mov', '.json'));
    const sealed = sealDelivery(run, orderOf('h264', [take]), { film, parts: [], voice });
    await expect(sealed).rejects.toMatchObject({ code: 'not-stored' });
  });

  it.each([
    ['Königin, Folge 1.mov', 'Konigin_Folge_1_es.mov'],
    ['../../etc/passwd', 'etc_passwd_es.mov'],
    ['映画.mp4', 'film_es.mov'],
    ['a'.repeat(200), `${'a'.repeat(60)}_es.mov`],
  ])('of %s is named %s', (film, name) => {
    expect(deliveryName(film, 'es', 'prores')).toBe(name);
  });
});
