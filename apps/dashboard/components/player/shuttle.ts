/** How fast J and L play when they are pressed again and again. */
const SPEEDS = [1, 2, 4, 8] as const;

/** Beyond it nobody understands what is said. */
const FASTEST_HEARD = 2;

/** The speed after J (backwards) or L was pressed at a speed; 0 is standing still. */
export function shuttled(speed: number, forwards: boolean): number {
  const direction = forwards ? 1 : -1;
  if (Math.sign(speed) !== direction) return direction;
  const faster = SPEEDS.find((each) => each > Math.abs(speed)) ?? SPEEDS.at(-1)!;
  return direction * faster;
}

/** Whether sound is heard at a speed. */
export const isHeard = (speed: number): boolean => speed > 0 && speed <= FASTEST_HEARD;
