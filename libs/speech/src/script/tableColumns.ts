/** What a column of a script's table holds, and how people call it, without accents and in small letters. */
const names = {
  id: ['id', 'no', 'nr', '#', 'number', 'line number', 'event', 'nummer', 'numero', 'num', 'cue'],
  start: [
    ...[
      'start',
      'in',
      'tc in',
      'timecode in',
      'time in',
      'in time',
      'in tc',
      'in timecode',
      'begin',
      'start time',
    ],
    ...['starttime', 'start tc', 'start timecode', 'timecode', 'tc', 'time', 'time code', 'from', 'in point'],
    ...['von', 'anfang', 'beginn', 'zeit', 'debut', 'entree', 'tc debut', 'tc entree', 'inicio', 'entrada'],
    ...['tc inicio', 'tc entrada', 'inizio', 'ingresso', 'begintijd', '開始', '开始', '시작'],
  ],
  end: [
    ...['end', 'out', 'tc out', 'timecode out', 'time out', 'out time', 'out tc', 'out timecode', 'end time'],
    ...[
      'endtime',
      'end tc',
      'end timecode',
      'stop',
      'to',
      'until',
      'out point',
      'bis',
      'ende',
      'fin',
      'sortie',
    ],
    ...['tc fin', 'tc sortie', 'salida', 'tc salida', 'fine', 'fim', 'saida', 'einde', 'uit', 'eindtijd'],
    ...['終了', '结束', '끝'],
  ],
  duration: ['duration', 'dur', 'length', 'dauer', 'lange', 'duree', 'duracion', 'durata', 'duracao', 'duur'],
  character: [
    ...[
      'character',
      'role',
      'speaker',
      'name',
      'who',
      'character name',
      'cast',
      'figur',
      'rolle',
      'sprecher',
    ],
    ...['personnage', 'role personnage', 'locuteur', 'nom', 'personaje', 'papel', 'nombre', 'hablante'],
    ...[
      'personaggio',
      'ruolo',
      'personagem',
      'personage',
      'rol',
      'spreker',
      'キャラクター',
      '役名',
      '角色',
      '배역',
    ],
  ],
  text: [
    'text',
    'dialogue',
    'dialog',
    'line',
    'lines',
    'words',
    'texte',
    'dialogues',
    'replique',
    'texto',
    'dialogo',
  ],
  translation: [
    ...[
      'translation',
      'target',
      'target text',
      'dub',
      'dubbed',
      'dubbing',
      'dub text',
      'dubbed text',
      'adaptation',
    ],
    ...['translated', 'subtitle', 'ubersetzung', 'synchrontext', 'synchronfassung', 'zieltext', 'traduction'],
    ...[
      'version francaise',
      'vf',
      'traduccion',
      'doblaje',
      'adaptacion',
      'traduzione',
      'doppiaggio',
      'adattamento',
    ],
    ...['traducao', 'dublagem', 'vertaling', 'nasynchronisatie', '翻訳', '译文', '번역'],
  ],
  original: [
    ...[
      'original',
      'source',
      'original dialogue',
      'original text',
      'original dialog',
      'source text',
      'ov',
      'vo',
    ],
    ...['originaltext', 'originaldialog', 'quelltext', 'version originale', 'texte original', 'texte source'],
    ...[
      'texto original',
      'version original',
      'dialogo original',
      'originale',
      'testo originale',
      'origineel',
    ],
    ...['brontekst', '原文', '원문'],
  ],
  language: ['language', 'lang', 'sprache', 'langue', 'idioma', 'lengua', 'lingua', 'taal', '言語', '语言'],
  onScreen: [
    'on screen',
    'onscreen',
    'on off',
    'on off screen',
    'visible',
    'im bild',
    'a l ecran',
    'en pantalla',
    'in beeld',
  ],
  notes: [
    ...[
      'notes',
      'note',
      'comment',
      'comments',
      'remark',
      'remarks',
      'description',
      'bemerkung',
      'bemerkungen',
    ],
    ...[
      'anmerkung',
      'kommentar',
      'notiz',
      'commentaire',
      'commentaires',
      'remarque',
      'comentario',
      'comentarios',
    ],
    ...['nota', 'notas', 'opmerking', 'opmerkingen', '備考', '备注'],
  ],
  track: ['track', 'spur', 'piste', 'pista', 'spoor'],
  rate: ['rate', 'frame rate', 'framerate', 'fps', 'frames per second', 'bildrate', 'cadence', 'i s'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a column holds. */
export type Column = keyof typeof names;

const columnOf: ReadonlyMap<string, Column> = new Map(
  (Object.keys(names) as Column[]).flatMap((column) => names[column].map((name) => [name, column] as const)),
);

/** A column of a table, and of texts the language that its head says: `text (es)`. */
export interface Head {
  readonly column: Column;
  readonly language?: string;
}

/** What the head of a column says that it holds; `undefined` where nobody knows. */
export function readHead(cell: string): Head | undefined {
  const tagged = /^(.{1,60}?)\s*[([]([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})[)\]]\s*$/.exec(
    cell.trim().slice(0, 100),
  );
  const column = columnOf.get(plain(tagged?.[1] ?? cell.slice(0, 100)));
  if (column === undefined) return undefined;
  const isText = column === 'text' || column === 'translation' || column === 'original';
  return tagged !== null && isText ? { column, language: tagged[2] } : { column };
}

const plain = (cell: string): string =>
  cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
