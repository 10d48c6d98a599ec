import { crop, type Picture } from '@mondwerk/film';
import { mouthBox } from '@mondwerk/lipsync';
import { learnUsualFace, type FaceCut, type UsualFace } from '../../libs/compositing/src/usualFace.ts';
import { LOWER_FACE } from '../../libs/lipsync/src/picture/lowerFace.ts';
import { drawnFace, drawnMesh, FACE, type Drawing } from './drawnFace.ts';
import { speaking } from './drawnHead.ts';

/** A cut-out of a drawn face, or of another picture of it. */
export function drawnCut(drawing: Drawing, picture: Picture = drawnFace(drawing)): FaceCut {
  const mesh = drawnMesh(drawing);
  const box = mouthBox([mesh], FACE.eyeDistance, picture);
  return { picture: crop(picture, box), box, mesh };
}

/** Ways in which the drawn face speaks, each with grain of its own. */
export const spoken: readonly Drawing[] = speaking(16).map(({ aperture, wider }, seed) => ({
  ...{ aperture, wider, noise: 2 },
  seed: seed + 100,
}));

/** What the drawn face usually looks like. */
export const usualDrawnFace: UsualFace = learnUsualFace(
  spoken.map((drawing) => drawnCut(drawing)),
  LOWER_FACE,
);
