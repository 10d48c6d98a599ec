export { shrinkBytes, shrinkWords } from './shrink';
export { interpolate } from './interpolate';
export { toRgb, weave } from './colours';
