/** Names of signs that people write in scripts; the invisible ones that only steer the direction are nothing. */
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', lrm: '', rlm: '' },
  ...{ hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ laquo: '«', raquo: '»', iexcl: '¡', iquest: '¿', middot: '·', shy: '', szlig: 'ß', ccedil: 'ç' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ocirc: 'ô', icirc: 'î', ucirc: 'û' },
  ...{ aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', auml: 'ä', ouml: 'ö', uuml: 'ü' },
};

/** Signs instead of their names and numbers (`&eacute;`, `&#233;`); what is no sign stays as it is. */
export const readEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, tens, sixteens, name) => {
    if (name !== undefined) return named[name as string] ?? named[(name as string).toLowerCase()] ?? whole;
    const code = tens === undefined ? parseInt(sixteens as string, 16) : Number(tens);
    return isSign(code) ? String.fromCodePoint(code) : whole;
  });

const isSign = (code: number): boolean =>
  code >= 0x20 ? code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) : [9, 10, 13].includes(code);
