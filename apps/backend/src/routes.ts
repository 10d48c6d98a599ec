import type { Route } from './http/route.ts';
import { operateRoutes } from './operate/routes.ts';
import { titleRoutes } from './titles/titleRoutes.ts';
import { uploadRoutes } from './uploads/routes.ts';

/** Every route of the API, by room. */
export const rooms: Readonly<Record<string, readonly Route[]>> = {
  operate: operateRoutes,
  titles: titleRoutes,
  uploads: uploadRoutes,
};

/** Every route of the API. */
export const routes: readonly Route[] = Object.values(rooms).flat();
