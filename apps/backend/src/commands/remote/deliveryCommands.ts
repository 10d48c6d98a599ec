import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Refusal } from '@mondwerk/film';
import { readProblem, type components } from '@mondwerk/client';
import { Option, type Command } from 'commander';
import { print, tell, type RemoteCommand, type RemoteTools } from './remoteTools.ts';
import { waitForRun } from './waitForRun.ts';

type File = components['schemas']['Delivery']['files'][number];
type Profile = components['schemas']['Delivery']['profile'];

/** Describes the commands for deliveries. */
export function describeDeliveries(program: Command, run: (command: RemoteCommand) => void): void {
  program
    .command('deliver')
    .description('Make a package from the approved takes of a dub or a replacement, and print its id.')
    .argument('<dub>', 'its id')
    .addOption(
      new Option('--profile <profile>', 'H.264 in MP4, or ProRes 422 HQ in MOV')
        .choices(['h264', 'prores'] satisfies Profile[])
        .default('h264'),
    )
    .option('--without-unapproved', 'leave the original picture where no take is approved')
    .option('--watch', 'wait until it is ready')
    .action((dub: string, options: DeliverOptions) => run(deliver(dub, options)));
  program
    .command('download')
    .description('Download the files of a delivery, and check their sums.')
    .argument('<delivery>', 'its id')
    .argument('<folder>', 'where to')
    .action((delivery: string, folder: string) => run(download(delivery, folder)));
}

interface DeliverOptions {
  readonly profile: Profile;
  readonly withoutUnapproved?: true;
  readonly watch?: true;
}

const deliver =
  (dub: string, { profile, withoutUnapproved = false as never, watch }: DeliverOptions): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.POST('/dubs/{dub}/deliveries', {
      params: { path: { dub } },
      body: { profile, withoutUnapproved },
    });
    if (watch && data!.run !== null) await waitForRun(tools, data!.run);
    const { data: delivery } = await tools.client.GET('/deliveries/{delivery}', {
      params: { path: { delivery: data!.id } },
    });
    print(tools, delivery, [delivery!.id]);
  };

const download =
  (delivery: string, into: string): RemoteCommand =>
  async (tools) => {
    const { data } = await tools.client.GET('/deliveries/{delivery}', { params: { path: { delivery } } });
    const { state, problem, files } = data!;
    if (state !== 'ready') {
      throw new Refusal(
        'delivery-not-ready',
        `The delivery is ${state}${problem === null ? '' : `: ${problem}`}.`,
      );
    }
    const folder = resolve(tools.folder, into);
    await mkdir(folder, { recursive: true });
    for (const file of files) await fetchFile(tools, delivery, file, folder);
    print(
      tools,
      files,
      files.map(({ name }) => join(folder, name)),
    );
  };

/** A file is there whole and as it was made, or not at all. */
async function fetchFile(
  tools: RemoteTools,
  delivery: string,
  { name, bytes, sha256 }: File,
  folder: string,
): Promise<void> {
  const { response } = await tools.client.GET('/deliveries/{delivery}/files/{name}', {
    params: { path: { delivery, name } },
    parseAs: 'stream',
  });
  if (!response.ok || response.body === null) throw await readProblem(response);
  const hash = createHash('sha256');
  let got = 0;
  const summing = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      got += part.length;
      tell(tools, `${name}: ${Math.floor((got / Math.max(1, bytes)) * 100)} %`);
      done(null, part);
    },
  });
  const draft = join(folder, `${name}.partial`);
  await pipeline(Readable.fromWeb(response.body as ReadableStream), summing, createWriteStream(draft));
  if (hash.digest('hex') !== sha256) {
    await rm(draft);
    throw new Refusal('download-damaged', `${name} did not arrive as it was sent: download it again.`);
  }
  await rename(draft, join(folder, name));
}
