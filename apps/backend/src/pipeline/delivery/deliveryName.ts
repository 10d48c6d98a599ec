import { extname } from 'node:path';
import type { DeliverOrder } from '../orders.ts';

const endings: Readonly<Record<DeliverOrder['profile'], string>> = { h264: '.mp4', prores: '.mov' };

/** What a conformed film is called: the film's name, the dub's language, the container of its profile; fit for a key. */
export function deliveryName(filmName: string, language: string, profile: DeliverOrder['profile']): string {
  const base = filmName.slice(0, filmName.length - extname(filmName).length);
  const plain = base
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 60);
  return `${plain || 'film'}_${language}${endings[profile]}`;
}
