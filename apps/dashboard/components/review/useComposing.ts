'use client';

import { useState } from 'react';
import type { FrameSpan } from '@mondwerk/film';
import type { FilmPlayer } from '#components/player/index.ts';
import type { Note } from '#lib/api/notes.ts';
import type { PenColour, Stroke } from './strokes.ts';

/** A note that is being written, or written anew. */
export interface Draft {
  /** The note that is changed; `null` for a new one. */
  readonly note: Note | null;
  readonly text: string;
  readonly strokes: readonly Stroke[];
  /** The frame on which it is written. */
  readonly frame: number;
  /** The loop, if somebody has set one of their own: the note can be on all of it. */
  readonly loop: FrameSpan | null;
  readonly onLoop: boolean;
  /** The take that it is about. */
  readonly take: string | null;
}

/** Writing a note and drawing over the picture. */
export interface Composing {
  readonly draft: Draft | null;
  readonly colour: PenColour;
  readonly setColour: (colour: PenColour) => void;
  readonly begin: (player: FilmPlayer, shot: FrameSpan, take: string | null) => void;
  readonly edit: (player: FilmPlayer, note: Note) => void;
  readonly change: (changes: Partial<Pick<Draft, 'text' | 'strokes' | 'onLoop'>>) => void;
  readonly undoStroke: () => void;
  readonly end: () => void;
}

/** Keeps the note that is being written; the player stands still meanwhile. */
export function useComposing(): Composing {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [colour, setColour] = useState<PenColour>('red');
  return {
    ...{ draft, colour, setColour },
    begin: (player, shot, take) => {
      player.pause();
      const { frame, loop } = player.state;
      const own = loop !== null && (loop.start !== shot.start || loop.end !== shot.end) ? loop : null;
      setDraft({ note: null, text: '', strokes: [], frame, loop: own, onLoop: own !== null, take });
    },
    edit: (player, note) => {
      player.pause();
      player.seek(note.start);
      const { text, drawing, start, take } = note;
      setDraft({
        note,
        text,
        strokes: drawing?.strokes ?? [],
        frame: start,
        loop: null,
        onLoop: false,
        take,
      });
    },
    change: (changes) => setDraft((before) => before && { ...before, ...changes }),
    undoStroke: () => setDraft((before) => before && { ...before, strokes: before.strokes.slice(0, -1) }),
    end: () => setDraft(null),
  };
}

/** The frames that a draft is on. */
export const framesOfDraft = ({ frame, loop, onLoop }: Draft): FrameSpan =>
  onLoop && loop !== null ? loop : { start: frame, end: frame + 1 };
