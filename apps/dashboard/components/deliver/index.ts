export { DeliverPage } from './deliverPage.tsx';
export { lacksOf, readTerritories } from './readiness.ts';
