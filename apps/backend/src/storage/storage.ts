import type { Readable } from 'node:stream';

/** Something that is stored. */
export interface Stored {
  readonly key: string;
  readonly bytes: number;
  readonly modified: Date;
}

/** Bytes from `start` up to, not including, `end`. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where films, artifacts and packages lie, named by keys such as `titles/6f…/source.mov`. A file is there whole or not
 * at all. Programs that need a path get a local one: on disk the file itself, from S3 a cached copy.
 */
export interface Storage {
  /** Where it is, as a person would name it. */
  readonly name: string;
  /** What is stored under a key; `undefined` when nothing is. */
  stat(key: string): Promise<Stored | undefined>;
  /**
   * A local file, to be read only, that holds it. It stays until the work that borrowed this storage has ended, or
   * else until this process ends. @throws Refusal `not-stored` when nothing is stored there.
   */
  localFile(key: string): Promise<string>;
  /** A local path at which a new file may be written that `keep` will store under the key. */
  draftFile(key: string): Promise<string>;
  /** Stores a local file, which is used up, in place of what was there. @throws Refusal `storage-full`. */
  keep(path: string, key: string): Promise<void>;
  /** Reads it as a stream, whole or in part. @throws Refusal `not-stored` when nothing is stored there. */
  read(key: string, span?: ByteSpan): Promise<Readable>;
  /** Everything whose key begins with `prefix`, in no order. */
  list(prefix: string): AsyncIterable<Stored>;
  /** Removes it; nothing happens when it is not there. */
  remove(key: string): Promise<void>;
  /**
   * A local folder for the artifacts under a prefix: on disk the very folder, so that all workers see it; with S3 a
   * cache, into which `bring` fetches and from which `share` stores. It stays as long as a `localFile`.
   */
  folder(prefix: string): Promise<SharedFolder>;
  /** Does some work whose local files and folders may be dropped from the cache when it has ended. */
  borrow<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  /** Stores and removes something small. @throws Refusal `storage-unusable` when that cannot be done. */
  check(): Promise<void>;
}

/** A local folder that several workers share through storage. */
export interface SharedFolder {
  readonly path: string;
  /** Makes a file below `path` be there if any worker has shared it. Returns whether it is. */
  bring(name: string): Promise<boolean>;
  /** Lets other workers have a whole file below `path`. */
  share(name: string): Promise<void>;
}
