export { Foundation1795392000001 } from './0001-foundation.ts';
