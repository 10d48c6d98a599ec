/** What the mouth does at one instant. Everything 0 is the mouth shut at rest. */
export interface MouthShape {
  /** How far the jaw is dropped, 0..1. */
  readonly jaw: number;
  /** Gap between the lips at the middle, in eye distances. */
  readonly aperture: number;
  /** Corners pulled apart (1) or together (-1). */
  readonly width: number;
  /** Rounded and pushed forward, 0..1. */
  readonly round: number;
  /** Upper lip's share of the aperture beyond the usual, 0..1. */
  readonly raise: number;
  /** Lower lip drawn under the upper teeth, 0..1. */
  readonly bite: number;
  /** Lips pressed together, thin, 0..1. */
  readonly press: number;
}

/** The names of the controls, in the order in which motions store them. */
export const MOUTH_CONTROLS = ['jaw', 'aperture', 'width', 'round', 'raise', 'bite', 'press'] as const;

/** The mouth shut at rest. */
export const restMouth: MouthShape = { jaw: 0, aperture: 0, width: 0, round: 0, raise: 0, bite: 0, press: 0 };

/** How the head is held: angles in radians, shift in centimetres. */
export interface HeadPose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** Everything that moves, at one frame. `blink` 0 open .. 1 shut; `gaze` in radians right and up. */
export interface Moment {
  readonly mouth: MouthShape;
  readonly head: HeadPose;
  readonly blink: number;
  readonly gaze: readonly [number, number];
}

/** Looking straight into the camera with the mouth shut. */
export const restMoment: Moment = {
  mouth: restMouth,
  head: { yaw: 0, pitch: 0, roll: 0, shiftX: 0, shiftY: 0 },
  blink: 0,
  gaze: [0, 0],
};
