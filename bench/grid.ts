import { join } from 'node:path';
import { dubGrid } from './dubGrid.ts';
import { SHARED } from './independent.ts';

console.log('GRID, dubbed with other sentences of its speaker, who is learned from the original dialogue');
await dubGrid('grid', {
  'film-script': join(SHARED, 'fixtures/grid/film.srt'),
  'film-language': 'en',
});
