import { buildOnce } from '../apps/dashboard/server/build.ts';

await buildOnce((words) => console.log(words));
