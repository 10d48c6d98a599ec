import type { EntitySchema } from 'typeorm';
import { AuditLog } from '../audit/tables.ts';
import { Characters, FaceTracks, Performers } from '../cast/tables.ts';
import { Deliveries } from '../deliveries/tables.ts';
import { Drafts } from '../drafts/tables.ts';
import { PlannedLines } from '../dubs/plannedLineTable.ts';
import { Replacements } from '../dubs/replacementTable.ts';
import { Dubs, Lines, PlannedShots, Plans, Scripts, Stems } from '../dubs/tables.ts';
import { Events, WebhookDeliveries, Webhooks } from '../events/tables.ts';
import { IdempotencyKeys } from '../http/tables.ts';
import {
  Identities,
  Invitations,
  RateLimits,
  SecondFactors,
  Sessions,
  Tokens,
} from '../people/signInTables.ts';
import { Organisations, People } from '../people/tables.ts';
import { Pronunciations } from '../pronunciations/tables.ts';
import { Jobs, Runs, Workers } from '../queue/tables.ts';
import { Notes, Takes, Verdicts } from '../reviews/tables.ts';
import { RightsBases } from '../rights/tables.ts';
import { Shots, Sources, Titles } from '../titles/tables.ts';
import { Uploads } from '../uploads/tables.ts';

/** Every table, each written down in the room of its noun. */
export const tables: readonly EntitySchema[] = [
  Organisations,
  People,
  Titles,
  Sources,
  Shots,
  Performers,
  FaceTracks,
  Characters,
  Dubs,
  Replacements,
  Stems,
  Scripts,
  Lines,
  Pronunciations,
  Plans,
  PlannedShots,
  PlannedLines,
  Takes,
  Notes,
  Verdicts,
  RightsBases,
  Deliveries,
  AuditLog,
  IdempotencyKeys,
  Sessions,
  Tokens,
  Invitations,
  SecondFactors,
  Identities,
  RateLimits,
  Runs,
  Jobs,
  Drafts,
  Workers,
  Uploads,
  Events,
  Webhooks,
  WebhookDeliveries,
] as EntitySchema[];
