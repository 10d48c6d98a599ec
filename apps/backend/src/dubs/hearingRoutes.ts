import { rawRoute } from '../http/route.ts';
import { sendPlanned } from './sendPlanned.ts';

/** What players sound of a plan: its voice as it would be delivered, and its peaks; whole or by Range. */
export const hearingRoutes = [
  rawRoute({
    name: 'plans.voice',
    method: 'GET',
    path: '/plans/{plan}/voice',
    does: 'Play the voice of a plan: exactly as long as the film, small enough for a browser',
    may: 'dubs:read',
    answers: 'audio/mp4',
    send: (call, platform) => sendPlanned(call, platform, { of: ({ voice }) => voice, ending: 'voice.m4a' }),
  }),
  rawRoute({
    name: 'plans.peaks',
    method: 'GET',
    path: '/plans/{plan}/peaks',
    does: 'Read the lowest and highest samples of the voice over time, pairs of signed bytes',
    may: 'dubs:read',
    answers: 'application/octet-stream',
    send: (call, platform) => sendPlanned(call, platform, { of: ({ peaks }) => peaks, ending: 'peaks.bin' }),
  }),
];
