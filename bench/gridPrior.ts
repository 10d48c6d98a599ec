import { dubGrid } from './dubGrid.ts';

// The prior knows this speaker, though none of these sentences: there is no other one in the corpus that may be used.
console.log('GRID, dubbed with other sentences of its speaker, of whose dialogue there is no script');
await dubGrid('grid-prior', {});
