import type { Container } from './container.ts';
import type { AudioTrack } from './film.ts';
import { languageCode } from './languageCode.ts';
import type { Seal } from './sealFilm.ts';

/**
 * The options that name the sounds of a finished film: the dub, which players choose, then the film's own. Without a
 * dub they stay as they are, but for a language that the film does not tell.
 */
export function soundLabels(seal: Seal, { boxed }: Container): string[] {
  const { film, span, language, originalLanguage, voice } = seal;
  if (voice === null) return languageLabels(seal, boxed);
  const dub = label(0, `Dub (${language})`, languageCode(language, !boxed));
  const copied = span.start === 0 && span.end === film.pts.length;
  const own = film.audio.flatMap((track, i) => {
    const spoken = originalLanguage && !track.language ? languageCode(originalLanguage, !boxed) : undefined;
    return [
      ...label(i + 1, titleOf(track, i, film.audio.length), spoken),
      `-disposition:a:${i + 1}`,
      copied ? '-default' : '0',
    ];
  });
  return [...dub, '-disposition:a:0', 'default', ...own];
}

const languageLabels = ({ film, originalLanguage }: Seal, boxed: boolean): string[] =>
  film.audio.flatMap((track, i) => {
    const spoken = originalLanguage && !track.language ? languageCode(originalLanguage, !boxed) : undefined;
    return spoken ? [`-metadata:s:a:${i}`, `language=${spoken}`] : [];
  });

/** What MP4 and MOV call a title is the handler's name. */
function label(index: number, title: string, language?: string): string[] {
  const names = ['title', 'handler_name'].map((key) => `${key}=${title}`);
  const all = language ? [...names, `language=${language}`] : names;
  return all.flatMap((text) => [`-metadata:s:a:${index}`, text]);
}

/** A film that was sealed before keeps its titles; several sounds without a title are told apart by number. */
function titleOf({ title }: AudioTrack, index: number, count: number): string {
  if (title?.startsWith('Original')) return title;
  if (title) return `Original (${title})`;
  return count === 1 ? 'Original' : `Original ${index + 1}`;
}
