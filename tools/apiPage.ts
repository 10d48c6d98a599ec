import { EVENT_KINDS } from '../apps/backend/src/events/eventKinds.ts';
import type { Route } from '../apps/backend/src/http/route.ts';
import { rooms } from '../apps/backend/src/routes.ts';

/** Writes up every route, by room: what it does and who may. */
export function apiPage(): string {
  const parts = Object.entries(rooms).map(
    ([room, routes]) => `## ${room}

| request | what it does | who may |
| --- | --- | --- |
${routes.map(routeRow).join('\n')}
`,
  );
  const kinds = Object.entries(EVENT_KINDS).map(([kind, says]) => `| \`${kind}\` | ${says} |`);
  return `# The API

Written by \`npm run docs\` from the tables of routes; \`/openapi.json\` of a running server has every detail, and
\`libs/client\` its types. Who may is a permission of \`access/access.ts\`, where the roles that have it are written.

- **Signing in**: a browser's session cookie with \`X-CSRF-Token\`, or an API token as \`Authorization: Bearer …\`.
- **Refusals** are problems (RFC 9457): \`type\` names the kind, \`detail\` says what happened and the way out.
- **Lists** come in pages: \`next\` of one page is \`after\` of the following.
- **Edits** name with \`If-Match\` the version that was looked at (its \`ETag\`).
- **Creations** with an \`Idempotency-Key\` happen once, however often they are asked for.

${parts.join('\n')}
## Kinds of events

\`GET /events\` streams them (server-sent events); webhooks are sent them, signed as Standard Webhooks 1.0 has it. A stream
also tells \`job\` events, which show progress and are not kept, and \`reload\` when too much was missed to be told.

| kind | what happened |
| --- | --- |
${kinds.join('\n')}
`;
}

const routeRow = ({ method, path, does, may }: Route): string =>
  `| \`${method} ${path}\` | ${cell(does)} | ${may} |`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
