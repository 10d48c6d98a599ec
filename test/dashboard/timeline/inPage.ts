import { hearGestures } from '../../../apps/dashboard/components/timeline/gestures.ts';
import { SHOT_STATES } from '../../../apps/dashboard/components/timeline/shotStates.ts';
import type { TimelineTheme } from '../../../apps/dashboard/components/timeline/theme.ts';
import { TimelineCanvas } from '../../../apps/dashboard/components/timeline/timelineCanvas.ts';
import { wholeFilm } from '../../../apps/dashboard/components/timeline/view.ts';
import type { TimelineBench } from './bench.ts';
import { syntheticFilm } from './syntheticFilm.ts';

/** This runs in the page: it has the browser's types, and the dashboard's compiler looks at it. */
const THEME: TimelineTheme = {
  ...{ ground: '#101010', panel: '#191919', raised: '#232323', line: '#363636', edge: '#767676' },
  ...{ text: '#ececec', dim: '#b2b2b2', faint: '#919191', accent: '#7db4ff' },
  states: SHOT_STATES.map((_, at) => `hsl(${at * 45} 60% 60%)`),
  tones: { plain: '#b2b2b2', good: '#63c98b', warn: '#e9b949', bad: '#ff8077', accent: '#7db4ff' },
  ...{ font: '12px sans-serif', digits: '11px monospace' },
};

const canvas = document.querySelector('canvas')!;
const playhead = document.querySelector<HTMLElement>('#playhead')!;
const timeline = new TimelineCanvas(
  { canvas, playhead, theme: THEME, onView: () => undefined },
  syntheticFilm(),
);
timeline.resize(canvas.clientWidth, canvas.clientHeight);
hearGestures(canvas, {
  view: () => timeline.view,
  changeView: (view) => timeline.changeView(view),
  isScrubber: (y) => y < 24,
  scrub: (frame) => timeline.placeAt(frame, false),
  scrollLanes: (pixels) => timeline.scrollLanes(Math.max(0, timeline.scrollTop + pixels)),
  ...{ pick: () => undefined, zoomToShot: () => undefined, hover: () => undefined, leave: () => undefined },
});

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

const drive: TimelineBench['drive'] = async (frames, zooms) => {
  const between: number[] = [];
  const script: number[] = [];
  let mostItems = 0;
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
  observer.observe({ entryTypes: ['longtask'] });
  const before = timeline.work.pictures;
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    const deltaY = zooms ? (frame < frames / 2 ? -40 : 40) : 60;
    const at = { clientX: 600, clientY: 200, bubbles: true, cancelable: true };
    canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, ctrlKey: zooms }));
    const now = await nextFrame();
    between.push(now - last);
    script.push(timeline.work.milliseconds);
    mostItems = Math.max(mostItems, timeline.work.items);
    last = now;
  }
  observer.disconnect();
  const ascending = (a: number, b: number): number => a - b;
  return {
    ...{ between: between.sort(ascending), script: script.sort(ascending), mostItems, longTasks },
    pictures: timeline.work.pictures - before,
  };
};

const bench: TimelineBench = {
  drive,
  show: (whole) => {
    const { count, width } = timeline.view;
    timeline.changeView(whole ? wholeFilm(count, width) : { count, width, start: 0, perPixel: 1 });
  },
  scrollDown: () => timeline.scrollLanes(timeline.layout.lanesHeight - 200),
  play: (from, to) => {
    for (let frame = from; frame < to; frame++) timeline.placeAt(frame, true);
  },
  settle: async (frames = 2) => {
    for (let frame = 0; frame < frames; frame++) await nextFrame();
    const { start, perPixel } = timeline.view;
    return { start, perPixel, frame: timeline.frame, pictures: timeline.work.pictures };
  },
};
Object.assign(window, bench);
document.title = 'Ready';
