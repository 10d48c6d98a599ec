import { z } from 'zod';

type Corner = readonly [x: number, y: number];

/** What an HDR film tells of the screen it was graded on and of its brightest pictures (SMPTE ST 2086, CTA-861.3). */
export interface StaticHdr {
  /** CIE x and y of the primaries and of white, the brightest and darkest the screen can show in cd/m². */
  readonly display?: {
    readonly red: Corner;
    readonly green: Corner;
    readonly blue: Corner;
    readonly white: Corner;
    readonly brightest: number;
    readonly darkest: number;
  };
  /** Of the brightest sample (MaxCLL) and of the brightest picture on the average (MaxFALL), in cd/m². */
  readonly light?: { readonly most: number; readonly average: number };
}

const ratio = z
  .string()
  .transform((text) => text.split('/').map(Number))
  .transform(([num, den = 1]) => num / den);

const displayShape = z.object({
  ...{ red_x: ratio, red_y: ratio, green_x: ratio, green_y: ratio, blue_x: ratio, blue_y: ratio },
  ...{ white_point_x: ratio, white_point_y: ratio, min_luminance: ratio, max_luminance: ratio },
});

const lightShape = z.object({ max_content: z.number(), max_average: z.number() });

/** Something that a container or a frame says beside its samples, as ffprobe prints it. */
export interface SideData {
  readonly side_data_type: string;
}

/** Finds what is told of the grading; `undefined` where nothing is. */
export function staticHdrIn(all: readonly SideData[]): StaticHdr | undefined {
  const display = displayShape.safeParse(all.find((data) => /^Mastering display/.test(data.side_data_type)));
  const light = lightShape.safeParse(all.find((data) => /^Content light/.test(data.side_data_type)));
  if (!display.success && !light.success) return undefined;
  return {
    ...(display.success && { display: displayOf(display.data) }),
    ...(light.success && { light: { most: light.data.max_content, average: light.data.max_average } }),
  };
}

/** Whether each scene brings a mapping of its own (HDR10+). */
export const isMappedByScene = (all: readonly SideData[]): boolean =>
  all.some((data) => /SMPTE2094-40|HDR10\+/.test(data.side_data_type));

function displayOf(data: z.infer<typeof displayShape>): StaticHdr['display'] {
  return {
    red: [data.red_x, data.red_y],
    green: [data.green_x, data.green_y],
    blue: [data.blue_x, data.blue_y],
    white: [data.white_point_x, data.white_point_y],
    brightest: data.max_luminance,
    darkest: data.min_luminance,
  };
}

/** Chromaticities are counted in steps of 0.00002, luminances in steps of 0.0001 cd/m², as the standard writes them. */
export function displayText({
  red,
  green,
  blue,
  white,
  brightest,
  darkest,
}: NonNullable<StaticHdr['display']>): string {
  const at = ([x, y]: Corner): string => `(${Math.round(x * 50000)},${Math.round(y * 50000)})`;
  const light = `(${Math.round(brightest * 10000)},${Math.round(darkest * 10000)})`;
  return `G${at(green)}B${at(blue)}R${at(red)}WP${at(white)}L${light}`;
}
