/** Handles of files outlive a reload only in IndexedDB. */
const DATABASE = 'mondwerk';
const STORE = 'files';

/** What Chromium can do with a handle beyond the standard. */
interface Permitted {
  queryPermission?: (ask: { readonly mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (ask: { readonly mode: 'read' }) => Promise<PermissionState>;
}

/** Keeps leave to read a file under the id of its upload. */
export const keepHandle = (upload: string, handle: FileSystemFileHandle): Promise<unknown> =>
  inStore('readwrite', (store) => store.put(handle, upload)).catch(() => undefined);

/** Gives leave to read a file back. */
export const forgetHandle = (upload: string): Promise<unknown> =>
  inStore('readwrite', (store) => store.delete(upload)).catch(() => undefined);

/** The handle of an upload's file, where one was kept. */
export async function keptHandle(upload: string): Promise<FileSystemFileHandle | null> {
  const kept = await inStore('readonly', (store) => store.get(upload)).catch(() => undefined);
  return (kept as FileSystemFileHandle | undefined) ?? null;
}

/** Reads the file of a handle; `null` when that is not allowed. `ask` asks the person, which needs their click. */
export async function fileOf(handle: FileSystemFileHandle, ask: boolean): Promise<File | null> {
  const permitted = handle as FileSystemFileHandle & Permitted;
  try {
    const state = ask
      ? await permitted.requestPermission?.({ mode: 'read' })
      : await permitted.queryPermission?.({ mode: 'read' });
    return state === 'granted' ? await handle.getFile() : null;
  } catch {
    return null;
  }
}

async function inStore(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await outcomeOf(opening)) as IDBDatabase;
  try {
    return await outcomeOf(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

const outcomeOf = (request: IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
