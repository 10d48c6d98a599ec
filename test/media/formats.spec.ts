import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe, readFrames, runProgram, type Film } from '@mondwerk/media';
import { make, remake, scratch } from './clips.ts';

/** What goes in comes out: every format read, written without loss and with, and read again. */
const folder = scratch();
const voice = join(folder, 'voice.wav');

const HDR =
  'master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400';

/** Name, file, size, pixel format, colour tags (range, matrix, transfer, primaries), codec and whatever else. */
type Row = readonly [
  name: string,
  file: string,
  size: string,
  format: string,
  tags: readonly [string, string, string, string],
  codec: string,
];

const bt709 = ['tv', 'bt709', 'bt709', 'bt709'] as const;
const full = ['pc', 'bt709', 'bt709', 'bt709'] as const;
const pal = ['tv', 'bt470bg', 'bt470bg', 'bt470bg'] as const;
const ntsc = ['tv', 'smpte170m', 'smpte170m', 'smpte170m'] as const;
const wide = ['tv', 'bt2020nc', 'bt2020-10', 'bt2020'] as const;
const pq = ['tv', 'bt2020nc', 'smpte2084', 'bt2020'] as const;
const hlg = ['tv', 'bt2020nc', 'arib-std-b67', 'bt2020'] as const;

const x264 = '-c:v libx264 -preset ultrafast';
const x265 = '-c:v libx265 -preset ultrafast -x265-params log-level=none';
const ffv1 = '-c:v ffv1';

const rows: readonly Row[] = [
  ['8 bits 4:2:0', 'a.mp4', '64x48', 'yuv420p', bt709, x264],
  ['8 bits 4:2:0 full range', 'b.mp4', '64x48', 'yuv420p', full, x264],
  ['8 bits 4:2:2', 'c.mp4', '64x48', 'yuv422p', bt709, x264],
  ['8 bits 4:4:4', 'd.mp4', '64x48', 'yuv444p', bt709, x264],
  ['PAL colours, whose transfer encoders know by another name', 'e.mp4', '64x48', 'yuv420p', pal, x264],
  ['NTSC colours', 'f.mp4', '64x48', 'yuv420p', ntsc, x264],
  ['10 bits 4:2:0 of H.264', 'g.mp4', '64x48', 'yuv420p10le', bt709, x264],
  ['10 bits 4:2:2', 'h.mov', '64x48', 'yuv422p10le', bt709, '-c:v prores_ks'],
  ['10 bits 4:2:2 full range', 'i.mkv', '64x48', 'yuv422p10le', full, ffv1],
  ['10 bits 4:4:4', 'j.mkv', '64x48', 'yuv444p10le', bt709, ffv1],
  ['BT.2020 in SDR', 'k.mp4', '64x48', 'yuv420p10le', wide, x265],
  ['PQ with its grading', 'l.mp4', '64x48', 'yuv420p10le', pq, `${x265}:${HDR}`],
  ['HLG', 'm.mp4', '64x48', 'yuv420p10le', hlg, x265],
  ['PQ 4:2:2', 'n.mkv', '64x48', 'yuv422p10le', pq, ffv1],
  ['12 bits 4:2:0', 'o.mkv', '64x48', 'yuv420p12le', pq, ffv1],
  ['12 bits 4:4:4 full range', 'p.mkv', '64x48', 'yuv444p12le', full, ffv1],
  ['odd sides', 'q.mkv', '65x49', 'yuv420p', bt709, ffv1],
  ['odd sides of 10 bits 4:2:2', 'r.mkv', '67x45', 'yuv422p10le', bt709, ffv1],
  ['anamorphic', 's.mp4', '72x58', 'yuv420p', pal, `${x264} -aspect 16:9`],
  ['another chroma siting', 't.mp4', '64x48', 'yuv420p10le', pq, `${x265} -chroma_sample_location topleft`],
];

beforeAll(() => make(folder, '-f lavfi -i sine=f=300:d=1.2', 'voice.wav'));

async function film([, file, size, format, tags, codec]: Row): Promise<Film> {
  const [range, matrix, transfer, primaries] = tags;
  const params = `setparams=range=${range}:colorspace=${matrix}:color_trc=${transfer}:color_primaries=${primaries}`;
  const option = { bt470bg: 'gamma28', bt470m: 'gamma22' }[transfer] ?? transfer;
  const told = `-color_range ${range} -colorspace ${matrix} -color_trc ${option} -color_primaries ${primaries}`;
  const source = `-f lavfi -i testsrc2=s=${size}:r=25:d=1,format=${format},${params}`;
  await make(folder, `${source} -timecode 01:00:00:00 -pix_fmt ${format} ${told} ${codec}`, file);
  return probe(join(folder, file));
}

