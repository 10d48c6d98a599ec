import { auditRoutes } from './people/auditRoutes.ts';
import { streamRoute } from './webhooks/streamRoute.ts';
import { webhookRoutes } from './webhooks/webhookRoutes.ts';
import { characterRoutes } from './cast/characterRoutes.ts';
import { nameRoutes } from './names/nameRoutes.ts';
import { hearRoutes } from './pronunciations/hearRoutes.ts';
import { pronunciationRoutes } from './pronunciations/pronunciationRoutes.ts';
import { performerRoutes } from './cast/performerRoutes.ts';
import { draftRoutes } from './drafts/draftRoutes.ts';
import { dubRoutes } from './dubs/dubRoutes.ts';
import { hearingRoutes } from './dubs/hearingRoutes.ts';
import { lineRoutes } from './dubs/lineRoutes.ts';
import { deliveryRoutes } from './deliveries/deliveryRoutes.ts';
import { plannedLineRoutes } from './dubs/plannedLineRoutes.ts';
import { planRoutes } from './dubs/planRoutes.ts';
import { scriptExportRoutes } from './dubs/scriptExportRoutes.ts';
import { scriptRoutes } from './dubs/scriptRoutes.ts';
import { stemRoutes } from './dubs/stemRoutes.ts';
import { replacementRoutes } from './replacements/replacementRoutes.ts';
import type { Route } from './http/route.ts';
import { operateRoutes } from './operate/routes.ts';
import { modelRoutes } from './models/modelRoutes.ts';
import { openIdRoutes } from './people/openIdRoutes.ts';
import { organisationRoutes } from './people/organisationRoutes.ts';
import { passwordRoutes } from './people/passwordRoutes.ts';
import { overviewRoutes } from './overview/overviewRoutes.ts';
import { peopleRoutes } from './people/peopleRoutes.ts';
import { secondFactorRoutes } from './people/secondFactorRoutes.ts';
import { sessionRoutes } from './people/sessionRoutes.ts';
import { tokenRoutes } from './people/tokenRoutes.ts';
import { renderRoutes } from './renders/renderRoutes.ts';
import { noteRoutes } from './reviews/noteRoutes.ts';
import { takeRoutes } from './reviews/takeRoutes.ts';
import { rightsRoutes } from './rights/rightsRoutes.ts';
import { runRoutes } from './runs/runRoutes.ts';
import { sampleRoutes } from './sample/sampleRoutes.ts';
import { sourceRoutes } from './titles/sourceRoutes.ts';
import { titleRoutes } from './titles/titleRoutes.ts';
import { viewingRoutes } from './titles/viewingRoutes.ts';
import { transcriptionRoutes } from './transcriptions/transcriptionRoutes.ts';
import { uploadRoutes } from './uploads/routes.ts';
import { workerRoutes } from './workers/workerRoutes.ts';

/** Every route of the API, by room. */
export const rooms: Readonly<Record<string, readonly Route[]>> = {
  audit: auditRoutes,
  operate: operateRoutes,
  events: [streamRoute],
  webhooks: webhookRoutes,
  people: [
    ...sessionRoutes,
    ...openIdRoutes,
    ...passwordRoutes,
    ...secondFactorRoutes,
    ...organisationRoutes,
    ...peopleRoutes,
    ...tokenRoutes,
  ],
  // Before titles: /titles/overview is not the address of a title.
  overview: overviewRoutes,
  titles: [...titleRoutes, ...sourceRoutes, ...viewingRoutes],
  cast: [...performerRoutes, ...characterRoutes],
  dubs: [
    ...dubRoutes,
    ...stemRoutes,
    ...scriptRoutes,
    ...scriptExportRoutes,
    ...lineRoutes,
    ...planRoutes,
    ...plannedLineRoutes,
    ...hearingRoutes,
  ],
  replacements: replacementRoutes,
  pronunciations: [...hearRoutes, ...nameRoutes, ...pronunciationRoutes],
  transcriptions: transcriptionRoutes,
  drafts: draftRoutes,
  renders: renderRoutes,
  runs: runRoutes,
  sample: sampleRoutes,
  reviews: [...takeRoutes, ...noteRoutes],
  rights: rightsRoutes,
  deliveries: deliveryRoutes,
  models: modelRoutes,
  workers: workerRoutes,
  uploads: uploadRoutes,
};

/** Every route of the API. */
export const routes: readonly Route[] = Object.values(rooms).flat();
