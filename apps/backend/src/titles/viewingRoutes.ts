import { rawRoute } from '../http/route.ts';
import { sendView } from './sendView.ts';

/** What players show of a source: proxy, frame index, thumbnails, sound peaks; whole or by Range. */
export const viewingRoutes = [
  rawRoute({
    name: 'sources.proxy',
    method: 'GET',
    path: '/sources/{source}/proxy',
    does: 'Play the proxy of a source: exactly its frames, small enough for a browser',
    may: 'sources:read',
    answers: 'video/mp4',
    send: (call, platform) => sendView(call, platform, { of: ({ proxy }) => proxy, ending: 'proxy.mp4' }),
  }),
  rawRoute({
    name: 'sources.frames',
    method: 'GET',
    path: '/sources/{source}/frames',
    does: 'Read when each frame is shown and where the proxy can be entered',
    may: 'sources:read',
    answers: 'application/json',
    send: (call, platform) => sendView(call, platform, { of: ({ index }) => index, ending: 'frames.json' }),
  }),
  rawRoute({
    name: 'sources.thumbnails',
    method: 'GET',
    path: '/sources/{source}/thumbnails',
    does: 'Read which frames the thumbnails show and how they lie on their sheets',
    may: 'sources:read',
    answers: 'application/json',
    send: (call, platform) =>
      sendView(call, platform, { of: ({ thumbnails }) => thumbnails.index, ending: 'thumbnails.json' }),
  }),
  rawRoute({
    name: 'sources.sheet',
    method: 'GET',
    path: '/sources/{source}/thumbnails/{sheet}',
    does: 'Read a sheet of thumbnails; the first is number 0',
    may: 'sources:read',
    answers: 'image/jpeg',
    send: (call, platform) => {
      const number = Number(call.params.sheet);
      return sendView(call, platform, {
        of: ({ thumbnails }) => thumbnails.sheets[number],
        ending: `thumbnails-${number}.jpg`,
      });
    },
  }),
  rawRoute({
    name: 'sources.peaks',
    method: 'GET',
    path: '/sources/{source}/peaks',
    does: 'Read the lowest and highest samples of the original sound over time, pairs of signed bytes',
    may: 'sources:read',
    answers: 'application/octet-stream',
    send: (call, platform) => sendView(call, platform, { of: ({ peaks }) => peaks, ending: 'peaks.bin' }),
  }),
];
