import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** A person with a face in a source. */
export interface PerformerRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly source: string;
  /** What the pipeline calls them. */
  readonly mark: string;
  readonly name: string;
  /** An extra, or nobody at all: never dubbed. */
  readonly ignored: boolean;
  /** How far their mouth moves in dubs, 1 as predicted. */
  readonly strength: number;
  /** A picture of the face, in storage. */
  readonly portrait: string | null;
  /**
   * The performer that this one turned out to be, who may have been merged in turn (`turnedOutToBe`); their tracks have
   * gone there, what was signed stays here.
   */
  readonly mergedInto: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** How the marks of performers begin whom no film shows: people named them, because their faces come from other footage. */
export const DONOR_MARK = 'donor-';

/** Whether a performer is one of a replacement's who was named without being seen in the film. */
export const isDonor = ({ mark }: Pick<PerformerRow, 'mark'>): boolean => mark.startsWith(DONOR_MARK);

/** One face through one shot. */
export interface FaceTrackRow {
  readonly id: string;
  readonly organisation: string;
  readonly source: string;
  readonly performer: string;
  /** What the pipeline calls it. */
  readonly mark: string;
  /** The number of its shot. */
  readonly shot: number;
  readonly start: number;
  readonly end: number;
  /** Of the face, as a share of the picture's height. */
  readonly height: number;
  /** 1 where it looks into the camera, 0 where it is turned away by 90°; the median over the track. */
  readonly frontal: number | null;
  /** A picture of it, in storage. */
  readonly portrait: string | null;
}

/** A part that somebody plays. */
export interface CharacterRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly name: string;
  readonly performer: string | null;
  /** A narrator, a voice on the telephone: never seen speaking, so no mouth is touched. */
  readonly offScreen: boolean;
  readonly madeAt: Date;
  readonly version: number;
}

export const Performers = table<PerformerRow>(
  'performers',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    source: column.of('sources'),
    mark: column.text,
    name: column.text,
    ignored: column.flag,
    strength: { ...column.real, default: 1 },
    portrait: maybe(column.text),
    mergedInto: column.toward('performers'),
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['source', 'mark']], index: [['title', 'id'], ['mergedInto']] },
);

export const FaceTracks = table<FaceTrackRow>(
  'face_tracks',
  {
    id: column.id,
    organisation: column.of('organisations'),
    source: column.of('sources'),
    performer: column.of('performers'),
    mark: column.text,
    shot: column.integer,
    start: column.integer,
    end: column.integer,
    height: column.real,
    frontal: maybe(column.real),
    portrait: maybe(column.text),
  },
  { unique: [['source', 'mark']], index: [['performer', 'id']] },
);

export const Characters = table<CharacterRow>(
  'characters',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    name: column.text,
    performer: column.toward('performers'),
    offScreen: column.flag,
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['title', 'name']], index: [['performer']] },
);
