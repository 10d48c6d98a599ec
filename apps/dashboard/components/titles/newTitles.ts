import { createTitle } from '#lib/api/overview.ts';
import { startImport, startUpload, type BroughtFile } from '#lib/upload/index.ts';
import { nameOfFile } from './nameOfFile.ts';

/** A title that is about to begin. */
export interface NewTitle {
  readonly key: number;
  readonly name: string;
  /** Its film; `null` where it comes later. */
  readonly film: BroughtFile | null;
}

let count = 0;

/** Titles with the names that their films' files suggest. */
export const newTitlesOf = (films: readonly BroughtFile[]): NewTitle[] =>
  films.map((film) => ({ key: ++count, name: nameOfFile(film.file.name), film }));

/** A title without a film. */
export const emptyTitle = (): NewTitle => ({ key: ++count, name: '', film: null });

/** Adds films as titles; the first becomes the film of a title that waits for one and keeps its name. */
export function withFilms(titles: readonly NewTitle[], films: readonly BroughtFile[]): readonly NewTitle[] {
  const made = newTitlesOf(films);
  const [first, ...rest] = made;
  const open = titles.find(({ film }) => film === null);
  if (open === undefined || first === undefined) return [...titles, ...made];
  const filled = { ...open, film: first.film, name: open.name.trim() === '' ? first.name : open.name };
  return [...titles.map((each) => (each === open ? filled : each)), ...rest];
}

/**
 * Begins a title and has its film sent, or copied from `path` on the server. What goes wrong with the film afterwards is
 * told where uploads are shown. @throws ApiProblem.
 */
export async function beginTitle(
  { name, film }: NewTitle,
  { language, path }: { readonly language: string | null; readonly path: string },
): Promise<void> {
  const { id } = await createTitle(name.trim(), language);
  if (film !== null) await startUpload({ ...film, title: id, purpose: 'source' });
  else if (path !== '') await startImport(id, path);
}
