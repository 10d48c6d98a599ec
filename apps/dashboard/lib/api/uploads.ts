import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** A file that was brought, as the server knows it. */
export type Upload = Schemas['Upload'];

/** The uploads of a title that were brought for something and of which nothing was made yet, the newest first. */
export const useUnusedUploads = (
  title: string,
  purpose: Upload['purpose'],
  enabled = true,
): UseQueryResult<Upload[]> =>
  useQuery({
    queryKey: ['uploads', 'of', title, purpose],
    enabled,
    queryFn: async () => {
      const all = await allPages<Upload>((after) =>
        answerOf(api.GET('/uploads', { params: { query: { title, after, limit: MOST } } })),
      );
      return all.filter((each) => each.purpose === purpose && each.state === 'ready' && !each.used);
    },
  });

/** Has the server copy a file from one of its own folders. @throws ApiProblem. */
export const importFile = (title: string, path: string, purpose: Upload['purpose']): Promise<Upload> =>
  answerOf(api.POST('/titles/{title}/imports', { params: { path: { title } }, body: { path, purpose } }));

/** Throws away a file that was brought and of which nothing was made. @throws ApiProblem `upload-used`. */
export async function discardUpload(upload: string): Promise<void> {
  await api.DELETE('/uploads/{upload}', { params: { path: { upload } } });
}
