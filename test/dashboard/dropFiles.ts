import { readFile } from 'node:fs/promises';
import type { JSHandle, Locator, Page } from 'playwright-core';

/** What of a browser's page is used here: the compiler of the tests knows only what Node.js has too. */
interface InPage {
  readonly DataTransfer: new () => Transfer;
}

interface Transfer {
  readonly items: { readonly add: (file: File) => void };
}

/** A file that somebody drops on a page. */
export interface Dropped {
  readonly name: string;
  readonly path: string;
  /** Bytes that are added to it as a box that players skip, so that an MP4 of any size is a film still. */
  readonly padding?: number;
}

/** Drops files in the middle of a page, as somebody does who drags them out of a folder. */
export async function dropFiles(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await transferOf(page, files);
  for (const kind of ['dragover', 'drop']) await page.dispatchEvent('main', kind, { dataTransfer });
}

/** Drops files on a part of a page. */
export async function dropFilesOn(target: Locator, ...files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await transferOf(target.page(), files);
  for (const kind of ['dragover', 'drop']) await target.dispatchEvent(kind, { dataTransfer });
}

async function transferOf(page: Page, files: readonly Dropped[]): Promise<JSHandle<Transfer>> {
  const read = files.map(async ({ name, path, padding = 0 }) => {
    return { name, padding, bytes: (await readFile(path)).toString('base64') };
  });
  return page.evaluateHandle(
    (all) => {
      const { DataTransfer } = globalThis as unknown as InPage;
      const transfer = new DataTransfer();
      for (const { name, bytes, padding } of all) {
        const box = new Uint8Array(padding);
        if (padding > 0) {
          new DataView(box.buffer).setUint32(0, padding);
          box.set(new TextEncoder().encode('free'), 4);
        }
        const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content, box], name, { lastModified: 1_700_000_000_000 }));
      }
      return transfer;
    },
    await Promise.all(read),
  );
}
