import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** Makes what the database keeps unreadable to those who have only the database. */
export interface Sealing {
  /** Seals a text with AES-256-GCM. */
  seal(text: string): string;
  /** Opens what was sealed. @throws when it was changed, or sealed with another key. */
  open(sealed: string): string;
}

const NONCE = 12;
const TAG = 16;

/** Seals with SECRET_KEY, or with a key that is made once and kept in the data folder for its owner only. */
export async function openSealing({ SECRET_KEY, DATA_FOLDER }: Settings): Promise<Sealing> {
  const secret = SECRET_KEY ?? (await keptKey(DATA_FOLDER));
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'mondwerk: secrets in the database', 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(bytes.subarray(-TAG));
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

/** However many processes start at once, the first one's key becomes everyone's. */
async function keptKey(folder: string): Promise<string> {
  const file = join(folder, 'secret.key');
  if (existsSync(file)) return readFile(file, 'utf8');
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}
