import { backdrop } from './backdrop.ts';
import { develop } from './develop.ts';
import { figureOf, type Figure } from './figure.ts';
import { light, sets, type Lamps, type SetLight } from './lighting.ts';
import { MATERIAL } from './mesh.ts';
import type { Moment } from './mouthShape.ts';
import { smoothNormals } from './normals.ts';
import { painter, type Paint } from './paint.ts';
import type { PerformerLook } from './performers.ts';
import { focalOf, poseFigure, project, type Camera } from './pose.ts';
import { emptySight, FINE, look as seeTriangles, type Sight } from './raster.ts';
import { castShadows } from './shadow.ts';
import { Spot } from './spot.ts';

/** Draws one person at any moment, always the same for the same moment, frame number and seed. */
export interface Artist {
  /** 8-bit red, green, blue, row by row. */
  draw(moment: Moment, frame: number): Uint8Array;
}

interface Stage {
  readonly figure: Figure;
  readonly camera: Camera;
  readonly lamps: Lamps;
  readonly sight: Sight;
  readonly points: Float32Array;
  readonly screen: Float32Array;
  readonly normals: Float32Array;
  readonly keys: Float32Array;
  readonly wall: Float32Array;
  readonly linear: Float32Array;
}

/** Sets up an artist for pictures of one size in one light. */
export function openArtist(
  look: PerformerLook,
  camera: Camera,
  seed = 0,
  light: SetLight = 'studio',
): Artist {
  const figure = figureOf(look);
  const { width, height } = camera;
  const stage: Stage = {
    figure,
    camera,
    lamps: sets[light],
    sight: emptySight(width, height),
    points: new Float32Array(figure.rest.length),
    screen: new Float32Array(figure.rest.length),
    normals: new Float32Array(figure.rest.length),
    keys: new Float32Array(figure.rest.length / 3),
    wall: backdrop(look, width, height),
    linear: new Float32Array(width * height * 3),
  };
  return {
    draw(moment, frame) {
      poseFigure(figure, moment, stage.points);
      smoothNormals(stage.points, figure.triangles, stage.normals);
      castShadows(stage.points, stage.normals, figure.triangles, stage.lamps, stage.keys);
      project(stage.points, camera, stage.screen);
      seeTriangles(stage.sight, stage.screen, figure.triangles, FINE, figure.oneSided);
      shadePixels(stage, painter(look, moment, 80 / focalOf(camera)));
      return develop(stage.linear, frame, seed);
    },
  };
}

function shadePixels(stage: Stage, paint: Paint): void {
  const { sight, linear, wall, camera } = stage;
  const { seen } = sight;
  const spot = new Spot();
  const colour = new Float32Array(3);
  const fine = sight.width;
  linear.set(wall);
  for (let y = 0; y < camera.height; y++) {
    for (let x = 0; x < camera.width; x++) {
      const at = y * FINE * fine + x * FINE;
      const pixel = (y * camera.width + x) * 3;
      if (seen[at] < 0 && seen[at + 1] < 0 && seen[at + fine] < 0 && seen[at + fine + 1] < 0) continue;
      if (alike(stage, at)) {
        shadeAt(stage, paint, spot, seen[at], x + 0.5, y + 0.5, colour);
        linear[pixel] = colour[0];
        linear[pixel + 1] = colour[1];
        linear[pixel + 2] = colour[2];
      } else shadeEdge(stage, paint, spot, x, y, colour);
    }
  }
}

/** A pixel in which several pieces are seen: the mean of its four samples. */
function shadeEdge(stage: Stage, paint: Paint, spot: Spot, x: number, y: number, colour: Float32Array): void {
  const { sight, linear, wall, camera } = stage;
  const pixel = (y * camera.width + x) * 3;
  const first = y * FINE * sight.width + x * FINE;
  linear.fill(0, pixel, pixel + 3);
  for (let i = 0; i < 4; i++) {
    const triangle = sight.seen[first + (i & 1) + (i >> 1) * sight.width];
    const hit = triangle >= 0;
    if (hit)
      shadeAt(stage, paint, spot, triangle, x + 0.25 + 0.5 * (i & 1), y + 0.25 + 0.5 * (i >> 1), colour);
    for (let c = 0; c < 3; c++) linear[pixel + c] += 0.25 * Math.min(1.5, hit ? colour[c] : wall[pixel + c]);
  }
}