async function samples(of: Film): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  for await (const { picture } of readFrames(of)) {
    frames.push(...picture.planes.map(({ data }) => Buffer.from(data.slice().buffer)));
  }
  return frames;
}

/** Players take chroma of unknown siting for left. */
const facts = ({ width, height, format, colour, sampleAspect, rate, timecode, hdr, variable }: Film) => ({
  ...{ width, height, format: format.name, sampleAspect, rate, timecode, hdr, variable },
  colour: { ...colour, chromaLocation: colour.chromaLocation.replace('unknown', 'left') },
});

const times = ({ clock }: Film): number[] => [...clock.times].map((time) => Math.round(1000 * time));

describe.each(rows)('%s', (...row) => {
  test('comes out without loss as it went in, and with loss in its own format', async () => {
    const source = await film(row);
    const [, file, , format, tags] = row;
    expect(source.format.name).toBe(format);
    const { range, matrix, transfer, primaries } = source.colour;
    // ProRes says nothing of range.
    if (!file.endsWith('.mov')) expect([range, matrix, transfer, primaries]).toEqual(tags);
    const kept = await remake(folder, source, {
      out: `${file}.out.mkv`,
      voice,
      cuts: [4],
      encoding: 'lossless',
    });
    expect(facts(kept)).toEqual(facts(source));
    expect(times(kept)).toEqual(times(source));
    const [before, after] = [await samples(source), await samples(kept)];
    expect(after).toHaveLength(before.length);
    expect(before.findIndex((plane, i) => Buffer.compare(plane, after[i]) !== 0)).toBe(-1);
    const coded = await remake(folder, source, { out: `${file}.out.mp4`, voice, cuts: [4] });
    // H.264 and H.265 cannot halve an odd side.
    const odd = source.width % 2 === 1 && format !== 'yuv444p';
    const wanted = facts(source);
    expect(facts(coded)).toEqual(
      odd
        ? {
            ...wanted,
            format: format.replace(/42[02]/, '444'),
            colour: { ...wanted.colour, chromaLocation: expect.any(String) },
          }
        : wanted,
    );
    expect(coded.codec).toBe(source.format.bitDepth === 8 || source.codec === 'h264' ? 'h264' : 'hevc');
  });
});

describe('pictures that lie on their side', () => {
  test.each([
    [90, 'yuv420p', 'yuv420p'],
    [180, 'yuv420p', 'yuv420p'],
    [270, 'yuv420p', 'yuv420p'],
    // Chroma that is halved across only would be halved down only.
    [90, 'yuv422p10le', 'yuv444p10le'],
    [180, 'yuv422p10le', 'yuv422p10le'],
  ])('turned by %d degrees, %s stand upright as %s', async (angle, stored, format) => {
    const codec = stored === 'yuv420p' ? x264 : '-c:v prores_ks';
    await make(folder, `-f lavfi -i testsrc2=s=144x96:r=25:d=0.4 -pix_fmt ${stored} ${codec}`, 'lying.mov');
    const turned = join(folder, `turned-${angle}-${stored}.mov`);
    const lying = join(folder, 'lying.mov');
    await runProgram('ffmpeg', [
      ...['-v', 'error', '-i', lying, '-c', 'copy', '-metadata:s:v', `rotate=${angle}`, '-y', turned],
    ]);
    const source = await probe(turned);
    const size = angle === 180 ? { width: 144, height: 96 } : { width: 96, height: 144 };
    expect(source).toMatchObject({ ...size, format: { name: format } });
    const kept = await remake(folder, source, { out: 'turned.mkv', voice, encoding: 'lossless' });
    expect(facts(kept)).toEqual(facts(source));
    const [before, after] = [await samples(source), await samples(kept)];
    expect(before.every((plane, i) => Buffer.compare(plane, after[i]) === 0)).toBe(true);
    const coded = await remake(folder, source, { out: 'turned.mp4', voice });
    expect(coded).toMatchObject({ ...size, format: { name: format } });
  });
});

test('uneven times come out as they went in', async () => {
  const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';
  await make(folder, `-f lavfi -i testsrc2=s=64x48:r=25:d=1 ${uneven} ${x264}`, 'uneven.mp4');
  const source = await probe(join(folder, 'uneven.mp4'));
  expect(source.variable).toBe(true);
  for (const [out, encoding] of [
    ['uneven-out.mkv', 'lossless'],
    ['uneven-out.mp4', 'draft'],
  ] as const) {
    const made = await remake(folder, source, { out, voice, encoding });
    expect(times(made)).toEqual(times(source));
    expect(made.variable).toBe(true);
  }
});
