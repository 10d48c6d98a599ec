import { open } from 'node:fs/promises';

const HEADER = 8;

/** Whether a MOV file holds all of its boxes to the end: one that lost its end in a crash of the machine does not. */
export async function hasWholeBoxes(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(2 * HEADER);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(head, 0, head.length, at);
      const short = head.readUInt32BE(0);
      const length = short === 1 ? Number(head.readBigUInt64BE(HEADER)) : short;
      if (bytesRead < HEADER || length < HEADER) return false;
      at += length;
    }
    return size > 0 && at === size;
  } finally {
    await file.close();
  }
}
