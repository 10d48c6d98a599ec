export { Foundation1795392000001 } from './0001-foundation.ts';
export { Queue1795392000002 } from './0002-queue.ts';
