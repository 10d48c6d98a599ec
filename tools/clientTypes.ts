import { join } from 'node:path';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { describeApi } from '../apps/backend/src/http/openApi.ts';
import { routes } from '../apps/backend/src/routes.ts';

/** Where the client's types lie. */
export const CLIENT_FILE = join(import.meta.dirname, '../libs/client/src/api.ts');

const HEAD = '// Written by `npm run client` from the routes of apps/backend: change those, not this.\n\n';

/** The types of everything that the API takes and answers, as source text. */
export async function clientTypes(): Promise<string> {
  const document = describeApi(routes, '') as unknown as OpenAPI3;
  const text = astToString(await openapiTypes(document, { alphabetize: true }));
  return format(HEAD + text, { ...(await resolveConfig(CLIENT_FILE)), parser: 'typescript' });
}
