'use client';

import { useEffect, useState } from 'react';

/** What lies around the picture; each can be put away. */
export interface Layout {
  readonly shotsShown: boolean;
  readonly detailsShown: boolean;
  readonly drawingsShown: boolean;
  /** The picture has the whole screen. */
  readonly full: boolean;
  readonly toggleShots: () => void;
  readonly toggleDetails: () => void;
  readonly toggleDrawings: () => void;
  readonly toggleFull: () => void;
  /** Puts everything away, or brings it back. */
  readonly toggleAll: () => void;
}

/** Keeps which panels are shown. Going full screen puts them away, coming back brings them back. */
export function useLayout(): Layout {
  const [shotsShown, setShots] = useState(true);
  const [detailsShown, setDetails] = useState(true);
  const [drawingsShown, setDrawings] = useState(true);
  const [full, setFull] = useState(false);
  const showPanels = (shown: boolean): void => {
    setShots(shown);
    setDetails(shown);
  };
  useEffect(() => {
    const changed = (): void => {
      const now = document.fullscreenElement !== null;
      setFull(now);
      setShots(!now);
      setDetails(!now);
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  return {
    ...{ shotsShown, detailsShown, drawingsShown, full },
    toggleShots: () => setShots(!shotsShown),
    toggleDetails: () => setDetails(!detailsShown),
    toggleDrawings: () => setDrawings(!drawingsShown),
    toggleAll: () => showPanels(!(shotsShown || detailsShown)),
    toggleFull: () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen();
      else void document.documentElement.requestFullscreen().catch(() => undefined);
    },
  };
}
