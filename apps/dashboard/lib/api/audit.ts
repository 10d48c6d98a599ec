import { answerOf, api, type Schemas } from './client.ts';
import { useStream, type Stream } from './stream.ts';

/** Something that was done, by whom. */
export type AuditEntry = Schemas['AuditEntry'];

const PAGE = 200;

/** What was done in the organisation, by one person if one is named, the newest first. */
export const useAudit = (person: string | undefined): Stream<AuditEntry> =>
  useStream(
    ['audit', { person }],
    (after) => answerOf(api.GET('/audit', { params: { query: { person, after, limit: PAGE } } })),
    { staleTime: 0 },
  );
