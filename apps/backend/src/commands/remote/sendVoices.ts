import { resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { readNamedVoice } from '../../order/namedVoice.ts';
import { allOf } from './allOf.ts';
import type { RemoteTools } from './remoteTools.ts';
import { uploadFile } from './uploadFile.ts';

/** Where the files of a voice go. */
interface VoicesOf {
  readonly title: string;
  readonly dub: string;
}

/**
 * Gives a dub its voice: one file without a name as its mix, otherwise a dialogue file for each, with the character that
 * the title knows by its name. @throws Refusal `no-character`, before anything is sent, for a name that it does not know.
 */
export async function sendVoices(
  tools: RemoteTools,
  { title, dub }: VoicesOf,
  voices: readonly string[],
): Promise<void> {
  const named = voices.map((text) => readNamedVoice(text));
  const kind = named.length === 1 && named[0].character === null ? 'mix' : 'dialogue';
  const known = named.some(({ character }) => character !== null) ? await charactersOf(tools, title) : [];
  const files = named.map(({ path, character }) => ({
    path,
    character: character === null ? null : idOf(character, known),
  }));
  for (const { path, character } of files) {
    const stem = await uploadFile(tools, resolve(tools.folder, path), { title, purpose: 'stem' });
    const body = { upload: stem.id, kind, character } as const;
    await tools.client.POST('/dubs/{dub}/stems', { params: { path: { dub } }, body });
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const charactersOf = (tools: RemoteTools, title: string): Promise<Named[]> =>
  allOf((query) => tools.client.GET('/titles/{title}/characters', { params: { path: { title }, query } }));

function idOf(name: string, known: readonly Named[]): string {
  const found = known.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.id;
  const names = known.length === 0 ? 'nobody' : known.map((each) => each.name).join(', ');
  throw new Refusal('no-character', `There is no character called ${name} in this title: it knows ${names}.`);
}
