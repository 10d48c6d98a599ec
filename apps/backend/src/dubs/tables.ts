import type { LipMark, OnScreen } from '@mondwerk/film';
import type { ScriptReading } from '@mondwerk/speech';
import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { OutcomeOf, StoredFile } from '../pipeline/outcomes.ts';
import type { LineSettings } from '../pipeline/lineSettings.ts';
import type { DubSettings } from './dubSettings.ts';

/** What a row of `dubs` is: the film in another language, or with another face on one of its heads. */
export const DUB_KINDS = ['dub', 'replacement'] as const;

/** What a row of `dubs` is. */
export type DubKind = (typeof DUB_KINDS)[number];

/** One version of a title: a language, or a replacement, of which `Replacements` says more. */
export interface DubRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly source: string;
  readonly kind: DubKind;
  /** A BCP 47 tag; of a replacement the film's own, `und` where nobody has said it. */
  readonly language: string;
  /** How it is aligned and rendered. */
  readonly settings: DubSettings;
  readonly madeAt: Date;
  readonly version: number;
}

/** What a stem holds. */
export const STEM_KINDS = ['dialogue', 'mix', 'music-and-effects'] as const;

/** One audio file of a dub. */
export interface StemRow {
  readonly id: string;
  readonly organisation: string;
  readonly dub: string;
  readonly kind: (typeof STEM_KINDS)[number];
  /** Whose voice it is, when it is one character's. */
  readonly character: string | null;
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  readonly seconds: number;
  readonly madeAt: Date;
  readonly version: number;
}

/** What a dub says, or what the original says. */
export interface ScriptRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  /** `null` for the original dialogue. */
  readonly dub: string | null;
  readonly language: string;
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  /** How it was heard, where nobody gave it. */
  readonly heard: HeardScript | null;
  /** With what it was read, so that it can be read again; `null` before that was written down. */
  readonly reading: ScriptReading | null;
  /** What was decided when it was read, in sentences. */
  readonly remarks: readonly string[];
  /** The run that heard it. */
  readonly run: string | null;
  readonly madeAt: Date;
}

/** How a script was heard: by a speech model, or only where somebody speaks. */
export type HeardScript = Pick<OutcomeOf['hearLines'], 'origin' | 'model'>;

/** One event of a script. */
export interface LineRow {
  readonly id: string;
  readonly organisation: string;
  readonly script: string;
  readonly index: number;
  /** Seconds on the film's clock, `null` in a script without times. */
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly character: string | null;
  /** Spoken by nobody who is seen: left alone. */
  readonly offScreen: boolean;
  /** What the script says of who is seen; `null` where it does not. */
  readonly onScreen: OnScreen | null;
  /** A BCP 47 tag, where it is said in another language than the script's. */
  readonly language: string | null;
  /** What people marked by hand of the lips. */
  readonly marks: readonly LipMark[] | null;
  /** How its mouth shall differ from what the voice says; `null` while nobody has said anything of that. */
  readonly settings: LineSettings | null;
  readonly version: number;
}

/** What would be rendered for a dub, found before anyone pays for it. */
export interface PlanRow {
  readonly id: string;
  readonly organisation: string;
  readonly dub: string;
  readonly run: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly shots: number;
  readonly frames: number;
  /** What rendering is expected to take of one worker. */
  readonly seconds: number;
  /** Where its voice for browsers lies, `null` until it is made. */
  readonly voice: OutcomeOf['makeVoice'] | null;
  /** Where it is written what the mouths do, line by line; `null` until it is known. */
  readonly mouths: StoredFile | null;
  /** What was found of the shown performer's footage; `null` for a dub. */
  readonly faces: PlannedFaces | null;
  readonly madeAt: Date;
}

/** What the plan of a replacement found in the shown performer's footage, as far as it has come. */
export type PlannedFaces = Partial<
  OutcomeOf['trackDonors'] & OutcomeOf['learnFaces'] & Pick<OutcomeOf['planFaces'], 'missing'>
>;

/** What a plan says of one shot. */
export interface PlannedShotRow {
  readonly id: string;
  readonly organisation: string;
  readonly plan: string;
  readonly shot: string;
  readonly frames: number;
  readonly seconds: number;
  /** Mouths that get new pictures, one a frame and performer, and those that cannot be trusted and stay as they were. */
  readonly mouths: number;
  readonly leftAlone: number;
  /** Whether nobody would notice the old mouths: they nearly say the new lines. */
  readonly matches: boolean;
  /** The numbers of the lines that are said in it. */
  readonly lines: readonly number[];
  readonly performers: readonly string[];
}

export const Dubs = table<DubRow>(
  'dubs',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    source: column.of('sources'),
    kind: { ...column.text, default: 'dub' },
    language: column.text,
    settings: column.json,
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['title', 'id']] },
);

export const Stems = table<StemRow>(
  'stems',
  {
    id: column.id,
    organisation: column.of('organisations'),
    dub: column.of('dubs'),
    kind: column.text,
    character: column.toward('characters'),
    name: column.text,
    key: column.text,
    sha256: column.text,
    seconds: column.real,
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['dub', 'id']] },
);

export const Scripts = table<ScriptRow>(
  'scripts',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    dub: maybe(column.of('dubs')),
    language: column.text,
    name: column.text,
    key: column.text,
    sha256: column.text,
    heard: maybe(column.json),
    reading: maybe(column.json),
    remarks: { ...column.texts, default: '{}' },
    run: maybe(column.uuid),
    madeAt: column.madeAt,
  },
  { index: [['title', 'id'], ['dub']], unique: [['run']] },
);

export const Lines = table<LineRow>(
  'lines',
  {
    id: column.id,
    organisation: column.of('organisations'),
    script: column.of('scripts'),
    index: column.integer,
    start: maybe(column.real),
    end: maybe(column.real),
    text: column.text,
    character: column.toward('characters'),
    offScreen: column.flag,
    onScreen: maybe(column.text),
    language: maybe(column.text),
    marks: maybe(column.json),
    settings: maybe(column.json),
    version: column.version,
  },
  { unique: [['script', 'index']], index: [['character']] },
);

export const Plans = table<PlanRow>(
  'plans',
  {
    id: column.id,
    organisation: column.of('organisations'),
    dub: column.of('dubs'),
    run: column.uuid,
    state: column.text,
    shots: column.integer,
    frames: column.integer,
    seconds: column.real,
    voice: maybe(column.json),
    mouths: maybe(column.json),
    faces: maybe(column.json),
    madeAt: column.madeAt,
  },
  { unique: [['run']], index: [['dub', 'id']] },
);

export const PlannedShots = table<PlannedShotRow>(
  'planned_shots',
  {
    id: column.id,
    organisation: column.of('organisations'),
    plan: column.of('plans'),
    shot: column.of('shots'),
    frames: column.integer,
    seconds: column.real,
    mouths: column.integer,
    leftAlone: column.integer,
    matches: column.flag,
    lines: column.integers,
    performers: column.uuids,
  },
  { unique: [['plan', 'shot']], index: [['shot']] },
);
