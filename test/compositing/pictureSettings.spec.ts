import { describe, expect, it } from 'vitest';
import { crop, type Picture } from '@mondwerk/film';
import { USUAL_PICTURE, type PictureSettings } from '@mondwerk/compositing';
import { mouthBox, renderMouth, type MouthTask } from '@mondwerk/lipsync';
import { detailOf } from '../../libs/compositing/src/matchDetail.ts';
import { coarseGridOf } from '../../libs/compositing/src/coarseGrid.ts';
import { lipMask, mouthMask } from '../../libs/lipsync/src/picture/mouthMask.ts';
import { enlarge, fieldOf, type Field } from '../../libs/compositing/src/field.ts';
import { drawnFace, drawnMesh, FACE, meanIn, type Drawing } from '../lipsync/drawnFace.ts';

const UNIT = FACE.eyeDistance;

function taskOf(frame: Drawing, source: Drawing): MouthTask {
  const [picture, other] = [drawnFace(frame), drawnFace(source)];
  const [seen, wanted] = [drawnMesh(frame), drawnMesh(source)];
  const [box, from] = [mouthBox([seen, wanted], UNIT, picture), mouthBox([wanted], UNIT, other)];
  const sources = [{ picture: crop(other, from), box: from, mesh: wanted, weight: 1 }];
  return { plate: crop(picture, box), box, seen, wanted, eyeDistance: UNIT, sources, strength: 1 };
}

const render = (task: MouthTask, settings: Partial<PictureSettings> = {}): Picture =>
  renderMouth({ ...task, settings: { ...USUAL_PICTURE, ...settings } }).picture;

const luma = (picture: Picture): Field => fieldOf(picture.planes[0], 8);

/** The middle of the mouth mask in the task's box. */
function inMask({ box, wanted, plate }: MouthTask): Field {
  const { width, height } = plate;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, UNIT);
  return enlarge(mouthMask(wanted, grid, UNIT), width, height);
}

/** A patch of chin below the lip, in the task's box. */
function chin({ box, wanted }: MouthTask) {
  const [x, y] = [Math.round(wanted[2 * 18]) - box.left, Math.round(wanted[2 * 18 + 1]) - box.top];
  return { left: x - 5, top: y - 1, right: x + 5, bottom: y + 4 };
}

const changed = (a: Picture, b: Picture): number =>
  Array.from(a.planes[0].data).filter((v, i) => Math.abs(v - b.planes[0].data[i]) > 2).length;

