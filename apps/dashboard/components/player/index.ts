export { withSurroundings } from './changedParts.ts';
export { FilmPlayer } from './filmPlayer.ts';
export { pictureBox, zoomTo, type Box, type Size } from './pictureBox.ts';
export { PlayerCanvas } from './playerCanvas.tsx';
export {
  VIEW_MODES,
  type PlayedTake,
  type PlayerState,
  type Sound,
  type View,
  type ViewMode,
  type Zoom,
} from './playerState.ts';
export { Timecode, Transport } from './transport.tsx';
export { useFilmPlayer, usePlayerState, type FilmPlayerAsked, type Played } from './useFilmPlayer.ts';
export { usePlayerKeys } from './usePlayerKeys.ts';
