/** How a new mouth is laid into its frame, where people want it other than the engine would do it. */
export interface PictureSettings {
  /** Size of the region that the source's mouth may fill, 1 as usual (0.7..1.3). */
  readonly region: number;
  /** Width of the region's soft edge, 1 as usual (0.25..3). */
  readonly feather: number;
  /** How far the source's colour and light are drawn to the frame's, 0 not at all, 1 wholly. */
  readonly colour: number;
  /** How much of the film's grain the new mouth is given, 0 none of it, 1 as much as the face round it has (0..2). */
  readonly grain: number;
  /** Fine detail of the new mouth against that of its source and frame, 1 the same (0.5..1.5). */
  readonly sharpness: number;
}

/** As the engine does it where nobody asks for anything else. */
export const USUAL_PICTURE: PictureSettings = { region: 1, feather: 1, colour: 1, grain: 1, sharpness: 1 };
