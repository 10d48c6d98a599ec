import type { SpokenForms } from './spokenForms.ts';

/** Turkish. */
export const turkish: SpokenForms = {
  abbreviations: {
    'Dr.': 'doktor',
    'Prof.': 'profesör',
    'vb.': 've benzeri',
    'vs.': 've saire',
    'örn.': 'örneğin',
    'Av.': 'avukat',
    'No.': 'numara',
    'Sn.': 'sayın',
    'cad.': 'caddesi',
    'sok.': 'sokağı',
  },
  units: {
    km: 'kilometre',
    m: 'metre',
    cm: 'santimetre',
    kg: 'kilo',
    g: 'gram',
    l: 'litre',
    TL: 'lira',
    '₺': 'lira',
    '°': 'derece',
    '°C': 'derece',
  },
  money: { $: 'dolar', '€': 'avro', '£': 'sterlin', '₺': 'lira' },
  ordinals: 'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu'.split(' '),
};
