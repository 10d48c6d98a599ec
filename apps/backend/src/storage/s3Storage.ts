import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Cache, type Holder } from './cache.ts';
import { exists } from './exists.ts';
import { checkKey, checkPrefix, isKey } from './keys.ts';
import { codeOf, notStored, unusable, whenFull } from './refusals.ts';
import { openS3Client, type S3Place } from './s3Place.ts';
import type { ByteSpan, SharedFolder, Storage, Stored } from './storage.ts';

const MEGABYTE = 1 << 20;

/** S3 takes at most 10,000 parts, and none under 5 MiB but the last. */
const MOST_PARTS = 9_000;
const LEAST_PART = 16 * MEGABYTE;

/** Opens a bucket as storage, with a cache of local copies. @throws Refusal `storage-unusable` for the cache folder. */
export async function openS3Storage(
  place: S3Place,
  cacheFolder: string,
  cacheBytes: number,
): Promise<Storage> {
  const cache = new Cache(cacheFolder, cacheBytes);
  try {
    await cache.open();
    return new S3Storage({ place, client: openS3Client(place), cache }, await cache.newHolder());
  } catch (error) {
    throw unusable(cacheFolder, error);
  }
}

interface Bucket {
  readonly place: S3Place;
  readonly client: S3Client;
  readonly cache: Cache;
}

/** Objects in a bucket; everything taken from it is held for one holder. */
class S3Storage implements Storage {
  readonly name: string;
  readonly #bucket: Bucket;
  readonly #holder: Holder;

  constructor(bucket: Bucket, holder: Holder) {
    this.name = `s3://${bucket.place.bucket}/${bucket.place.prefix}`;
    this.#bucket = bucket;
    this.#holder = holder;
  }

  async stat(key: string): Promise<Stored | undefined> {
    const head = await this.#head(key);
    return head && { key, bytes: head.ContentLength ?? 0, modified: head.LastModified ?? new Date(0) };
  }

  async localFile(key: string): Promise<string> {
    const head = await this.#head(key);
    if (head === undefined) throw notStored(key);
    // Another file under the same key is another entry, so that no one reads half of each.
    const { cache } = this.#bucket;
    const folder = await cache.hold(this.#holder, `file ${this.#full(key)} ${head.ETag ?? ''}`);
    const path = join(folder, basename(key));
    if (await exists(path)) return path;
    await cache.makeRoom(head.ContentLength ?? 0);
    await this.#fetch(key, path);
    return path;
  }

  async draftFile(key: string): Promise<string> {
    return this.#bucket.cache.draft(basename(checkKey(key)));
  }

  async keep(path: string, key: string): Promise<void> {
    await this.#send(path, key);
    await rm(path, { force: true });
  }

  async read(key: string, span?: ByteSpan): Promise<Readable> {
    if (span && span.end <= span.start) return Readable.from([]);
    const Range = span && `bytes=${span.start}-${span.end - 1}`;
    try {
      const got = await this.#bucket.client.send(new GetObjectCommand({ ...this.#object(key), Range }));
      return got.Body as Readable;
    } catch (error) {
      throw isMissing(error) ? notStored(key, error) : error;
    }
  }

  async *list(prefix: string): AsyncIterable<Stored> {
    const { client, place } = this.#bucket;
    const Prefix = place.prefix + checkPrefix(prefix);
    for await (const page of paginateListObjectsV2({ client }, { Bucket: place.bucket, Prefix })) {
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
        const key = Key.slice(place.prefix.length);
        if (isKey(key)) yield { key, bytes: Size, modified: LastModified };
      }
    }
  }

  async remove(key: string): Promise<void> {
    await this.#bucket.client.send(new DeleteObjectCommand(this.#object(key)));
  }

  async folder(prefix: string): Promise<SharedFolder> {
    const path = await this.#bucket.cache.hold(this.#holder, `folder ${this.#full(prefix)}`);
    const share: SharedFolder['share'] = async (name) => {
      await this.#bucket.cache.makeRoom(await this.#send(join(path, name), `${prefix}/${name}`));
    };
    return {
      path,
      share,
      bring: async (name) => {
        const place = join(path, name);
        const stored = await this.stat(`${prefix}/${name}`);
        if (await exists(place)) {
          // Whoever made it was stopped before it was sent, or it was swept since: it is whole, and others need it.
          if (stored === undefined) await share(name);
          return true;
        }
        if (stored === undefined) return false;
        await this.#bucket.cache.makeRoom(stored.bytes);
        await this.#fetch(stored.key, place);
        return true;
      },
    };
  }

  async borrow<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
    const holder = await this.#bucket.cache.newHolder();
    try {
      return await work(new S3Storage(this.#bucket, holder));
    } finally {
      await this.#bucket.cache.letGo(holder);
    }
  }

  async check(): Promise<void> {
    const draft = await this.draftFile('check');
    const key = `checks/${randomUUID()}`;
    try {
      await writeFile(draft, 'check');
      await this.keep(draft, key);
      await this.remove(key);
    } catch (error) {
      throw unusable(this.name, error);
    }
  }

  #full(key: string): string {
    return this.#bucket.place.prefix + checkKey(key);
  }

  #object(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket.place.bucket, Key: this.#full(key) };
  }

  async #head(key: string): Promise<HeadObjectCommandOutput | undefined> {
    try {
      return await this.#bucket.client.send(new HeadObjectCommand(this.#object(key)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Two that fetch the same at once both do it, and either's copy is whole. */
  async #fetch(key: string, path: string): Promise<void> {
    const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await this.read(key), createWriteStream(partial));
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw whenFull(error, `The cache folder ${dirname(dirname(path))}`);
    }
  }

  /** Returns how many bytes it is. */
  async #send(path: string, key: string): Promise<number> {
    const { size } = await stat(path);
    const upload = new Upload({
      client: this.#bucket.client,
      params: { ...this.#object(key), Body: createReadStream(path, { highWaterMark: MEGABYTE }) },
      partSize: Math.max(LEAST_PART, Math.ceil(size / MOST_PARTS)),
      queueSize: 4,
    });
    await upload.done().catch((error: unknown) => {
      throw whenFull(error, `The storage ${this.name}`);
    });
    return size;
  }
}

const isMissing = (error: unknown): boolean => ['NotFound', 'NoSuchKey'].includes(String(codeOf(error)));
