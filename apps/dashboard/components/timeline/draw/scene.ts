import type { NearPictures } from '../nearPictures.ts';
import type { SheetStore } from '../sheetStore.ts';
import type { TimelineTheme } from '../theme.ts';
import type { TimelineModel } from '../timelineModel.ts';
import type { TimelineView } from '../view.ts';

/** What was done for the last picture of a timeline. */
export interface DrawWork {
  /** How many pictures there were so far. */
  pictures: number;
  /** How many bars, strokes, pictures and words were drawn. */
  items: number;
  /** What drawing them took of the script's time. */
  milliseconds: number;
}

/** Everything that drawing needs; one object for all pictures, so that none is made for each. */
export interface Scene {
  readonly context: CanvasRenderingContext2D;
  readonly theme: TimelineTheme;
  readonly fills: readonly (string | CanvasPattern)[];
  readonly signs: readonly (Path2D | null)[];
  readonly sheets: SheetStore;
  readonly near: NearPictures;
  readonly work: DrawWork;
  model: TimelineModel;
  view: TimelineView;
  /** The shot that is selected; -1 when none is. */
  selected: number;
}
