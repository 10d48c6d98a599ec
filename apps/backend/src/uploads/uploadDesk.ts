import type { Platform } from '../platform.ts';
import { readStoragePlace } from '../storage/openStorage.ts';
import { readS3Place, type S3Credentials } from '../storage/s3Place.ts';
import type { Checking } from './checkUpload.ts';
import { Uploads } from './tables.ts';
import { openTusDoor, type TusDoor } from './tusDoor.ts';
import { UploadLocker } from './uploadLocker.ts';
import { openUploadStore } from './uploadStore.ts';

/** All that uploads need of the service. */
export interface UploadDesk extends Checking {
  readonly door: TusDoor;
}

const desks = new WeakMap<Platform, UploadDesk>();

/** The desk at which a platform takes uploads in: one in each process, since it knows which are being written. */
export function deskOf(platform: Platform): UploadDesk {
  const known = desks.get(platform) ?? openDesk(platform);
  desks.set(platform, known);
  return known;
}

function openDesk({ settings, database, storage, runner }: Platform): UploadDesk {
  const { S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, IMPORT_S3_URL } = settings;
  const s3: S3Credentials | null =
    S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : null;
  const store = openUploadStore(readStoragePlace({ url: settings.storageUrl, s3 }), storage);
  const door = openTusDoor(store, new UploadLocker(settings.DATABASE_URL!), (id, received) => {
    const key = id.slice(id.lastIndexOf('uploads/'));
    // Only for people who look on; the store knows how much has arrived.
    database.manager.update(Uploads, { key }, { received, touchedAt: new Date() }).catch(() => {});
  });
  const bucket = IMPORT_S3_URL === undefined ? null : readS3Place(new URL(IMPORT_S3_URL), s3);
  return { database, storage, runner, store, door, origins: { folders: settings.importRoots, s3: bucket } };
}
