export { PlanPage } from './planPage.tsx';
