import { fileArgument, probeSound, runProgram } from '@mondwerk/media';
import type { InputFile } from '../checkedOrder.ts';
import { fingerprintFile } from '../fingerprint.ts';
import { stoppable } from '../stoppable.ts';
import { makeOnce, makePiecesOnce, type Run } from '../run.ts';

const MIX = 'mix.wav';

/** A sound that is heard as one. */
export interface HeardSound extends InputFile {
  readonly seconds: number;
}

/** Looks how long a file is. @throws Refusal of `probeSound`. */
export async function probeSoundOnce(run: Run, file: InputFile): Promise<HeardSound> {
  const { value: seconds } = await makeOnce(
    run,
    { stage: 'probeVoice', inputs: { voice: file.sha256 }, rooms: ['media'] },
    { unit: 'voices', total: 1 },
    async () => (await probeSound(file.path)).seconds,
  );
  return { ...file, seconds };
}

/** Lays sounds over one another, each as loud as it is; a single one stays the file that it is. */
export async function mixSoundsOnce(run: Run, sounds: readonly HeardSound[]): Promise<HeardSound> {
  if (sounds.length > 1) return probeSoundOnce(run, await mixOnce(run, sounds));
  const [{ path, name, sha256, seconds }] = sounds;
  return { path, name, sha256, seconds };
}

async function mixOnce(run: Run, stems: readonly InputFile[]): Promise<InputFile> {
  const { pieces, value: sha256 } = await makePiecesOnce(
    run,
    { stage: 'mixStems', inputs: { stems: stems.map((stem) => stem.sha256) }, rooms: ['media'] },
    { unit: 'voices', total: 1 },
    async (folder) => {
      for (const { path } of stems) await probeSound(path);
      await folder.make(
        MIX,
        async (out) => void (await stoppable(run.signal, runProgram('ffmpeg', mixArgs(stems, out)))),
      );
      return fingerprintFile(folder.pathOf(MIX), run.signal);
    },
  );
  await pieces.has(MIX);
  return { path: pieces.pathOf(MIX), name: stems.map(({ name }) => name).join(' + '), sha256 };
}

/** Floats cannot be too loud. */
function mixArgs(stems: readonly InputFile[], out: string): string[] {
  const form = 'aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo';
  const laid = stems.map((_, i) => `[${i}:a:0]${form}[stem${i}]`);
  const names = stems.map((_, i) => `[stem${i}]`).join('');
  const mixed = `${names}amix=inputs=${stems.length}:duration=longest:normalize=0[mix]`;
  return [
    ...['-v', 'error', '-nostdin', ...stems.flatMap(({ path }) => ['-i', fileArgument(path)])],
    ...['-filter_complex', [...laid, mixed].join(';'), '-map', '[mix]', '-c:a', 'pcm_f32le'],
    ...[
      '-fflags',
      '+bitexact',
      '-flags:a',
      '+bitexact',
      '-rf64',
      'auto',
      '-f',
      'wav',
      '-y',
      fileArgument(out),
    ],
  ];
}
