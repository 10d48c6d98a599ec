import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, runProgram, type Film } from '@mondwerk/media';
import { reportSchema } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { lines, makeDub, makePerformerFilm } from '../performer/index.ts';
import { mondwerk } from './mondwerk.ts';

/** Dubs of one performer whose film comes in unusual formats; each is proven to be its film outside the boxes. */
let folder: string;

const pq = [
  '-color_range',
  'tv',
  '-colorspace',
  'bt2020nc',
  '-color_trc',
  'smpte2084',
  '-color_primaries',
  'bt2020',
];
const grading =
  'master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400';

/** Light of BT.709 as PQ codes, white at 203 cd/m². */
const toPq =
  'zscale=matrixin=bt709:transferin=bt709:primariesin=bt709:rangein=tv:transfer=linear:npl=203,format=gbrpf32le,' +
  'zscale=primaries=bt2020,zscale=transfer=smpte2084:matrix=bt2020nc:range=tv:npl=203';

const formats: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'PQ of 10 bits with its grading',
    'pq.mp4',
    [
      '-vf',
      toPq,
      '-pix_fmt',
      'yuv420p10le',
      ...pq,
      '-c:v',
      'libx265',
      '-x265-params',
      `log-level=none:${grading}`,
    ],
  ],
  [
    'odd sides, narrow pixels, 4:2:2 in full range, uneven times',
    'odd.mkv',
    [
      ...[
        '-vf',
        "select='mod(n,9)',scale=241:301:in_range=tv:out_range=pc,setsar=5/4",
        '-fps_mode',
        'passthrough',
      ],
      ...['-pix_fmt', 'yuv422p', '-color_range', 'pc', '-colorspace', 'bt709', '-c:v', 'ffv1'],
    ],
  ],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-formats-'));
  const spoken = { performer: 'mira', lines: lines.en.slice(0, 1), width: 300, height: 300 } as const;
  const { speech, seconds } = await makePerformerFilm(folder, spoken);
  const starts = speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds, lines: lines.es.slice(0, 1) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const facts = ({ width, height, format, colour, hdr, sampleAspect, variable }: Film) => ({
  ...{ width, height, format: format.name, colour, hdr, sampleAspect, variable },
});

describe.each(formats)('a film of %s', (_, name, args) => {
  it('is dubbed in its own format, and proven to be itself outside the boxes', async (context) => {
    const { printed } = await runProgram('ffmpeg', ['-hide_banner', '-filters']);
    context.skip(args.includes(toPq) && !/ zscale /.test(printed), 'this ffmpeg has no zscale');
    const film = join(folder, name);
    await runProgram('ffmpeg', [
      '-v',
      'error',
      '-i',
      join(folder, 'film.mp4'),
      '-c:a',
      'copy',
      ...args,
      film,
    ]);
    const dub = await mondwerk(
      [
        ...[
          'dub',
          '--film',
          name,
          '--voice',
          'es.wav',
          '--script',
          'es.srt',
          '--language',
          'es',
          '--fit-voice',
        ],
        ...['--lossless', '--to', '2', '--out', `${name}.out.mkv`, '--report', `${name}.json`],
      ],
      folder,
    );
    expect(dub.code, dub.stderr).toBe(0);
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
    expect(report.lines[0].frames.rendered).toBeGreaterThan(10);
    expect(facts(await probe(join(folder, `${name}.out.mkv`)))).toEqual(facts(await probe(film)));
    const told = await mondwerk(['verify', name, `${name}.out.mkv`, `${name}.json`], folder);
    expect(told.stdout).toContain('sample for sample');
    expect(told.code, told.stdout + told.stderr).toBe(0);
  });
});
