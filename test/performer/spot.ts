/** One seen place: what the raster knows of it, and what its painter decides. Reused from pixel to pixel. */
export class Spot {
  /** Unit normal in space. */
  nx = 0;
  ny = 0;
  nz = 1;
  /** Place on the material and the two traits of the part. */
  u = 0;
  v = 0;
  a = 0;
  b = 1;
  /** How blushed, oily and freckled skin is here. */
  blush = 0;
  oil = 0;
  freckled = 0;
  /** How much of the main light arrives, 0..1. */
  key = 1;
  /** Reflected colour, linear. */
  red = 0;
  green = 0;
  blue = 0;
  /** Strength and tightness of the shine. */
  gloss = 0;
  tight = 20;
  /** How far light creeps round edges under the surface, 0..1. */
  soft = 0;
  /** Light added whatever the lamps do. */
  glint = 0;
  /** 1 for strands, whose shine follows their direction. */
  strand = 0;
}
