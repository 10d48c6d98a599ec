import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { decodeArtifact, encodeArtifact } from './artifactText.ts';
import { writeWhole } from './atomicFile.ts';
import { fingerprintCode, fingerprintValue, type Room } from './fingerprint.ts';
import { lockFolder } from './lock.ts';

/** What decides an artifact: equal recipes make equal artifacts, so the second one need not be made. */
export interface Recipe {
  readonly stage: string;
  /** Everything that the stage reads: keys of earlier artifacts, file fingerprints, settings. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The rooms whose code does the work. */
  readonly rooms: readonly Room[];
}

/** An artifact with the key that later recipes name it by. */
export interface Artifact<T> {
  readonly key: string;
  readonly value: T;
}

/** A folder that keeps what stages made, so that a run goes on where an earlier one with equal inputs stopped. */
export class WorkFolder {
  readonly path: string;
  /** Whether it outlives the run. */
  readonly kept: boolean;
  readonly #unlock: () => Promise<void>;

  constructor(path: string, kept: boolean, unlock: () => Promise<void>) {
    this.path = path;
    this.kept = kept;
    this.#unlock = unlock;
  }

  /** The key of a recipe: its inputs and the version of the code that makes it. */
  async keyOf(recipe: Recipe): Promise<string> {
    const code = await fingerprintCode(recipe.rooms);
    return fingerprintValue([recipe.stage, recipe.inputs, code]);
  }

  /** The artifact that an earlier run saved under this key, or `undefined`. */
  async load<T>(stage: string, key: string): Promise<T | undefined> {
    try {
      return decodeArtifact(await readFile(this.#file(stage, key), 'utf8')) as T;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Saves an artifact whole. */
  async save(stage: string, key: string, value: unknown): Promise<void> {
    await writeWhole(this.#file(stage, key), encodeArtifact(value));
  }

  /** A folder of its own for a stage that saves its work in pieces. */
  async pieces(stage: string, key: string): Promise<string> {
    const path = join(this.path, `${stage}-${key}`);
    await mkdir(path, { recursive: true });
    return path;
  }

  /** Lets the next run in; removes everything when the folder was only lent for this run. */
  async close(): Promise<void> {
    if (!this.kept) await rm(this.path, { recursive: true, force: true });
    await this.#unlock();
  }

  #file(stage: string, key: string): string {
    return join(this.path, `${stage}-${key}.json`);
  }
}

/** Makes a folder and those above it. Node's own recursive `mkdir` never ends where the system forbids it, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  if (await isThere(path)) return;
  if (!(await isThere(above))) await makeFolder(above);
  await mkdir(path);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Opens the folder that a person named, or a temporary one. @throws Refusal `work-folder-unusable` when nothing can
 * be written there, `work-folder-busy` when another run is in it.
 */
export async function openWorkFolder(named: string | undefined): Promise<WorkFolder> {
  if (named === undefined) {
    const path = await mkdtemp(join(tmpdir(), 'mondwerk-'));
    return new WorkFolder(path, false, async () => {});
  }
  const path = resolve(named);
  try {
    await makeFolder(path);
    return new WorkFolder(path, true, await lockFolder(path));
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw new Refusal(
      'work-folder-unusable',
      `Nothing can be written in the work folder ${named}: choose another --work folder or change its permissions.`,
      { cause: error },
    );
  }
}
