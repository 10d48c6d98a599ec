import { backdrop } from './backdrop.ts';
import { develop } from './develop.ts';
import { buildFigure, type Figure } from './figure.ts';
import { light } from './lighting.ts';
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
  readonly sight: Sight;
  readonly points: Float32Array;
  readonly screen: Float32Array;
  readonly normals: Float32Array;
  readonly keys: Float32Array;
  readonly wall: Float32Array;
  readonly linear: Float32Array;
}

/** Sets up an artist for pictures of one size. */
export function openArtist(look: PerformerLook, camera: Camera, seed = 0): Artist {
  const figure = buildFigure(look);
  const { width, height } = camera;
  const stage: Stage = {
    figure,
    camera,
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
      castShadows(stage.points, stage.normals, figure.triangles, stage.keys);
      project(stage.points, camera, stage.screen);
      seeTriangles(stage.sight, stage.screen, figure.triangles);
      shadePixels(stage, painter(look, moment, 80 / focalOf(camera)));
      return develop(stage.linear, frame, seed);
    },
  };
}

function shadePixels(stage: Stage, paint: Paint): void {
  const { sight, linear, wall, camera } = stage;
  const spot = new Spot();
  const colour = new Float32Array(3);
  const fine = sight.width;
  for (let y = 0; y < camera.height; y++) {
    for (let x = 0; x < camera.width; x++) {
      const at = y * FINE * fine + x * FINE;
      const samples = [at, at + 1, at + fine, at + fine + 1];
      const pixel = (y * camera.width + x) * 3;
      if (alike(stage, samples)) {
        shadeAt(stage, paint, spot, sight.seen[at], x + 0.5, y + 0.5, pixel, colour);
        linear.set(colour, pixel);
        continue;
      }
      linear.fill(0, pixel, pixel + 3);
      samples.forEach((sample, i) => {
        shadeAt(
          stage,
          paint,
          spot,
          sight.seen[sample],
          x + 0.25 + 0.5 * (i & 1),
          y + 0.25 + 0.5 * (i >> 1),
          pixel,
          colour,
        );
        for (let c = 0; c < 3; c++) linear[pixel + c] += 0.25 * Math.min(4, colour[c]);
      });
    }
  }
  void wall;
}

/** Whether the four samples of a pixel see the same smooth piece. */
function alike(stage: Stage, samples: readonly number[]): boolean {
  const { seen, near } = stage.sight;
  const materialAt = (sample: number) => (seen[sample] < 0 ? 0 : stage.figure.materials[seen[sample] / 3]);
  const material = materialAt(samples[0]);
  if (samples.some((sample) => materialAt(sample) !== material)) return false;
  const spread = Math.max(...samples.map((s) => near[s])) - Math.min(...samples.map((s) => near[s]));
  return spread < 6e-5;
}

function shadeAt(
  stage: Stage,
  paint: Paint,
  spot: Spot,
  triangle: number,
  x: number,
  y: number,
  pixel: number,
  out: Float32Array,
): void {
  if (triangle < 0) {
    out.set(stage.wall.subarray(pixel, pixel + 3));
    return;
  }
  fillSpot(stage, spot, triangle, x, y);
  paint(spot, stage.figure.materials[triangle / 3]);
  const length = Math.hypot(spot.nx, spot.ny, spot.nz) || 1;
  spot.nx /= length;
  spot.ny /= length;
  spot.nz /= length;
  light(spot, out);
}

function fillSpot(stage: Stage, s: Spot, triangle: number, x: number, y: number): void {
  const { screen, normals, keys, figure } = stage;
  const { triangles, places, traits } = figure;
  const [a, b, c] = [triangles[triangle], triangles[triangle + 1], triangles[triangle + 2]];
  const [ax, ay] = [screen[a * 3], screen[a * 3 + 1]];
  const [bx, by] = [screen[b * 3] - ax, screen[b * 3 + 1] - ay];
  const [cx, cy] = [screen[c * 3] - ax, screen[c * 3 + 1] - ay];
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
}