describe('settings of the picture', () => {
  it('change nothing when they are as usual', () => {
    const task = taskOf({ aperture: 0 }, { aperture: 0.1 });
    expect(render(task)).toEqual(renderMouth(task).picture);
  });

  it('region: a larger one lets the source show further out, a smaller one less far', () => {
    const mesh = drawnMesh({ aperture: 0 });
    const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, UNIT);
    const area = (region: number): number =>
      mouthMask(mesh, grid, UNIT, { ...USUAL_PICTURE, region }).data.reduce((sum, v) => sum + v, 0);
    expect(area(1.3) / area(1)).toBeGreaterThan(1.25);
    expect(area(0.7) / area(1)).toBeLessThan(0.75);
    const task = taskOf({ aperture: 0, noise: 0 }, { aperture: 0, noise: 0, shift: 0, seed: 2 });
    const spotted = { ...task, sources: [{ ...task.sources[0], picture: drawnCut(task, 40) }] };
    const differs = (region: number): number => changed(render(spotted, { region, colour: 0 }), task.plate);
    expect(differs(1.3)).toBeGreaterThan(1.15 * differs(1));
    expect(differs(0.7)).toBeLessThan(0.85 * differs(1));
  });

  it('feather: a wider edge is slower, a narrow one never harder than three pixels', () => {
    const mesh = drawnMesh({ aperture: 0 });
    const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, UNIT);
    const steepest = (feather: number, unit = UNIT): number => {
      const { data, width } = mouthMask(mesh, grid, unit, { ...USUAL_PICTURE, feather });
      return data.reduce((most, v, i) => Math.max(most, Math.abs(v - (data[i - width] ?? v))), 0);
    };
    expect(steepest(0.5)).toBeGreaterThan(1.5 * steepest(1));
    expect(steepest(3)).toBeLessThan(0.5 * steepest(1));
    expect(steepest(0.01)).toBeLessThan(0.75);
  });

  it('colour: at 0 the source keeps its own light, at 1 it takes the frame’s, between it lies between', () => {
    const task = taskOf({ aperture: 0, noise: 0 }, { aperture: 0.02, noise: 0, gain: 0.7, shift: 8 });
    const at = (colour: number, plane: 0 | 1): number => {
      const lips = { ...chin(task), top: chin(task).top - 12, bottom: chin(task).top - 8 };
      const patch = plane === 0 ? lips : halved(lips);
      return meanIn(render(task, { colour }), plane, patch);
    };
    expect(at(0, 0)).toBeLessThan(at(1, 0) - 20);
    expect(at(0.5, 0)).toBeGreaterThan(at(0, 0) + 6);
    expect(at(0.5, 0)).toBeLessThan(at(1, 0) - 6);
    expect(at(0, 1)).toBeGreaterThan(at(1, 1) + 3);
  });

  it('grain: at 1 as strong as the frame’s, at 0 hardly any, at 2 twice as strong', () => {
    const tasks = [1, 2].map((seed) =>
      taskOf({ aperture: 0, noise: 8, seed }, { aperture: 0.01, noise: 0, seed: 4 }),
    );
    const [{ box, wanted, plate }] = tasks;
    const grid = coarseGridOf(
      { left: box.left, top: box.top, width: plate.width, height: plate.height },
      UNIT,
    );
    const lips = enlarge(lipMask(wanted, grid, UNIT), plate.width, plate.height).data;
    // Two frames differ by nothing but their grain.
    const apart = (a: Picture, b: Picture): number => {
      let [sum, count] = [0, 0];
      lips.forEach((l, i) => {
        if (l < 0.9) return;
        sum += (a.planes[0].data[i] - b.planes[0].data[i]) ** 2;
        count++;
      });
      return Math.sqrt(sum / count / 2);
    };
    const strength = (grain: number): number => {
      const [a, b] = tasks.map((task) => render(task, { grain }));
      return apart(a, b);
    };
    const film = apart(tasks[0].plate, tasks[1].plate);
    expect(strength(1) / film).toBeGreaterThan(0.85);
    expect(strength(1) / film).toBeLessThan(1.15);
    expect(strength(0)).toBeLessThan(0.35 * film);
    expect(strength(2) / strength(1)).toBeGreaterThan(1.7);
  });

  it('sharpness: fine detail of the mouth goes up and down with it', () => {
    const task = taskOf({ aperture: 0, noise: 1 }, { aperture: 0.05, noise: 1, seed: 3 });
    const where = inMask(task);
    const detail = (sharpness: number): number => detailOf(luma(render(task, { sharpness })), where);
    expect(detail(1.4) / detail(1)).toBeGreaterThan(1.15);
    expect(detail(0.7) / detail(1)).toBeLessThan(0.9);
  });
});

/** The task's source, darker by so many levels. */
function drawnCut({ sources }: MouthTask, darker: number): Picture {
  const [{ picture }] = sources;
  const planes = picture.planes.map((plane, i) =>
    i === 0 ? { ...plane, data: plane.data.map((v) => Math.max(0, v - darker)) } : plane,
  );
  return { ...picture, planes: planes as unknown as Picture['planes'] };
}

const halved = ({ left, top, right, bottom }: ReturnType<typeof chin>) => ({
  left: left >> 1,
  top: top >> 1,
  right: right >> 1,
  bottom: bottom >> 1,
});
