import { readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import { ERRORS, type DataStore } from '@tus/server';
import { Refusal } from '@mondwerk/film';
import type { StoragePlace } from '../storage/openStorage.ts';
import type { Storage } from '../storage/storage.ts';

/** Where the bytes of unfinished uploads are gathered, out of sight of everybody else. */
export interface UploadStore {
  readonly tus: DataStore;
  /** @throws Refusal `storage-full` or `upload-too-large` when so many bytes of a file do not fit. */
  checkRoom(bytes: number, name: string): Promise<void>;
  /** What tus calls the upload that becomes this key. */
  idOf(key: string): string;
  /** Puts a whole upload where its key says; nothing happens when it is there already. */
  settle(key: string): Promise<void>;
  /** Throws away what has arrived of an unfinished one. */
  drop(key: string): Promise<void>;
  /** The keys of all unfinished ones. */
  unfinished(): AsyncIterable<string>;
}

/** Larger than tus's own 8 MiB, for fewer requests; longer files get parts as large as 10,000 of them must be. */
const PART_BYTES = 16 * 2 ** 20;

/** A bucket has no end, but what S3 keeps under one key has: 5 TiB. */
const LARGEST_OBJECT = 5 * 2 ** 40;

/** Opens the place for unfinished uploads of a storage. */
export function openUploadStore(place: StoragePlace, storage: Storage): UploadStore {
  const store = place.kind === 'disk' ? diskUploads(place.folder, storage) : s3Uploads(place, storage);
  // Quotas are checked before the first byte, so the length must be known; what expires is told by our own table.
  const without = ['creation-defer-length', 'expiration'];
  store.tus.extensions = store.tus.extensions.filter((name) => !without.includes(name));
  return store;
}

/** In a folder beside the drafts, on the same disk: settling half a terabyte is a rename. */
function diskUploads(folder: string, storage: Storage): UploadStore {
  const directory = join(folder, '.uploads');
  const drop = async (key: string): Promise<void> => {
    await rm(join(directory, key), { force: true });
    await rm(join(directory, `${key}.json`), { force: true });
  };
  return {
    tus: new FileStore({ directory }),
    async checkRoom(bytes, name) {
      const { bavail, bsize } = await statfs(folder);
      if (bytes > bavail * bsize) throw noRoom(name, bytes, bavail * bsize);
    },
    idOf: (key) => key,
    async settle(key) {
      if ((await storage.stat(key)) === undefined) await storage.keep(join(directory, key), key);
      await drop(key);
    },
    drop,
    async *unfinished() {
      const notes = await readdir(join(directory, 'uploads')).catch(() => []);
      for (const name of notes) if (name.endsWith('.json')) yield `uploads/${name.slice(0, -'.json'.length)}`;
    },
  };
}

/** As parts of the very object that S3 makes of them when the last one is there. */
function s3Uploads(place: Extract<StoragePlace, { kind: 's3' }>, storage: Storage): UploadStore {
  const { bucket, prefix, config } = place;
  const tus = new S3Store({
    partSize: PART_BYTES,
    useTags: false,
    s3ClientConfig: { ...config, bucket },
  });
  const dropNotes = async (key: string): Promise<void> => {
    await storage.remove(`${key}.info`);
    await storage.remove(`${key}.part`);
  };
  return {
    tus,
    async checkRoom(bytes, name) {
      if (bytes > LARGEST_OBJECT) throw tooLarge(name, bytes);
    },
    idOf: (key) => prefix + key,
    settle: dropNotes,
    async drop(key) {
      await tus.remove(prefix + key).catch((error: unknown) => {
        if (error !== ERRORS.FILE_NOT_FOUND) throw error;
      });
      await dropNotes(key);
    },
    async *unfinished() {
      for await (const { key } of storage.list('uploads/')) {
        if (key.endsWith('.info')) yield key.slice(0, -'.info'.length);
      }
    },
  };
}

const noRoom = (name: string, bytes: number, free: number): Refusal =>
  new Refusal(
    'storage-full',
    `${name} needs ${bytes} bytes more and the storage has ${free} free: whoever runs Mondwerk must make room there.`,
  );

const tooLarge = (name: string, bytes: number): Refusal =>
  new Refusal(
    'upload-too-large',
    `${name} has ${bytes} bytes and S3 takes 5 TiB at most: cut it into reels.`,
  );
