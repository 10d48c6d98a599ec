export { CastDesk } from './castDesk.tsx';
export type { RightsOfCast } from './rightsOfCast.ts';
