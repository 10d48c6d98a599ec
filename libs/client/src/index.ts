export type { components, paths } from './api.ts';
export { openClient, type ApiClient, type ClientOptions } from './openClient.ts';
export { ApiProblem, readProblem } from './problem.ts';
