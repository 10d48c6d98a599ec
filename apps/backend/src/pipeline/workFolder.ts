import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { exists } from '../storage/exists.ts';
import type { SharedFolder, Storage } from '../storage/storage.ts';
import { fingerprintCode, fingerprintValue, type Room } from './fingerprint.ts';
import { localFolder } from './localFolder.ts';
import { lockFolder } from './lock.ts';
import { workPrefix } from './orders.ts';
import { Pieces } from './pieces.ts';

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

/** Whose a work folder is, and what happens to it at the end. */
interface Tenure {
  /** What names of its files begin with in storage, '' where it is none of storage's. */
  readonly prefix: string;
  /** Whether it outlives the run. */
  readonly kept: boolean;
  readonly unlock: () => Promise<void>;
}

/** A folder that keeps what stages made, so that a run goes on where an earlier one with equal inputs stopped. */
export class WorkFolder {
  readonly #folder: SharedFolder;
  readonly #artifacts: Pieces;
  readonly #tenure: Tenure;

  constructor(folder: SharedFolder, tenure: Tenure) {
    this.#folder = folder;
    this.#artifacts = new Pieces(folder, '');
    this.#tenure = tenure;
  }

  /** The local folder. */
  get path(): string {
    return this.#folder.path;
  }

  /** The key of a recipe: its inputs and the version of the code that makes it. */
  async keyOf(recipe: Recipe): Promise<string> {
    const code = await fingerprintCode(recipe.rooms);
    return fingerprintValue([recipe.stage, recipe.inputs, code]);
  }

  /** The artifact that an earlier run saved under this key, or `undefined`. */
  load<T>(stage: string, key: string): Promise<T | undefined> {
    return this.#artifacts.load<T>(`${stage}-${key}.json`);
  }

  /** Saves an artifact whole. */
  async save(stage: string, key: string, value: unknown): Promise<void> {
    await this.#artifacts.save(`${stage}-${key}.json`, value);
  }

  /** A folder of its own for a stage that saves its work in pieces. */
  async pieces(recipe: Recipe): Promise<Pieces> {
    return new Pieces(this.#folder, `${recipe.stage}-${await this.keyOf(recipe)}`).open();
  }

  /** The key under which storage knows a piece. */
  storedKey(pieces: Pieces, piece: string): string {
    return `${this.#tenure.prefix}/${pieces.name}/${piece}`;
  }

  /** Lets the next run in; removes everything when the folder was only lent for this run. */
  async close(): Promise<void> {
    if (!this.#tenure.kept) await rm(this.path, { recursive: true, force: true });
    await this.#tenure.unlock();
  }
}

/** Makes a folder and those above it. Node's own recursive `mkdir` never ends where the system forbids it, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  if (await exists(path)) return;
  if (!(await exists(above))) await makeFolder(above);
  await mkdir(path);
}

/**
 * Opens the folder that a person named, or a temporary one. @throws Refusal `work-folder-unusable` when nothing can
 * be written there, `work-folder-busy` when another run is in it.
 */
export async function openWorkFolder(named: string | undefined): Promise<WorkFolder> {
  if (named === undefined) {
    const path = await mkdtemp(join(tmpdir(), 'mondwerk-'));
    return new WorkFolder(localFolder(path), { prefix: '', kept: false, unlock: async () => {} });
  }
  const path = resolve(named);
  try {
    await makeFolder(path);
    return new WorkFolder(localFolder(path), { prefix: '', kept: true, unlock: await lockFolder(path) });
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw new Refusal(
      'work-folder-unusable',
      `Nothing can be written in the work folder ${named}: choose another --work folder or change its permissions.`,
      { cause: error },
    );
  }
}

/** Opens the work folder of a title, which all workers share: it needs no lock. */
export async function openTitleFolder(storage: Storage, title: string): Promise<WorkFolder> {
  const prefix = workPrefix(title);
  return new WorkFolder(await storage.folder(prefix), { prefix, kept: true, unlock: async () => {} });
}
