export { ReplacementPage } from './replacementPage.tsx';
export { ReplacementsPage } from './replacementsPage.tsx';
export type { RightsOfFaces } from './rightsOfFaces.ts';
