/**
 * Writes the types of the client: `npm run client` makes libs/client/src/api.ts from the routes, through the OpenAPI
 * document that the server shows. A test fails while the file does not match the routes.
 */
import { writeFile } from 'node:fs/promises';
import { CLIENT_FILE, clientTypes } from './clientTypes.ts';

await writeFile(CLIENT_FILE, await clientTypes());
