import { SHOT_STATES, STATE_LOOKS, type Pattern } from './shotStates.ts';
import type { MarkTone } from './timelineModel.ts';

/** The colours and letters of a timeline, as a canvas wants them. */
export interface TimelineTheme {
  readonly ground: string;
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly dim: string;
  readonly faint: string;
  readonly accent: string;
  /** By place in SHOT_STATES. */
  readonly states: readonly string[];
  readonly tones: Readonly<Record<MarkTone, string>>;
  readonly font: string;
  readonly digits: string;
}

/** Reads the tokens of globals.css that hold at an element. */
export function themeOf(element: Element): TimelineTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--color-${name}`).trim() || '#888';
  const sans = style.getPropertyValue('--font-sans').trim() || 'sans-serif';
  const mono = style.getPropertyValue('--font-mono').trim() || 'monospace';
  return {
    ...{ ground: token('ground'), panel: token('panel'), raised: token('raised'), line: token('line') },
    ...{ edge: token('edge'), text: token('text'), dim: token('dim'), faint: token('faint') },
    accent: token('accent'),
    states: SHOT_STATES.map((state) => token(STATE_LOOKS[state].token)),
    tones: {
      ...{ plain: token('dim'), good: token('good'), warn: token('warn'), bad: token('bad') },
      accent: token('accent'),
    },
    font: `12px ${sans}`,
    digits: `11px ${mono}`,
  };
}

/** The side of a pattern's tile, in pixels. */
export const TILE = 6;

/** The strokes over a colour that tell it apart without it; in a tile of TILE. */
const STROKES: Readonly<Record<Pattern, string>> = {
  solid: '',
  rising: 'M-1 1 L1 -1 M-1 7 L7 -1 M5 7 L7 5',
  falling: 'M-1 5 L1 7 M-1 -1 L7 7 M5 -1 L7 1',
  crossed: 'M0 0 L6 6 M0 6 L6 0',
  upright: 'M3 0 L3 6',
  level: 'M0 3 L6 3',
  dotted: 'M2 2 L4 2 L4 4 L2 4 Z',
};

/** How the states are filled, by place in SHOT_STATES. */
export function fillsOf(context: CanvasRenderingContext2D, theme: TimelineTheme): (string | CanvasPattern)[] {
  return SHOT_STATES.map((state, at) => {
    const { pattern } = STATE_LOOKS[state];
    if (pattern === 'solid') return theme.states[at];
    return context.createPattern(tile(theme.states[at], STROKES[pattern]), 'repeat') ?? theme.states[at];
  });
}

function tile(colour: string, strokes: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = TILE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = 'rgb(0 0 0 / 0.35)';
  context.lineWidth = 1.5;
  context.stroke(new Path2D(strokes));
  return canvas;
}

/** The signs of the states as paths, by place in SHOT_STATES. */
export const signsOfStates = (): (Path2D | null)[] =>
  SHOT_STATES.map((state) => {
    const { sign } = STATE_LOOKS[state];
    return sign === '' ? null : new Path2D(sign);
  });
