import type { Zoom } from './playerState.ts';

/** Width and height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where something lies. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** How many times larger a picture may be shown. */
export const MOST_ZOOM = 12;

/** Where a whole picture lies within a place, some of it perhaps outside: as large as it can be, zoomed if wished. */
export function pictureBox(place: Box, picture: Size, zoom: Zoom | null): Box {
  const fit = Math.min(place.width / picture.width, place.height / picture.height);
  const scale = fit * (zoom?.scale ?? 1);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return {
    width,
    height,
    left: place.left + inPlace(place.width, width, zoom?.x ?? 0.5),
    top: place.top + inPlace(place.height, height, zoom?.y ?? 0.5),
  };
}

/** No edge of the picture comes into a place that it fills. */
function inPlace(room: number, length: number, middle: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, room / 2 - middle * length));
}

/** The places of the pictures on a canvas: two side by side, or one. */
export function placesOf({ width, height }: Size, beside: boolean): Box[] {
  if (!beside) return [{ left: 0, top: 0, width, height }];
  const half = Math.floor(width / 2) - 1;
  return [
    { left: 0, top: 0, width: half, height },
    { left: width - half, top: 0, width: half, height },
  ];
}

/** The zoom with which a part of the picture, in shares of it, fills the screen as far as its shape allows. */
export function zoomTo(part: Box): Zoom | null {
  const scale = Math.min(MOST_ZOOM, 1 / Math.max(part.width, part.height));
  if (scale <= 1) return null;
  return { x: part.left + part.width / 2, y: part.top + part.height / 2, scale };
}

/** Zooms in or out around a point, which stays where it is; `null` for the whole picture. */
export function zoomAround(zoom: Zoom | null, factor: number, point: { x: number; y: number }): Zoom | null {
  const before = zoom ?? { x: 0.5, y: 0.5, scale: 1 };
  const scale = Math.min(MOST_ZOOM, before.scale * factor);
  if (scale <= 1) return null;
  const kept = before.scale / scale;
  return centred({
    x: point.x + (before.x - point.x) * kept,
    y: point.y + (before.y - point.y) * kept,
    scale,
  });
}

/** Moves the part that is seen, by shares of the picture. */
export const pan = (zoom: Zoom, x: number, y: number): Zoom =>
  centred({ ...zoom, x: zoom.x + x, y: zoom.y + y });

/** The middle of what is seen stays so far inside that moving back shows at once. */
function centred({ x, y, scale }: Zoom): Zoom {
  const half = 0.5 / scale;
  const inside = (at: number): number => Math.min(1 - half, Math.max(half, at));
  return { x: inside(x), y: inside(y), scale };
}