/** Depth steps within a pixel that are still one surface, as nearness. */
const SAME_SURFACE = 6e-5;

/** Whether the four samples of a pixel see the same smooth piece. */
function alike(stage: Stage, at: number): boolean {
  const { seen, near, width } = stage.sight;
  const { materials } = stage.figure;
  const below = at + width;
  if (seen[at] < 0 || seen[at + 1] < 0 || seen[below] < 0 || seen[below + 1] < 0) return false;
  const material = materials[(seen[at] / 3) | 0];
  if (materials[(seen[at + 1] / 3) | 0] !== material || materials[(seen[below] / 3) | 0] !== material)
    return false;
  if (materials[(seen[below + 1] / 3) | 0] !== material) return false;
  const a = near[at];
  const b = near[at + 1];
  const c = near[below];
  const d = near[below + 1];
  return Math.max(a, b, c, d) - Math.min(a, b, c, d) < SAME_SURFACE;
}

function shadeAt(
  stage: Stage,
  paint: Paint,
  spot: Spot,
  triangle: number,
  x: number,
  y: number,
  out: Float32Array,
): void {
  fillSpot(stage, spot, triangle, x, y);
  paint(spot, stage.figure.materials[(triangle / 3) | 0]);
  const scale = 1 / (Math.sqrt(spot.nx * spot.nx + spot.ny * spot.ny + spot.nz * spot.nz) || 1);
  spot.nx *= scale;
  spot.ny *= scale;
  spot.nz *= scale;
  light(spot, stage.lamps, out);
}

function fillSpot(stage: Stage, s: Spot, triangle: number, x: number, y: number): void {
  const { screen, normals, keys, figure } = stage;
  const { triangles, places, traits, tints } = figure;
  const a = triangles[triangle];
  const b = triangles[triangle + 1];
  const c = triangles[triangle + 2];
  const ax = screen[a * 3];
  const ay = screen[a * 3 + 1];
  const bx = screen[b * 3] - ax;
  const by = screen[b * 3 + 1] - ay;
  const cx = screen[c * 3] - ax;
  const cy = screen[c * 3 + 1] - ay;
  const area = bx * cy - by * cx;
  const wb = ((x - ax) * cy - (y - ay) * cx) / area;
  const wc = (bx * (y - ay) - by * (x - ax)) / area;
  const wa = 1 - wb - wc;
  s.nx = wa * normals[a * 3] + wb * normals[b * 3] + wc * normals[c * 3];
  s.ny = wa * normals[a * 3 + 1] + wb * normals[b * 3 + 1] + wc * normals[c * 3 + 1];
  s.nz = wa * normals[a * 3 + 2] + wb * normals[b * 3 + 2] + wc * normals[c * 3 + 2];
  s.u = wa * places[a * 2] + wb * places[b * 2] + wc * places[c * 2];
  s.v = wa * places[a * 2 + 1] + wb * places[b * 2 + 1] + wc * places[c * 2 + 1];
  s.a = wa * traits[a * 2] + wb * traits[b * 2] + wc * traits[c * 2];
  s.b = Math.max(0, wa * traits[a * 2 + 1] + wb * traits[b * 2 + 1] + wc * traits[c * 2 + 1]);
  s.key = wa * keys[a] + wb * keys[b] + wc * keys[c];
  if (figure.materials[(triangle / 3) | 0] > MATERIAL.plainSkin) return;
  s.blush = wa * tints[a * 3] + wb * tints[b * 3] + wc * tints[c * 3];
  s.oil = wa * tints[a * 3 + 1] + wb * tints[b * 3 + 1] + wc * tints[c * 3 + 1];
  s.freckled = wa * tints[a * 3 + 2] + wb * tints[b * 3 + 2] + wc * tints[c * 3 + 2];
}
