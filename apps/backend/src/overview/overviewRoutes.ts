import { route } from '../http/route.ts';
import { PageQuery, pageOf } from '../http/schemas.ts';
import { may } from '../access/access.ts';
import { TitlesQuery } from '../titles/listTitles.ts';
import { DubCosts, dubCosts, TitleCosts, titleCosts } from './costs.ts';
import { DubFlags, dubFlags } from './dubFlags.ts';
import { DubShot, listDubShots } from './dubShots.ts';
import { DubTimeline, dubTimeline } from './dubTimeline.ts';
import { SourceTimeline, sourceTimeline } from './sourceTimeline.ts';
import { TitleAtAGlance, titlesOverview } from './titlesOverview.ts';
import { TitleSummary, titleSummary } from './titleSummary.ts';

/** Where things stand: what is done, what waits for whom, what it has cost. */
export const overviewRoutes = [
  route({
    name: 'titles.overview',
    method: 'GET',
    path: '/titles/overview',
    does: 'List the titles of the organisation as GET /titles does, with the film of each and how far its dubs are',
    may: 'titles:read',
    query: TitlesQuery,
    reply: pageOf(TitleAtAGlance),
    handle: ({ tx, actor, query }) => titlesOverview(tx, actor.organisation, query),
  }),
  route({
    name: 'titles.summary',
    method: 'GET',
    path: '/titles/{title}/summary',
    does: 'Show how far a title and its dubs are, and what waits for whom',
    may: 'titles:read',
    reply: TitleSummary,
    handle: ({ tx, params, actor }) => titleSummary(tx, params.title, may(actor, 'runs:read')),
  }),
  route({
    name: 'dubs.shots',
    method: 'GET',
    path: '/dubs/{dub}/shots',
    does: 'List the shots of a dub with what is planned, rendered and reviewed of each',
    may: 'shots:read',
    query: PageQuery,
    reply: pageOf(DubShot),
    handle: ({ tx, params, query }) => listDubShots(tx, params.dub, query),
  }),
  route({
    name: 'sources.timeline',
    method: 'GET',
    path: '/sources/{source}/timeline',
    does: 'Show all shots of a source and every face in them at once',
    may: 'shots:read',
    reply: SourceTimeline,
    handle: ({ tx, params, actor }) => sourceTimeline(tx, params.source, may(actor, 'performers:read')),
  }),
  route({
    name: 'dubs.timeline',
    method: 'GET',
    path: '/dubs/{dub}/timeline',
    does: 'Show where every shot of a dub stands, in a word, and all lines of its script at once',
    may: 'shots:read',
    reply: DubTimeline,
    handle: ({ tx, params }) => dubTimeline(tx, params.dub),
  }),
  route({
    name: 'dubs.flags',
    method: 'GET',
    path: '/dubs/{dub}/flags',
    does: 'Show which lips did not reach their shape, or what to look at in replaced faces, in the takes that count',
    may: 'takes:read',
    reply: DubFlags,
    handle: ({ tx, params }) => dubFlags(tx, params.dub),
  }),
  route({
    name: 'titles.costs',
    method: 'GET',
    path: '/titles/{title}/costs',
    does: 'Show what a title has cost, by act and by dub',
    may: 'runs:read',
    reply: TitleCosts,
    handle: ({ tx, params }) => titleCosts(tx, params.title),
  }),
  route({
    name: 'dubs.costs',
    method: 'GET',
    path: '/dubs/{dub}/costs',
    does: 'Show what a dub has cost, by stage and by shot',
    may: 'runs:read',
    reply: DubCosts,
    handle: ({ tx, params }) => dubCosts(tx, params.dub),
  }),
];
