import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { SharedFolder } from '../storage/storage.ts';
import { decodeArtifact, encodeArtifact } from './artifactText.ts';
import { writeWhole } from './atomicFile.ts';

/**
 * The files of one stage that saves its work in pieces, in a folder of its own. A piece has its name only when it is
 * whole, and is the same whoever makes it: several processes may be at it at once.
 */
export class Pieces {
  /** The folder's name inside the work folder. */
  readonly name: string;
  readonly #folder: SharedFolder;

  constructor(folder: SharedFolder, name: string) {
    this.#folder = folder;
    this.name = name;
  }

  /** Makes the folder be there. */
  async open(): Promise<this> {
    await mkdir(this.pathOf(''), { recursive: true });
    return this;
  }

  /** Where a piece lies, or will. */
  pathOf(piece: string): string {
    return join(this.#folder.path, this.name, piece);
  }

  /** Whether somebody has made a piece; it then lies at its path. */
  async has(piece: string): Promise<boolean> {
    return this.#folder.bring(this.#nameOf(piece));
  }

  /** Has a file made under a name of its own, and gives it the piece's name when it is whole. */
  async make(piece: string, write: (path: string) => Promise<void>): Promise<void> {
    const path = this.draftOf(piece);
    try {
      await write(path);
      await this.take(piece, path);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** A name under which a piece may be written that `take` will take; its ending stays, since programs go by it. */
  draftOf(piece: string): string {
    const folder = join(dirname(piece), `.${randomUUID().slice(0, 8)}-${basename(piece)}`);
    return this.pathOf(folder);
  }

  /** Gives a file that was written under a draft's name the piece's own. */
  async take(piece: string, draft: string): Promise<void> {
    await rename(draft, this.pathOf(piece));
    await this.#folder.share(this.#nameOf(piece));
  }

  /** Saves a value as a piece. */
  async save(piece: string, value: unknown): Promise<void> {
    await writeWhole(this.pathOf(piece), encodeArtifact(value));
    await this.#folder.share(this.#nameOf(piece));
  }

  /** The value of a piece, `undefined` where it is not there or not whole. */
  async load<T>(piece: string): Promise<T | undefined> {
    if (!(await this.has(piece))) return undefined;
    try {
      return decodeArtifact(await readFile(this.pathOf(piece), 'utf8')) as T;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** The value of a piece that must be there. @throws Refusal `work-folder-damaged` when it is not. */
  async get<T>(piece: string): Promise<T> {
    const value = await this.load<T>(piece);
    if (value !== undefined) return value;
    throw new Refusal(
      'work-folder-damaged',
      `${this.pathOf(piece)} is missing or damaged: delete the folder it is in, or start with an empty work folder.`,
    );
  }

  #nameOf(piece: string): string {
    return this.name === '' ? piece : `${this.name}/${piece}`;
  }
}
