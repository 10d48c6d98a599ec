export { ModelsPage } from './modelsPage.tsx';
export { RunPage } from './runPage.tsx';
export { WorkPage } from './workPage.tsx';
