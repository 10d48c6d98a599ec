import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { Refusal } from '@mondwerk/film';
import { checkPrefix } from './keys.ts';

/** Who Mondwerk is to an S3 service; `null` lets the environment of the machine say it, as a role of AWS does. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where in S3 things are stored. */
export interface S3Place {
  readonly bucket: string;
  /** What all keys begin with there: nothing, or names that end in a slash. */
  readonly prefix: string;
  readonly config: S3ClientConfig;
}

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=…`. An endpoint of one's own is asked with the bucket in the
 * path, since few of them have a name for each bucket. @throws Refusal `storage-url`.
 */
export function readS3Place(url: URL, credentials: S3Credentials | null): S3Place {
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  const endpoint = url.searchParams.get('endpoint');
  if (url.hostname === '' || (endpoint !== null && !URL.canParse(endpoint))) throw wrongUrl();
  try {
    checkPrefix(prefix);
  } catch {
    throw wrongUrl();
  }
  return {
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    config: {
      region: url.searchParams.get('region') ?? 'us-east-1',
      ...(credentials ? { credentials } : {}),
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
      // Checksums that are not asked for are what S3-compatible services disagree about.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
  };
}

/** A client of that service. */
export const openS3Client = (place: S3Place): S3Client => new S3Client(place.config);

const wrongUrl = (): Refusal =>
  new Refusal(
    'storage-url',
    'STORAGE_URL must look like s3://bucket/prefix?endpoint=https://host&region=name; the prefix is of letters, digits, ".", "_" and "-".',
  );
