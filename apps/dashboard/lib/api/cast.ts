import { useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** Somebody with a face in a film. */
export type Performer = Schemas['Performer'];

/** One face through one shot, with whether there is a picture of it. */
export type FaceTrack = Schemas['FaceTrack'];

/** A part of a title. */
export type Character = Schemas['Character'];

/** One face through one shot, as it lies along the film. */
export type Face = NonNullable<Schemas['SourceTimeline']['tracks']>[number];

/** What performers are called before somebody names them. */
const UNNAMED = /^Performer \d+$/;

/** Whether nobody has named a performer yet. */
export const isUnnamed = ({ name }: Pick<Performer, 'name'>): boolean => UNNAMED.test(name);

/** Where the picture of a performer's face is. */
export const portraitUrl = (performer: string): string => `${API}/performers/${performer}/portrait`;

/** Where the picture of one face track is. */
export const trackPortraitUrl = (track: string): string => `${API}/tracks/${track}/portrait`;

/** The key under which the performers of a title are kept. */
export const performersKey = (title: string): QueryKey => ['performers', 'of', title];

/** The key under which the characters of a title are kept. */
export const charactersKey = (title: string): QueryKey => ['performers', 'characters', title];

/** All performers of a title, of all its sources, merged ones left out. */
export const usePerformers = (title: string, enabled = true): UseQueryResult<Performer[]> =>
  useQuery({
    queryKey: performersKey(title),
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/performers', {
            params: { path: { title }, query: { after, limit: MOST } },
          }),
        ),
      ),
  });

/** All characters of a title. */
export const useCharacters = (title: string, enabled = true): UseQueryResult<Character[]> =>
  useQuery({
    queryKey: charactersKey(title),
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/characters', {
            params: { path: { title }, query: { after, limit: MOST } },
          }),
        ),
      ),
  });

/** Every face through every shot of a source, in the order of the film. */
export const useFaces = (source: string | undefined): UseQueryResult<readonly Face[]> =>
  useQuery({
    queryKey: ['performers', 'faces', source],
    enabled: source !== undefined,
    queryFn: async () => {
      const params = { path: { source: source! } };
      return (await answerOf(api.GET('/sources/{source}/timeline', { params }))).tracks ?? [];
    },
  });

/** Reads all face tracks of a performer. */
export const readTracks = (performer: string): Promise<FaceTrack[]> =>
  allPages((after) =>
    answerOf(
      api.GET('/performers/{performer}/tracks', {
        params: { path: { performer }, query: { after, limit: MOST } },
      }),
    ),
  );

/** All face tracks of a performer, with whether there are pictures of them. */
export const useTracks = (performer: string): UseQueryResult<FaceTrack[]> =>
  useQuery({ queryKey: ['performers', 'tracks', performer], queryFn: () => readTracks(performer) });

/**
 * How many lines each character has in the first dub that has a script; nothing is known of characters without any.
 * `dubs` are the title's.
 */
export const useLinesOfCharacters = (
  title: string,
  dubs: readonly string[],
): UseQueryResult<ReadonlyMap<string, number>> =>
  useQuery({
    queryKey: ['dubs', 'lines of characters', title, dubs],
    enabled: dubs.length > 0,
    queryFn: async () => {
      for (const dub of dubs) {
        const { lines } = await answerOf(api.GET('/dubs/{dub}/timeline', { params: { path: { dub } } }));
        if (lines.length > 0) return countBySpeaker(lines);
      }
      return new Map<string, number>();
    },
  });

function countBySpeaker(lines: Schemas['DubTimeline']['lines']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { character } of lines) {
    if (character !== null) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** What can be changed of a performer by itself. */
export type PerformerChanges = Partial<Pick<Performer, 'name' | 'ignored' | 'strength'>>;

/** Renames a performer, has them ignored, or says how far their mouth moves. @throws ApiProblem `version-stale`. */
export const changePerformer = (
  { id, version }: Pick<Performer, 'id' | 'version'>,
  body: PerformerChanges,
): Promise<Performer> =>
  answerOf(
    api.PATCH('/performers/{performer}', {
      params: { path: { performer: id }, header: ifMatch(version) },
      body,
    }),
  );

/** Names somebody whom the film does not show, so that their face can be put on a head. @throws ApiProblem `conflict`. */
export const namePerformer = (title: string, name: string): Promise<Performer> =>
  answerOf(api.POST('/titles/{title}/performers', { params: { path: { title } }, body: { name } }));

/** Says that a performer is the same person as another one, who is answered. @throws ApiProblem `merge-impossible`. */
export const mergePerformer = (performer: string, into: string): Promise<Performer> =>
  answerOf(api.POST('/performers/{performer}/merge', { params: { path: { performer } }, body: { into } }));

/** Whose some tracks are: a known performer, or somebody new who may have a name. */
export interface SplitOff {
  readonly tracks: string[];
  readonly into?: string;
  readonly name?: string;
}

/** Says that some tracks of a performer are somebody else's, who is answered. @throws ApiProblem `split-impossible`. */
export const splitPerformer = (performer: string, body: SplitOff): Promise<Performer> =>
  answerOf(api.POST('/performers/{performer}/split', { params: { path: { performer } }, body }));

/** What can be said of a character. */
export type CharacterChanges = Partial<Pick<Character, 'name' | 'performer' | 'offScreen'>>;

/** Changes a character. @throws ApiProblem `version-stale`, `conflict` for a name that is taken. */
export const changeCharacter = (
  { id, version }: Pick<Character, 'id' | 'version'>,
  body: CharacterChanges,
): Promise<Character> =>
  answerOf(
    api.PATCH('/characters/{character}', {
      params: { path: { character: id }, header: ifMatch(version) },
      body,
    }),
  );

/** Makes a character. @throws ApiProblem `conflict` for a name that is taken. */
export const createCharacter = (title: string, name: string): Promise<Character> =>
  answerOf(api.POST('/titles/{title}/characters', { params: { path: { title } }, body: { name } }));

/** Deletes a character; its lines are nobody's then. */
export async function deleteCharacter(character: string): Promise<void> {
  await api.DELETE('/characters/{character}', { params: { path: { character } } });
}
