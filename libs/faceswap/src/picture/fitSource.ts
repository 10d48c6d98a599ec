import { EYE_CORNERS } from '@mondwerk/face';
import {
  eachPlane,
  type Fields,
  fieldsOf,
  type FlatMesh,
  type PictureSource,
  shrink,
} from '@mondwerk/compositing';

/** A source that shows the face so many times larger than the frame is made smaller first, or its detail would alias. */
const LARGER = 1.15;

/** A cut-out as it is to be warped: its planes, and where it lies in a frame of its own scale. */
export interface FittedSource {
  readonly planes: Fields;
  readonly source: PictureSource;
}

/** A source at about the scale at which its face comes to lie in the frame; never larger than it was. */
export function fitSource(source: PictureSource, laid: FlatMesh): FittedSource {
  const planes = fieldsOf(source.picture);
  const scale = eyesApart(source.mesh) / eyesApart(laid);
  if (scale < LARGER) return { planes, source };
  const { box, mesh, picture } = source;
  const size = ([width, height]: readonly [number, number]): readonly [number, number] => [
    Math.max(2, 2 * Math.round(width / scale / 2)),
    Math.max(2, 2 * Math.round(height / scale / 2)),
  ];
  const [width, height] = size([picture.width, picture.height]);
  const { shiftX, shiftY } = picture.format;
  const [sx, sy] = [width / picture.width, height / picture.height];
  return {
    planes: eachPlane((i) =>
      i === 0 ? shrink(planes[0], width, height) : shrink(planes[i], width >> shiftX, height >> shiftY),
    ),
    source: {
      ...source,
      box: { left: box.left * sx, top: box.top * sy, right: box.right * sx, bottom: box.bottom * sy },
      mesh: mesh.map((value, i) => value * (i % 2 === 0 ? sx : sy)),
    },
  };
}

function eyesApart(mesh: FlatMesh): number {
  const [left, right] = EYE_CORNERS;
  return Math.hypot(mesh[2 * right] - mesh[2 * left], mesh[2 * right + 1] - mesh[2 * left + 1]);
}
