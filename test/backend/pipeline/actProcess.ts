import { readFile } from 'node:fs/promises';
import type { OrderOf } from '../../../apps/backend/src/pipeline/orders.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import { runAct } from './actRunner.ts';

/** Renders in a process of its own, so that it can be killed: `actProcess.ts STORAGE ORDER` prints what was told. */
const [root, order] = process.argv.slice(2);
const storage = await openDiskStorage(root);
const asked = JSON.parse(await readFile(order, 'utf8')) as OrderOf['render'];
process.stdout.write(JSON.stringify((await runAct(storage, 'render', asked)).told));
