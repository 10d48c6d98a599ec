import { chmod, mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';

/**
 * Makes the data folder, and lets all that this process makes be its owner's only: unreleased films are nobody else's
 * business. PostgreSQL does not run as root, so root's folder lets its user through to the database's own.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, userInfo().uid === 0 ? 0o711 : 0o700);
  process.umask(0o077);
}
