import type { SpokenForms } from './spokenForms.ts';

/** Swedish. */
export const swedish: SpokenForms = {
  abbreviations: {
    't.ex.': 'till exempel',
    'bl.a.': 'bland annat',
    'osv.': 'och så vidare',
    'd.v.s.': 'det vill säga',
    'dvs.': 'det vill säga',
    dr: 'doktor',
    Dr: 'doktor',
    'Dr.': 'doktor',
    ca: 'cirka',
    'kl.': 'klockan',
    nr: 'nummer',
    'm.m.': 'med mera',
    'prof.': 'professor',
    's.k.': 'så kallad',
    'milj.': 'miljoner',
  },
  units: {
    km: 'kilometer',
    m: 'meter',
    cm: 'centimeter',
    kg: 'kilo',
    g: 'gram',
    l: 'liter',
    kr: 'kronor',
    'km/h': 'kilometer i timmen',
    '%': 'procent',
    '°': 'grader',
    '°C': 'grader',
  },
  money: { $: 'dollar', '€': 'euro', '£': 'pund' },
  years: { by: 'hundreds', word: 'hundra' },
  range: 'till',
  ordinals:
    'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde'.split(
      ' ',
    ),
  article: 'den',
};

/** Danish. */
export const danish: SpokenForms = {
  abbreviations: {
    'f.eks.': 'for eksempel',
    'bl.a.': 'blandt andet',
    'osv.': 'og så videre',
    'dvs.': 'det vil sige',
    'dr.': 'doktor',
    'Dr.': 'doktor',
    'ca.': 'cirka',
    'kl.': 'klokken',
    'nr.': 'nummer',
    'hr.': 'herre',
    'Hr.': 'herre',
    'm.m.': 'med mere',
    'prof.': 'professor',
    'mio.': 'millioner',
  },
  units: {
    km: 'kilometer',
    m: 'meter',
    cm: 'centimeter',
    kg: 'kilo',
    g: 'gram',
    l: 'liter',
    kr: 'kroner',
    'kr.': 'kroner',
    '%': 'procent',
    '°': 'grader',
    '°C': 'grader',
  },
  money: { $: 'dollar', '€': 'euro', '£': 'pund' },
  years: { by: 'hundreds', word: 'hundrede' },
  range: 'til',
  ordinals:
    'første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende'.split(
      ' ',
    ),
  dotted: true,
  article: 'den',
};

/** Norwegian. */
export const norwegian: SpokenForms = {
  abbreviations: {
    'f.eks.': 'for eksempel',
    'bl.a.': 'blant annet',
    'osv.': 'og så videre',
    'dvs.': 'det vil si',
    'dr.': 'doktor',
    'Dr.': 'doktor',
    'ca.': 'cirka',
    'kl.': 'klokka',
    'nr.': 'nummer',
    'prof.': 'professor',
    'mill.': 'millioner',
  },
  units: danish.units ?? {},
  money: { $: 'dollar', '€': 'euro', '£': 'pund' },
  years: { by: 'hundreds', word: 'hundre' },
  range: 'til',
  ordinals:
    'første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende'.split(
      ' ',
    ),
  dotted: true,
  article: 'den',
};
