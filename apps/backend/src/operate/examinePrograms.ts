import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Finding } from './finding.ts';

const run = promisify(execFile);

/** What ffmpeg must be able to do, and for what. */
const FFMPEG_NEEDS = {
  encoders: {
    libx264: 'films and proxies in H.264',
    libx265: 'films of more than 8 bits in H.265',
    prores_ks: 'deliveries in ProRes',
    ffv1: 'takes without loss',
    aac: 'the sound of proxies',
    mjpeg: 'thumbnails',
    pcm_s24le: 'the sound of deliveries',
  },
  filters: {
    scale: 'proxies and thumbnails',
    tile: 'sheets of thumbnails',
    aresample: 'sound',
    idet: 'telling interlaced films',
  },
} as const;

const INSTALL = 'install it (on Debian and Ubuntu: apt-get install ffmpeg espeak-ng)';

/** Whether Node is new enough. */
export async function examineNode(): Promise<Finding> {
  const { node } = process.versions;
  if (parseInt(node) >= 24) return { result: 'ok', said: node };
  return { result: 'fail', said: node, way: 'start it through npm, which brings Node.js 24' };
}

/** Whether ffmpeg and ffprobe are there, and ffmpeg can do all that is asked of it. */
export async function examineFfmpeg(): Promise<Finding> {
  const [ffmpeg, ffprobe] = await Promise.all([
    outputOf('ffmpeg', '-version'),
    outputOf('ffprobe', '-version'),
  ]);
  if (ffmpeg === undefined || ffprobe === undefined) {
    return { result: 'fail', said: 'ffmpeg or ffprobe is not there', way: INSTALL };
  }
  const missing: string[] = [];
  for (const [kind, needs] of Object.entries(FFMPEG_NEEDS)) {
    const listed = (await outputOf('ffmpeg', '-hide_banner', `-${kind}`)) ?? '';
    const has = new Set(listed.split('\n').map((line) => line.trim().split(/\s+/)[1]));
    for (const [name, what] of Object.entries(needs)) if (!has.has(name)) missing.push(`${name} (${what})`);
  }
  const version = /version (\S+)/.exec(ffmpeg)?.[1] ?? 'of an unknown version';
  if (missing.length === 0) return { result: 'ok', said: version };
  return {
    result: 'fail',
    said: `${version}, without ${missing.join(', ')}`,
    way: 'install an ffmpeg that is built with them: those of Debian and Ubuntu are',
  };
}

/** Whether eSpeak NG is there and can read. */
export async function examineEspeak(): Promise<Finding> {
  const said = await outputOf('espeak-ng', '--version');
  if (said === undefined) return { result: 'fail', said: 'espeak-ng is not there', way: INSTALL };
  const read = await outputOf('espeak-ng', '-q', '--ipa', '-v', 'es', 'hola');
  if (!read?.trim())
    return { result: 'fail', said: 'espeak-ng cannot read Spanish', way: 'install it again' };
  return { result: 'ok', said: /:\s*([\d.]+)/.exec(said)?.[1] ?? said.trim() };
}

const outputOf = (program: string, ...args: readonly string[]): Promise<string | undefined> =>
  run(program, args, { maxBuffer: 1 << 24, timeout: 20_000 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
