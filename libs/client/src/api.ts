// Written by `npm run client` from the routes of apps/backend: change those, not this.

export interface paths {
  '/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was done in the organisation, the newest first */
    get: operations['audit.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/characters/{character}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a character; its lines are nobody’s then */
    delete: operations['characters.delete'];
    options?: never;
    head?: never;
    /** Rename a character, say who plays it, or that it is never seen speaking */
    patch: operations['characters.edit'];
    trace?: never;
  };
  '/deliveries/{delivery}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a delivery, with the SHA-256 sums of its files */
    get: operations['deliveries.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deliveries/{delivery}/files/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download a file of a delivery, whole or in part */
    get: operations['deliveries.download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deliveries/{delivery}/source': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the film of a delivered replacement the newest source of its title, to be dubbed like any other */
    post: operations['deliveries.becomeSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{draft}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a draft: whether it is ready, and which frames it shows */
    get: operations['drafts.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{draft}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Play a draft in the browser: the line, and a few frames before and after it */
    get: operations['drafts.preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a dub or a replacement */
    get: operations['dubs.read'];
    put?: never;
    post?: never;
    /** Delete a dub with everything that belongs to it */
    delete: operations['dubs.delete'];
    options?: never;
    head?: never;
    /** Change how a dub is aligned, or which source it is made from while it has no takes */
    patch: operations['dubs.edit'];
    trace?: never;
  };
  '/dubs/{dub}/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show what a dub has cost, by stage and by shot */
    get: operations['dubs.costs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the deliveries of a dub, the newest first */
    get: operations['deliveries.list'];
    put?: never;
    /** Make a package from the approved takes of a dub or a replacement: film, edit decision list, report and sums */
    post: operations['deliveries.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Draft a line with settings of its own, before all else that waits, if the rights of everyone in it are recorded */
    post: operations['drafts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/flags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show which lips did not reach their shape, or what to look at in replaced faces, in the takes that count */
    get: operations['dubs.flags'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the notes on a dub and its takes, or those on some frames */
    get: operations['notes.list'];
    put?: never;
    /** Write a note on frames of a dub or of one take, and draw on them */
    post: operations['notes.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the plans of a dub, the newest first */
    get: operations['plans.list'];
    put?: never;
    /** Plan a dub from its voice, its lines and its cast as they are now, or a replacement from its footage */
    post: operations['plans.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/rights/missing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell what rights are missing before all planned shots of a dub can be rendered */
    get: operations['rights.missing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/script': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the script of a dub as it stands now, in any format */
    get: operations['scripts.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/scripts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the scripts of a dub, the newest, which is the one in use, first */
    get: operations['scripts.list'];
    put?: never;
    /** Use an upload as the script of a dub: its lines, and the characters that it names */
    post: operations['scripts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/shots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the shots of a dub with what is planned, rendered and reviewed of each */
    get: operations['dubs.shots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/stems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the audio files of a dub */
    get: operations['stems.list'];
    put?: never;
    /** Use an upload as an audio file of a dub; it replaces one of the same kind and character */
    post: operations['stems.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/takes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the takes of a dub, the newest first */
    get: operations['takes.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show where every shot of a dub stands, in a word, and all lines of its script at once */
    get: operations['dubs.timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/transcriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hear what the voice of a dub says, each of its files by itself; the lines become its newest script */
    post: operations['transcriptions.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dubs/{dub}/verdicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was decided last about each take of a dub, the newest takes first */
    get: operations['verdicts.listOfDub'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stream what happens as server-sent events: with Last-Event-ID first what was missed; job events, which tell progress, have no id and are not kept */
    get: operations['events.stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell that the process lives */
    get: operations['health.live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell whether database, migrations, queue and storage are in order (200), or what is not (503) */
    get: operations['health.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose a password with an invitation */
    post: operations['invitations.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lines/{line}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change what a line says, when, who says it, and how the mouth says it */
    patch: operations['lines.edit'];
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the figures for Prometheus: with METRICS_TOKEN as bearer, or from this machine when none is set */
    get: operations['metrics.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the models that are used, with their licences and sums; speech models and generators as this machine has them */
    get: operations['models.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notes/{note}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a note */
    get: operations['notes.read'];
    put?: never;
    post?: never;
    /** Delete a note of one’s own; producers may delete those of others */
    delete: operations['notes.delete'];
    options?: never;
    head?: never;
    /** Change a note of one’s own; producers may change those of others */
    patch: operations['notes.edit'];
    trace?: never;
  };
  '/notes/{note}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that a note has been dealt with, or that it has not */
    post: operations['notes.resolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make an organisation with its first administrator, who gets a link to choose a password */
    post: operations['organisations.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations/{organisation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show your organisation */
    get: operations['organisations.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename your organisation; operators also change how much it may store */
    patch: operations['organisations.edit'];
    trace?: never;
  };
  '/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your password; you are signed out everywhere else */
    put: operations['password.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the people of the organisation */
    get: operations['people.list'];
    put?: never;
    /** Add somebody; the answer holds, this once, what they sign in with */
    post: operations['people.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show somebody */
    get: operations['people.read'];
    put?: never;
    post?: never;
    /** Remove somebody */
    delete: operations['people.delete'];
    options?: never;
    head?: never;
    /** Change somebody’s name, e-mail or role, shut them out or let them in again */
    patch: operations['people.edit'];
    trace?: never;
  };
  '/people/{person}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a link with which somebody chooses a new password; it is shown this once */
    post: operations['people.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{person}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take away the authenticator app of somebody who has lost it */
    delete: operations['people.dropSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/performers/{performer}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a performer */
    get: operations['performers.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename a performer, have them ignored, or say how far their mouth moves */
    patch: operations['performers.edit'];
    trace?: never;
  };
  '/performers/{performer}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that a performer is the same person as another one, who gets all tracks and parts */
    post: operations['performers.merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/performers/{performer}/portrait': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a picture of a performer's face */
    get: operations['performers.portrait'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/performers/{performer}/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record on what a performer’s face may be rendered; it cannot be changed afterwards, only revoked */
    post: operations['rights.record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/performers/{performer}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that some tracks of a performer are somebody else's, new or known; this undoes a merge */
    post: operations['performers.split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/performers/{performer}/tracks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the face tracks of a performer */
    get: operations['performers.tracks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a plan */
    get: operations['plans.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what a plan found of its lines, in their order */
    get: operations['plans.lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/lines/{index}/mouth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the sounds of a line, the shapes that they need, and frame by frame what each mouth does in it */
    get: operations['plans.mouth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/peaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the lowest and highest samples of the voice over time, pairs of signed bytes */
    get: operations['plans.peaks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/renders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Render shots of a plan, if the rights of everyone in them are recorded */
    post: operations['renders.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/shots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the shots of a plan in their order */
    get: operations['plans.shots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans/{plan}/voice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Play the voice of a plan: exactly as long as the film, small enough for a browser */
    get: operations['plans.voice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pronunciations/{pronunciation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a pronunciation: the word is said again as its language reads it */
    delete: operations['pronunciations.delete'];
    options?: never;
    head?: never;
    /** Change how a word is said, in which language, or what is noted of it */
    patch: operations['pronunciations.edit'];
    trace?: never;
  };
  '/replacements/{replacement}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a replacement */
    get: operations['replacements.read'];
    put?: never;
    post?: never;
    /** Delete a replacement with everything that belongs to it */
    delete: operations['replacements.delete'];
    options?: never;
    head?: never;
    /** Change the footage, the shots or the settings of a replacement, or while it has no takes whom it is about */
    patch: operations['replacements.edit'];
    trace?: never;
  };
  '/replacements/{replacement}/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose from which of the shown performer’s frames each face is taken, before anyone pays for it */
    post: operations['replacements.plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rights/{basis}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a rights basis */
    get: operations['rights.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rights/{basis}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the signed paper of a rights basis */
    get: operations['rights.evidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rights/{basis}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a rights basis: from now on nothing is rendered or delivered on it; packages that were finished stay */
    post: operations['rights.revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the runs of the organisation, the newest first */
    get: operations['runs.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a run */
    get: operations['runs.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a run for good, unless it is retried */
    post: operations['runs.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the jobs of a run: how far each is, why it failed, what it cost */
    get: operations['runs.jobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a run until it is resumed */
    post: operations['runs.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/priority': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a run more or less urgent than others; what has begun is not interrupted */
    post: operations['runs.prioritise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a paused run go on */
    post: operations['runs.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{run}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try again what failed or was cancelled in a run; what is done stays done */
    post: operations['runs.retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scripts/{script}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a script with its lines; the one before it counts again */
    delete: operations['scripts.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scripts/{script}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download a script as it was uploaded */
    get: operations['scripts.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scripts/{script}/formats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the formats in which a script can be downloaded, and what of it each cannot carry */
    get: operations['scripts.formats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scripts/{script}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the lines of a script in their order */
    get: operations['lines.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Say of many lines at once who says them, that nobody is seen saying them, or how their mouths shall be */
    patch: operations['lines.editMany'];
    trace?: never;
  };
  '/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell whether your authenticator app is asked for, and how many recovery codes are left */
    get: operations['secondFactor.read'];
    put?: never;
    /** Begin with an authenticator app; it is asked for once a code of it was confirmed */
    post: operations['secondFactor.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm the authenticator app with its first code; the answer holds recovery codes, this once */
    post: operations['secondFactor.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in without an authenticator app again; a code proves that it is you */
    post: operations['secondFactor.disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell who is signed in, what they may do and the CSRF token of their session */
    get: operations['session.read'];
    put?: never;
    /** Sign in with e-mail and password; the session is in a cookie */
    post: operations['session.create'];
    /** Sign out */
    delete: operations['session.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Send the browser to the OpenID Connect provider to sign in */
    get: operations['session.oidc'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/oidc/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Begin the session of somebody who comes back from the OpenID Connect provider */
    get: operations['session.oidcCallback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a source and how far its analysis is */
    get: operations['sources.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/analyses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Analyse a source again: one that failed goes on where it stopped */
    post: operations['sources.analyse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/frames': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read when each frame is shown and where the proxy can be entered */
    get: operations['sources.frames'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/peaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the lowest and highest samples of the original sound over time, pairs of signed bytes */
    get: operations['sources.peaks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/proxy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Play the proxy of a source: exactly its frames, small enough for a browser */
    get: operations['sources.proxy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/shots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the shots of a source in their order */
    get: operations['shots.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/thumbnails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read which frames the thumbnails show and how they lie on their sheets */
    get: operations['sources.thumbnails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/thumbnails/{sheet}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a sheet of thumbnails; the first is number 0 */
    get: operations['sources.sheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show all shots of a source and every face in them at once */
    get: operations['sources.timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/stems/{stem}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an audio file away from its dub */
    delete: operations['stems.delete'];
    options?: never;
    head?: never;
    /** Say what an audio file is, or whose voice; one that was just that becomes what this one was */
    patch: operations['stems.edit'];
    trace?: never;
  };
  '/takes/{take}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a take, with what was rendered and what it cost */
    get: operations['takes.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/takes/{take}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Play a take in the browser: exactly its frames */
    get: operations['takes.preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/takes/{take}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the report of a take and of those that were rendered with it */
    get: operations['takes.report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/takes/{take}/verdicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was decided about a take, the newest first */
    get: operations['verdicts.list'];
    put?: never;
    /** Approve a take, or send it back with what the next one shall be like, and render that at once if wished */
    post: operations['verdicts.give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the titles of the organisation, the newest first; `name` finds those whose name has it in it */
    get: operations['titles.list'];
    put?: never;
    /** Create a title */
    post: operations['titles.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a title */
    get: operations['titles.read'];
    put?: never;
    post?: never;
    /** Delete a title with everything that belongs to it */
    delete: operations['titles.delete'];
    options?: never;
    head?: never;
    /** Rename a title, say its language, archive it or bring it back */
    patch: operations['titles.edit'];
    trace?: never;
  };
  '/titles/{title}/characters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the characters of a title */
    get: operations['characters.list'];
    put?: never;
    /** Create a character; those that a script names are there already */
    post: operations['characters.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show what a title has cost, by act and by dub */
    get: operations['titles.costs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/dubs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the dubs and the replacements of a title */
    get: operations['dubs.list'];
    put?: never;
    /** Create a dub of a title in a language */
    post: operations['dubs.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Import a file from a folder or bucket where the studio keeps it; it is copied, then checked like an upload */
    post: operations['uploads.import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/performers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the performers of a title, those who are seen most first */
    get: operations['performers.list'];
    put?: never;
    /** Name a performer whom the film does not show, so that what they agreed to can be recorded and their face be shown */
    post: operations['performers.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/pronunciations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List how the names of a title are said, in the order of their making */
    get: operations['pronunciations.list'];
    put?: never;
    /** Say how a word or a phrase is said; several of one word are variants */
    post: operations['pronunciations.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/pronunciations/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add what a lexicon says: rows of word,said,language,note, or of word = /ipa/ */
    post: operations['pronunciations.import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/pronunciations/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell in IPA how a word is said in a language */
    get: operations['pronunciations.preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/pronunciations/sound': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hear a word as a simple voice says it */
    get: operations['pronunciations.hear'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/pronunciations/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List words of the scripts of a title that are likely names and have no pronunciation, the surest first */
    get: operations['pronunciations.suggest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/replacements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the replacements of a title */
    get: operations['replacements.list'];
    put?: never;
    /** Put another performer’s face on a head of a title’s film; nothing is rendered before both have agreed */
    post: operations['replacements.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what is recorded of the rights in a title’s performers, the newest first */
    get: operations['rights.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the runs of a title, the newest first */
    get: operations['runs.listOfTitle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/script': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the script of the original dialogue as it stands now, in any format */
    get: operations['scripts.exportOriginal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/scripts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the scripts of the original dialogue, the newest, which is the one in use, first */
    get: operations['scripts.listOriginal'];
    put?: never;
    /** Use an upload as the script of the original dialogue, from which it is learnt how performers articulate */
    post: operations['scripts.createOriginal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the sources of a title, the newest, which is the one in use, first */
    get: operations['sources.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show how far a title and its dubs are, and what waits for whom */
    get: operations['titles.summary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/{title}/transcriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hear the original dialogue in the sound of the film; the lines become its newest script */
    post: operations['transcriptions.createOriginal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the titles of the organisation as GET /titles does, with the film of each and how far its dubs are */
    get: operations['titles.overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/titles/sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a title with a short film, a Spanish voice and scripts of our own, to try everything on */
    post: operations['titles.sample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your API tokens */
    get: operations['tokens.list'];
    put?: never;
    /** Make an API token; it is shown this once */
    post: operations['tokens.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an API token of yours; administrators revoke anyone’s */
    delete: operations['tokens.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tracks/{track}/portrait': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a picture of the face that a track follows */
    get: operations['performers.trackPortrait'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List uploads, the newest first */
    get: operations['uploads.list'];
    put?: never;
    /** Begin an upload as tus 1.0 says; Upload-Metadata has purpose, title, filename and, if known, sha256 */
    post: operations['uploads.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/uploads/{upload}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at an upload; HEAD tells, as tus 1.0 says, how much of it has arrived */
    get: operations['uploads.read'];
    put?: never;
    post?: never;
    /** Stop an upload, or remove the file of one of which nothing was made */
    delete: operations['uploads.delete'];
    options?: never;
    head?: never;
    /** Add bytes to an upload as tus 1.0 says; the last ones have it checked */
    patch: operations['uploads.append'];
    trace?: never;
  };
  '/uploads/{upload}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download the file of an upload that is ready */
    get: operations['uploads.download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the webhooks of the organisation */
    get: operations['webhooks.list'];
    put?: never;
    /** Have an address told what happens; the secret that signs the messages is shown this once */
    post: operations['webhooks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/{webhook}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a webhook */
    get: operations['webhooks.read'];
    put?: never;
    post?: never;
    /** Delete a webhook and its messages */
    delete: operations['webhooks.delete'];
    options?: never;
    head?: never;
    /** Change where a webhook is and what it hears of, turn it off, or on again after it failed too often */
    patch: operations['webhooks.edit'];
    trace?: never;
  };
  '/webhooks/{webhook}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what a webhook was told and what came of it, the newest first */
    get: operations['webhooks.messages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/{webhook}/messages/{message}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a message to a webhook again, now */
    post: operations['webhooks.retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a webhook a message of the kind `test`, also one that is turned off */
    post: operations['webhooks.test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the workers that are there, with what they are doing */
    get: operations['workers.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AuditEntry: {
      act: string;
      /** Format: date-time */
      at: string;
      detail: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      id: string;
      /** @description Who did it; they may have been removed since */
      person: string | null;
      /** @description Names the request in the logs */
      request: string | null;
      /** @description What it was done to */
      thing: string | null;
      /** @description The API token that was used, if one was */
      token: string | null;
    };
    Character: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description Never seen speaking: a narrator, a voice on the telephone */
      offScreen: boolean;
      /** @description Who plays the part; null while nobody has said */
      performer: string | null;
      /** Format: uuid */
      title: string;
      version: number;
    };
    Delivery: {
      /** Format: uuid */
      dub: string;
      /** @description What is in it, once it is ready */
      files: {
        bytes: number;
        name: string;
        sha256: string;
      }[];
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      number: number;
      /** @description Numbers of shots that were planned but keep the original picture */
      readonly originalShots: number[];
      /** @description Why it could not be made */
      problem: string | null;
      /** @enum {string} */
      profile: 'h264' | 'prores';
      run: string | null;
      /** @enum {string} */
      state: 'making' | 'ready' | 'failed' | 'cancelled';
      /** @description The approved takes that it is made from */
      readonly takes: string[];
      territories: string[] | null;
      /** Format: uuid */
      title: string;
      version: number;
    };
    Draft: {
      /** Format: uuid */
      dub: string;
      /** @description Frames of the film that the preview shows; null until it is ready */
      frames: {
        end: number;
        start: number;
      } | null;
      /** Format: uuid */
      id: string;
      /** @description The number of the line in the script, from 0 */
      line: number;
      /** @description Frames in which the line is heard; null until it is ready */
      lineFrames: {
        end: number;
        start: number;
      } | null;
      /** Format: date-time */
      madeAt: string;
      /** @description Mouths that stay as they were, and why */
      passed: {
        mouths: number;
        reason: string;
      }[];
      /** Format: uuid */
      plan: string;
      /** @description Why it could not be made */
      problem: string | null;
      /** @description New mouths in it; null until it is ready */
      rendered: number | null;
      /** Format: uuid */
      run: string;
      /** @description What its mouth is drafted with */
      settings: {
        /** @description What is wanted of single sounds. */
        cues: {
          cue: {
            /** @description What was heard there: where that has changed the edit does nothing. */
            ipa: string;
            /** @description Its number among the phones of the line, from 0, pauses counted. */
            phone: number;
          };
          /** @description The mouth makes nothing of it. */
          muted?: boolean;
          /**
           * @description The shape that it gets instead of its own.
           * @enum {string}
           */
          shape?: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
          /** @description Seconds by which the mouth makes it later; negative: earlier. */
          shift?: number;
          /** @description How far the mouth moves for it, 1 as predicted. */
          strength?: number;
        }[];
        /** @description Seconds by which the mouth moves later than the voice; negative: earlier. */
        offset: number;
        /** @description How far the mouth moves, 1 as predicted. */
        strength: number;
      };
      /** @description Edits that do nothing, because the sound that they are of is not there any more */
      staleEdits: {
        /** @description What was heard there when it was edited */
        ipa: string;
        /** @description The number of the line in the script */
        line: number;
        /** @description The number of the sound in the line */
        phone: number;
      }[];
      /** @enum {string} */
      state: 'making' | 'ready' | 'failed' | 'cancelled';
    };
    Drawing: {
      strokes: {
        colour: string;
        /** @description x, y from the top left corner */
        points: [number, number][];
        /** @description A share of the picture’s width */
        width: number;
      }[];
    };
    Dub: {
      /** Format: uuid */
      id: string;
      /**
       * @description replacement: the film in its own language, with another face (GET /replacements/{replacement})
       * @enum {string}
       */
      kind: 'dub' | 'replacement';
      language: string;
      /** Format: date-time */
      madeAt: string;
      settings: components['schemas']['DubSettings'];
      /** Format: uuid */
      source: string;
      /** Format: uuid */
      title: string;
      version: number;
    };
    DubCosts: {
      /** @description The shots that were rendered, in their order, over all their takes */
      shots: {
        index: number;
        /** @description Seconds that workers were at it */
        workerSeconds: number;
      }[];
      stages: {
        jobs: number;
        /** @enum {string} */
        stage:
          | 'probe'
          | 'makeProxy'
          | 'cutShots'
          | 'trackFaces'
          | 'findPerformers'
          | 'hearLines'
          | 'alignSpeech'
          | 'makeVoice'
          | 'castPerformers'
          | 'buildAtlas'
          | 'cueMouths'
          | 'planLines'
          | 'gatherSources'
          | 'renderMouths'
          | 'inspect'
          | 'draftLine'
          | 'trackDonors'
          | 'learnFaces'
          | 'planFaces'
          | 'gatherFaces'
          | 'renderFaces'
          | 'inspectFaces'
          | 'conformVoice'
          | 'conformFilm'
          | 'seal';
        /** @description Seconds that workers were at it */
        workerSeconds: number;
      }[];
      /** @description Seconds that workers were at it */
      workerSeconds: number;
    };
    DubFlags: {
      /** @description Of a replacement */
      faces: {
        frames: {
          end: number;
          start: number;
        };
        performer: string;
        /** @description What is to be looked at there */
        sentence: string;
        /** @description The number of the shot in the film */
        shot: number;
        /** Format: uuid */
        take: string;
        timecode: string;
      }[];
      flags: {
        frame: number;
        /** @description The sound that asked for the shape */
        ipa: string;
        /** @description The number of the line in its script */
        line: number;
        performer: string;
        /** @description The same, measured in the new picture */
        seenGap: number | null;
        /** @description The number of the shot in the film */
        shot: number;
        /** Format: uuid */
        take: string;
        timecode: string;
        /** @description Between the inner lips, as it was asked for, in eye distances */
        wantedGap: number;
      }[];
    };
    DubSettings: {
      /**
       * @description Pad a voice with silence, or cut it, where it is not as long as the film
       * @default false
       */
      fitVoice: boolean;
      /**
       * @description Move mouths further where the voice shouts, and less far where it murmurs
       * @default true
       */
      followLoudness: boolean;
      /**
       * @description Leave lines alone that the old mouths nearly say already
       * @default false
       */
      onlyVisible: boolean;
      /**
       * @description Keep the pauses of a voice that drifts from the times of its script
       * @default false
       */
      voiceAsIs: boolean;
    };
    DubShot: {
      end: number;
      index: number;
      /** @description What the newest plan says; null where nobody speaks */
      planned: {
        frames: number;
        leftAlone: number;
        mouths: number;
        seconds: number;
      } | null;
      /** @description What the newest render run does with it, until that has ended well */
      rendering: {
        /** Format: uuid */
        job: string;
        /** Format: uuid */
        run: string;
        /** @enum {string} */
        state: 'waiting' | 'queued' | 'running' | 'paused' | 'failed' | 'cancelled' | 'done';
      } | null;
      /** Format: uuid */
      shot: string;
      start: number;
      /** @description The newest take */
      take: {
        /** Format: uuid */
        id: string;
        number: number;
        openNotes: number;
        /** @enum {string} */
        state: 'to-review' | 'approved' | 'sent-back' | 'superseded';
      } | null;
    };
    DubTimeline: {
      /** @enum {string} */
      kind: 'dub' | 'replacement';
      /** @description Of the script in use; none of a replacement */
      lines: {
        /** @description Whether the times are those of the voice, as the newest plan heard it */
        aligned: boolean;
        character: string | null;
        end: number | null;
        /** Format: uuid */
        id: string;
        index: number;
        offScreen: boolean;
        /** @description Seconds from the first frame: where the voice says it, else what the script says */
        start: number | null;
        text: string;
      }[];
      shots: {
        index: number;
        /** @enum {string} */
        state:
          | 'rendering'
          | 'failed'
          | 'to-review'
          | 'approved'
          | 'sent-back'
          | 'matches'
          | 'to-render'
          | 'untouched';
        /** @description The newest, or the approved one where a newer one was sent back or superseded */
        take: {
          /** Format: uuid */
          id: string;
          number: number;
          openNotes: number;
        } | null;
      }[];
      /** @description The newest plan whose voice can be heard (GET /plans/{plan}/voice); null before there is one */
      voice: string | null;
    };
    FaceTrack: {
      end: number;
      frontal: number | null;
      hasPortrait: boolean;
      /** @description Of the face, as a share of the picture's height */
      height: number;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      performer: string;
      /** @description The number of its shot */
      shot: number;
      start: number;
    };
    FormatOfScript: {
      /** @enum {string} */
      format: 'srt' | 'vtt' | 'ttml' | 'dapt' | 'detx' | 'csv';
      /** @description What of this script it cannot carry, in words */
      readonly lost: string[];
      name: string;
    };
    Generator: {
      /** @enum {string} */
      form:
        | 'dfm'
        | 'inswapper-128'
        | 'hififace-256'
        | 'wav2lip-96'
        | 'edtalk-256'
        | 'gfpgan-512'
        | 'arcface-112'
        | 'converter-512';
      /** @description To whom the licence was given; null: to everybody */
      holder: string | null;
      /**
       * @description What it is for
       * @enum {string}
       */
      kind: 'swapper' | 'lips' | 'restorer' | 'embedder' | 'converter';
      /** @description As whoever added it said */
      licence: string;
      name: string;
      /** @description Whose face it makes; null: anybody’s */
      performer: string | null;
      sha256: string;
      /**
       * @description What that licence allows; each includes those after it
       * @enum {string}
       */
      use: 'commercial' | 'non-commercial' | 'research';
    };
    Invitation: {
      /** Format: date-time */
      expiresAt: string;
      token: string;
      url: string;
    };
    Job: {
      attempt: number;
      endedAt: string | null;
      /** @description What to do about it */
      hint: string | null;
      /** Format: uuid */
      id: string;
      /** @description How far it is; total is null while nobody knows */
      progress: {
        done: number;
        total: number | null;
        unit: string | null;
      };
      /** @description Why it failed */
      reason: string | null;
      /** Format: uuid */
      run: string;
      /** @description The number of its shot; null where the stage works on the film as a whole */
      shot: number | null;
      /** @enum {string} */
      stage:
        | 'probe'
        | 'makeProxy'
        | 'cutShots'
        | 'trackFaces'
        | 'findPerformers'
        | 'hearLines'
        | 'alignSpeech'
        | 'makeVoice'
        | 'castPerformers'
        | 'buildAtlas'
        | 'cueMouths'
        | 'planLines'
        | 'gatherSources'
        | 'renderMouths'
        | 'inspect'
        | 'draftLine'
        | 'trackDonors'
        | 'learnFaces'
        | 'planFaces'
        | 'gatherFaces'
        | 'renderFaces'
        | 'inspectFaces'
        | 'conformVoice'
        | 'conformFilm'
        | 'seal';
      startedAt: string | null;
      /** @enum {string} */
      state: 'waiting' | 'queued' | 'running' | 'paused' | 'failed' | 'cancelled' | 'done';
      /** @description The name of the worker that has it */
      worker: string | null;
      /** @description What it has cost */
      workerSeconds: number;
    };
    Line: {
      character: string | null;
      end: number | null;
      /** Format: uuid */
      id: string;
      /** @description Its number in the script, from 0 */
      index: number;
      /** @description Where it is said in another language than the script’s */
      language: string | null;
      /** @description What people marked by hand of the lips, in seconds from the first frame */
      marks:
        | {
            at: number;
            /** @enum {string} */
            kind: 'in-open' | 'in-close' | 'mpb' | 'neutral' | 'out-open' | 'out-close';
          }[]
        | null;
      /** @description Said by nobody who is seen: no mouth is touched */
      offScreen: boolean;
      /** @description What the script says: whether the speaker is seen throughout, never, first or last */
      onScreen: ('on' | 'off' | 'on-off' | 'off-on') | null;
      /** Format: uuid */
      script: string;
      /** @description How its mouth shall differ from what the voice says */
      settings: {
        /** @description What is wanted of single sounds. */
        cues: {
          cue: {
            /** @description What was heard there: where that has changed the edit does nothing. */
            ipa: string;
            /** @description Its number among the phones of the line, from 0, pauses counted. */
            phone: number;
          };
          /** @description The mouth makes nothing of it. */
          muted?: boolean;
          /**
           * @description The shape that it gets instead of its own.
           * @enum {string}
           */
          shape?: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
          /** @description Seconds by which the mouth makes it later; negative: earlier. */
          shift?: number;
          /** @description How far the mouth moves for it, 1 as predicted. */
          strength?: number;
        }[];
        /** @description Leave the mouth as it was. */
        leave: boolean;
        /** @description Seconds by which the mouth moves later than the voice; negative: earlier. */
        offset: number;
        /** @description How far the mouth moves, 1 as predicted. */
        strength: number;
      };
      /** @description Seconds from the first frame; null in a script without times */
      start: number | null;
      text: string;
      version: number;
    };
    LineMouth: {
      character: string | null;
      /** @description The shapes that the mouth must reach */
      cues: {
        /** @description How round, 0 to 1, where people want it so */
        amount?: number;
        end: number;
        ipa: string;
        /**
         * @description A mark in the script asks for it, not the sound
         * @constant
         */
        origin?: 'mark';
        /** @enum {string} */
        shape: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
        start: number;
      }[];
      /** @description The number of the line in the script, from 0 */
      index: number;
      mouths: {
        end: number;
        /** @description Where the old mouth stays, and why */
        passed: {
          end: number;
          reason: string;
          start: number;
        }[];
        performer: string;
        /** @description How far the old lips stand apart: the mean of three gaps at the middle of the inner lips, in distances between the outer corners of the eyes; null where the mouth was not seen or cannot be trusted */
        seen: (number | null)[];
        /** @description The number of the shot in the film */
        shot: number;
        /** @description Frames of the film, from start up to, not including, end */
        start: number;
        /** @description How much of the new mouth is shown: 1 all of it, between where it comes or goes, 0 the old mouth */
        strength: number[];
        /** @description The face track in the shot */
        track: string;
        /** @description How far the line needs them apart, in the same unit */
        wanted: number[];
      }[];
      /** @description The sounds as they were heard in the voice */
      phones: {
        confidence: number;
        end: number;
        /** @description `_` for silence */
        ipa: string;
        /** @description Seconds from the first frame */
        start: number;
        word: string | null;
      }[];
      /** @description As it was planned */
      text: string;
    };
    MadeOrganisation: {
      administrator: components['schemas']['MadePerson'];
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description How many bytes it may store; null without a limit */
      quota: number | null;
      version: number;
    };
    MadePerson: {
      /** @description When they were shut out */
      disabledAt: string | null;
      email: string;
      /** Format: uuid */
      id: string;
      invitation: components['schemas']['Invitation'] | null;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description Whether they look after the installation */
      operator: boolean;
      /** @description Lent: to be changed at the first sign-in */
      password: string | null;
      /** @enum {string} */
      role: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
      version: number;
    };
    MadeToken: {
      expiresAt: string | null;
      /** Format: uuid */
      id: string;
      lastUsedAt: string | null;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description What it is good for; null for everything that its person may do */
      scopes:
        | (
            | 'organisations:read'
            | 'organisations:edit'
            | 'organisations:create'
            | 'people:read'
            | 'people:create'
            | 'people:edit'
            | 'people:delete'
            | 'tokens:read'
            | 'tokens:create'
            | 'tokens:delete'
            | 'webhooks:read'
            | 'webhooks:create'
            | 'webhooks:edit'
            | 'webhooks:delete'
            | 'audit:read'
            | 'titles:read'
            | 'titles:create'
            | 'titles:edit'
            | 'titles:delete'
            | 'uploads:read'
            | 'uploads:create'
            | 'uploads:delete'
            | 'sources:read'
            | 'sources:create'
            | 'sources:edit'
            | 'shots:read'
            | 'performers:read'
            | 'performers:create'
            | 'performers:edit'
            | 'characters:read'
            | 'characters:create'
            | 'characters:edit'
            | 'characters:delete'
            | 'dubs:read'
            | 'dubs:create'
            | 'dubs:edit'
            | 'dubs:delete'
            | 'replacements:read'
            | 'replacements:create'
            | 'replacements:edit'
            | 'replacements:delete'
            | 'stems:read'
            | 'stems:create'
            | 'stems:edit'
            | 'stems:delete'
            | 'scripts:read'
            | 'scripts:create'
            | 'scripts:delete'
            | 'pronunciations:read'
            | 'pronunciations:create'
            | 'pronunciations:edit'
            | 'pronunciations:delete'
            | 'lines:read'
            | 'lines:edit'
            | 'plans:read'
            | 'plans:create'
            | 'drafts:read'
            | 'drafts:create'
            | 'runs:read'
            | 'runs:create'
            | 'runs:edit'
            | 'takes:read'
            | 'notes:read'
            | 'notes:create'
            | 'notes:edit'
            | 'notes:delete'
            | 'verdicts:read'
            | 'verdicts:create'
            | 'rights:read'
            | 'rights:create'
            | 'rights:edit'
            | 'deliveries:read'
            | 'deliveries:create'
            | 'models:read'
            | 'workers:read'
            | 'events:read'
          )[]
        | null;
      /** @description Shown this once */
      token: string;
    };
    MissingRight: {
      /** @enum {string} */
      clause: 'basis' | 'revoked' | 'term' | 'language' | 'kind' | 'extent' | 'territory';
      /** Format: uuid */
      performer: string;
      sentence: string;
    };
    Model: {
      /** @description What that licence allows; unknown is no permission */
      allows: {
        /** @enum {string} */
        commercialUse: 'yes' | 'unknown';
        /**
         * @description Where it may be used
         * @enum {string}
         */
        territory: 'worldwide' | 'unknown';
      };
      name: string;
      /** @description What is known of the licence of the weights themselves */
      originalLicence: string;
      /** @description The npm package that the weights are taken from */
      package: string;
      packageLicence: string;
      purpose: string;
      sha256: {
        graph: string;
        weights: string;
      };
      vendor: string;
      version: string;
    };
    Note: {
      author: string | null;
      drawing: components['schemas']['Drawing'] | null;
      /** Format: uuid */
      dub: string;
      end: number;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      resolvedAt: string | null;
      start: number;
      take: string | null;
      text: string;
      version: number;
    };
    Organisation: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description How many bytes it may store; null without a limit */
      quota: number | null;
      version: number;
    };
    Performer: {
      /** @description 1 where they look into the camera, 0 where they are turned away by 90°; over all frames */
      frontal: number | null;
      hasPortrait: boolean;
      /** @description Of the face, as a share of the picture's height */
      height: {
        largest: number;
        median: number;
      } | null;
      /** Format: uuid */
      id: string;
      /** @description An extra, or nobody at all: never dubbed */
      ignored: boolean;
      /** @description false: named by people, because a replacement shows their face from other footage */
      inFilm: boolean;
      /** Format: date-time */
      madeAt: string;
      /** @description The performer that this one turned out to be */
      mergedInto: string | null;
      name: string;
      /** @description How much they are seen */
      screen: {
        frames: number;
        seconds: number | null;
        shots: number;
        tracks: number;
      };
      /** Format: uuid */
      source: string;
      /** @description How far their mouth moves in dubs, 1 as predicted, from 0.5 mumbled to 1.5 exaggerated */
      strength: number;
      /** Format: uuid */
      title: string;
      version: number;
    };
    Person: {
      /** @description When they were shut out */
      disabledAt: string | null;
      email: string;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description Whether they look after the installation */
      operator: boolean;
      /** @enum {string} */
      role: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
      version: number;
    };
    Plan: {
      /** Format: uuid */
      dub: string;
      frames: number;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      /** Format: uuid */
      run: string;
      /** @description What rendering is expected to take of one processor core */
      seconds: number;
      /** @description How many shots would be rendered */
      shots: number;
      /** @enum {string} */
      state: 'making' | 'ready' | 'failed';
    };
    PlanInFull: {
      /** Format: uuid */
      dub: string;
      /** @description Of a replacement: what was found of the shown performer, as far as it has come */
      faces: {
        /** @description Who was found in the footage */
        donors?: {
          /** @description Of the file. */
          name: string;
          /** @description Everybody in it, most seen first. */
          people: {
            /** @description Of the largest face, as a share of the picture’s height. */
            height: number;
            person: string;
            /** @description On the screen. */
            seconds: number;
            shots: number;
            /** @description Whether they are taken for the shown performer. */
            shown: boolean;
          }[];
        }[];
        /** @description Of the shown performer’s face, in all footage */
        frames?: number;
        /** @description What the footage lacks, and what would help */
        missing?: string[];
        /** @description Those that faces may be taken from */
        trusted?: number;
      } | null;
      frames: number;
      /** @description The size of its voice for browsers and how fine its peaks are; null until they are made */
      hearing: {
        bytes: number;
        peaksPerSecond: number;
      } | null;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      /** @description Whether voice, lines, cast or settings have changed since it was made */
      outdated: boolean;
      /** @description Why it failed */
      problem: string | null;
      /** Format: uuid */
      run: string;
      /** @description What rendering is expected to take of one processor core */
      seconds: number;
      /** @description How many shots would be rendered */
      shots: number;
      /** @description Edits that do nothing, because the sound that they are of is not there any more */
      staleEdits: {
        /** @description What was heard there when it was edited */
        ipa: string;
        /** @description The number of the line in the script */
        line: number;
        /** @description The number of the sound in the line */
        phone: number;
      }[];
      /** @enum {string} */
      state: 'making' | 'ready' | 'failed';
    };
    PlannedLine: {
      /** @description How well the sound fits these words, 0 to 1 */
      confidence: number;
      end: number;
      /** @description Whether the voice carries these words, at a speed that can be spoken */
      fits: boolean;
      /** @description How many frames get a new mouth for it */
      frames: number;
      /** @description The number of the line in the script, from 0 */
      index: number;
      /** @description Seconds by which it is heard later than its script says; negative: earlier */
      lateBy: number | null;
      /** @description Why it gets no new mouth at all; null when it does. not-heard: the voice has no sound for it; off-screen: it is said by nobody who is seen, as people decided; no-face: no face is on the screen while it is heard; performer-away: the performer who says it is not on the screen meanwhile; mouth-busy: the one face on the screen says another line meanwhile; left-as-asked: people asked for these frames to be left as they were; fits-already: the old mouth says it nearly as it is, and such lines are left alone; nothing-trusted: the mouth cannot be followed in any of its frames */
      leftOut:
        | (
            | 'not-heard'
            | 'off-screen'
            | 'no-face'
            | 'performer-away'
            | 'mouth-busy'
            | 'left-as-asked'
            | 'fits-already'
            | 'nothing-trusted'
          )
        | null;
      /** @description How visibly the old mouth says something else: the mean over the line’s frames of how far the opening is off, 1 from a third of the mouth’s usual opening on and where lips stay open that must meet, times the size of the face; null where no mouth can be compared */
      mismatch: number | null;
      /** @description fits: the old mouth says it nearly as it is; lips-open: the old lips stay open where a sound needs them closed or at the teeth; not-round: the old lips stay wide where a sound needs them round; too-early: the old mouth says it, but too early; too-late: the old mouth says it, but too late; too-closed: the old mouth is less open than the line needs; too-open: the old mouth is open further than the line needs */
      mismatchReason:
        ('fits' | 'lips-open' | 'not-round' | 'too-early' | 'too-late' | 'too-closed' | 'too-open') | null;
      /** @description What does not fit between the line and its voice. not-heard: Nobody says this line in the voice: record it, or take it out of the script.; other-words: The voice says other words than this line: put its text right, or its times.; words-unknown: The words of this line are not known: its mouth follows the sounds that were heard.; too-fast: Nobody can say this line in the time that it was found in: check its text and its times.; overlaps: Another line is said at the same time in the same file of the voice: give each character a file.; off-time: This line is heard more than half a second off its time in the script: put its times right. */
      problem: ('not-heard' | 'other-words' | 'words-unknown' | 'too-fast' | 'overlaps' | 'off-time') | null;
      /** @description Where it is heard, shot by shot */
      spoken: {
        /** @description Why the choice may be wrong */
        doubt: string | null;
        end: number;
        /** @description How many get a new mouth */
        frames: number;
        /** @description How many stay as they were, by why */
        passed: {
          frames: number;
          reason: string;
        }[];
        /** @description Whose mouth says it; null: nobody who is seen */
        performer: string | null;
        /** @description The number of the shot in the film */
        shot: number;
        /** @description Frames in which the line is heard there, from start up to, not including, end */
        start: number;
      }[];
      /** @description Seconds from the first frame: where the voice says it */
      start: number;
    };
    PlannedShot: {
      end: number;
      /** @description How many would be rendered */
      frames: number;
      index: number;
      /** @description Those that stay as they were because they cannot be trusted */
      leftAlone: number;
      /** @description The numbers of the lines that are said in it */
      lines: number[];
      /** @description Whether nobody would notice the old mouths: they nearly say the new lines */
      matches: boolean;
      /** @description Mouths, or faces of a replacement, that get new pictures; none: the shot is not rendered */
      mouths: number;
      performers: string[];
      /** @description What that is expected to take of one processor core */
      seconds: number;
      /** Format: uuid */
      shot: string;
      /** @description Frames of the shot, from start up to, not including, end */
      start: number;
    };
    Problem: {
      /** @description What happened and the way out, in a sentence */
      detail: string;
      errors?: {
        at: string;
        message: string;
      }[];
      /** @description Names the request in the logs */
      instance: string;
      status: number;
      title: string;
      /** @description `/problems/` and the code */
      type: string;
    };
    Pronunciation: {
      /** Format: uuid */
      id: string;
      /** @description BCP 47: in dubs of this language only; null: in all */
      language: string | null;
      /** Format: date-time */
      madeAt: string;
      note: string | null;
      /** @description /ʃɪˈvɔːn/ in IPA, Shuh-VAWN respelt, de: as German reads it, de:Schuhwonn respelt for German */
      said: string;
      /** Format: uuid */
      title: string;
      version: number;
      /** @description A word or a phrase as scripts have it */
      word: string;
    };
    Replacement: {
      /** @description Footage of the shown performer, and who in it they are; null: that is plain to see */
      donors: {
        name: string;
        person: string | null;
        /** Format: uuid */
        upload: string;
      }[];
      /**
       * Format: uuid
       * @description Its takes, notes and deliveries are asked for at /dubs/{dub} with the same id
       */
      id: string;
      /** Format: date-time */
      madeAt: string;
      /** @description The performer whose head is in the film */
      replaced: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      settings: {
        /**
         * @description A network that makes the face, as `mondwerk models` lists it on the workers; null: it is taken from footage
         * @default null
         */
        generator: string | null;
        /**
         * @description A network that restores the face, last; null: none
         * @default null
         */
        restorer: string | null;
        /**
         * @description How much of the face is the shown performer’s: 1 wholly, less lets the replaced performer’s show through
         * @default 1
         */
        strength: number;
      };
      /** @description Numbers of shots; null for all */
      shots: number[] | null;
      /** @description The performer whose face is put on it */
      shown: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      /** Format: uuid */
      source: string;
      /** Format: uuid */
      title: string;
      version: number;
    };
    RightsBasis: {
      /** @description Of the signed paper, null when none was given */
      evidenceSha256: string | null;
      /** @enum {string} */
      extent: 'mouth' | 'whole-face';
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'consent' | 'estate-consent' | 'dubbing-agreement' | 'contract-exemption';
      /** @description BCP 47 tags; null for all languages */
      languages: string[] | null;
      /** Format: date-time */
      madeAt: string;
      /** Format: uuid */
      performer: string;
      recordedBy: string | null;
      revokedAt: string | null;
      revokedBecause: string | null;
      /** @description The person who revoked it */
      revokedBy: string | null;
      signedOn: string;
      signer: string;
      /** @description ISO 3166 codes; null for everywhere */
      territories: string[] | null;
      /** Format: uuid */
      title: string;
      /** @description The first day on which it holds (UTC) */
      validFrom: string;
      /** @description The last day, null without an end */
      validTo: string | null;
      version: number;
    };
    Run: {
      /** @enum {string} */
      act: 'analyse' | 'transcribe' | 'plan' | 'render' | 'draft' | 'match' | 'replace' | 'deliver';
      askedBy: string | null;
      delivery: string | null;
      dub: string | null;
      endedAt: string | null;
      /** Format: uuid */
      id: string;
      /** @description How many there are so far; stages that work shot by shot add theirs when it is their turn */
      jobs: {
        all: number;
        done: number;
        failed: number;
        running: number;
      };
      /** Format: date-time */
      madeAt: string;
      /** @description Higher goes first */
      priority: number;
      /** @description Why it stands as it does */
      reason: string | null;
      /** @enum {string} */
      state: 'running' | 'paused' | 'failed' | 'failed-in-part' | 'cancelled' | 'done';
      /** Format: uuid */
      title: string;
      /** @description What it has cost */
      workerSeconds: number;
    };
    Script: {
      /** @description null for the original dialogue */
      dub: string | null;
      /** @description How it was heard; null where people gave it */
      heard: {
        /** @description The speech model that wrote the words down */
        model: {
          name: string;
          sha256: string;
        } | null;
        /**
         * @description draft: lines without words, only where somebody speaks
         * @enum {string}
         */
        origin: 'transcribed' | 'draft';
      } | null;
      /** Format: uuid */
      id: string;
      language: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description What was decided when it was read, in sentences */
      readonly remarks: string[];
      sha256: string;
      /** Format: uuid */
      title: string;
    };
    Session: {
      /** @description To be sent as X-CSRF-Token with each change; null for API tokens, which need none */
      csrfToken: string | null;
      /** @description When the session ends whatever happens */
      expiresAt: string | null;
      /** @description Whether the password was only lent: nothing else works before */
      mustChangePassword: boolean;
      organisation: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      /** @description What they may do */
      permissions: (
        | 'organisations:read'
        | 'organisations:edit'
        | 'organisations:create'
        | 'people:read'
        | 'people:create'
        | 'people:edit'
        | 'people:delete'
        | 'tokens:read'
        | 'tokens:create'
        | 'tokens:delete'
        | 'webhooks:read'
        | 'webhooks:create'
        | 'webhooks:edit'
        | 'webhooks:delete'
        | 'audit:read'
        | 'titles:read'
        | 'titles:create'
        | 'titles:edit'
        | 'titles:delete'
        | 'uploads:read'
        | 'uploads:create'
        | 'uploads:delete'
        | 'sources:read'
        | 'sources:create'
        | 'sources:edit'
        | 'shots:read'
        | 'performers:read'
        | 'performers:create'
        | 'performers:edit'
        | 'characters:read'
        | 'characters:create'
        | 'characters:edit'
        | 'characters:delete'
        | 'dubs:read'
        | 'dubs:create'
        | 'dubs:edit'
        | 'dubs:delete'
        | 'replacements:read'
        | 'replacements:create'
        | 'replacements:edit'
        | 'replacements:delete'
        | 'stems:read'
        | 'stems:create'
        | 'stems:edit'
        | 'stems:delete'
        | 'scripts:read'
        | 'scripts:create'
        | 'scripts:delete'
        | 'pronunciations:read'
        | 'pronunciations:create'
        | 'pronunciations:edit'
        | 'pronunciations:delete'
        | 'lines:read'
        | 'lines:edit'
        | 'plans:read'
        | 'plans:create'
        | 'drafts:read'
        | 'drafts:create'
        | 'runs:read'
        | 'runs:create'
        | 'runs:edit'
        | 'takes:read'
        | 'notes:read'
        | 'notes:create'
        | 'notes:edit'
        | 'notes:delete'
        | 'verdicts:read'
        | 'verdicts:create'
        | 'rights:read'
        | 'rights:create'
        | 'rights:edit'
        | 'deliveries:read'
        | 'deliveries:create'
        | 'models:read'
        | 'workers:read'
        | 'events:read'
      )[];
      person: {
        email: string;
        /** Format: uuid */
        id: string;
        name: string;
        operator: boolean;
        /** @enum {string} */
        role: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
      };
    };
    /** @description The frames from start up to, not including, end, between two cuts */
    Shot: {
      end: number;
      /** Format: uuid */
      id: string;
      index: number;
      start: number;
    };
    Source: {
      bytes: number;
      /** @description What was found in it; null until it has been looked into */
      facts: {
        audio: {
          channels: number;
          codec: string;
          language: string | null;
          sampleRate: number;
          title: string | null;
        }[];
        codec: string;
        colour: {
          chromaLocation: string;
          matrix: string;
          primaries: string;
          range: string;
          transfer: string;
        };
        container: string;
        format: string;
        frames: number;
        height: number;
        rate: {
          den: number;
          num: number;
        };
        seconds: number;
        timecode?: string;
        variable: boolean;
        width: number;
      } | null;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      /** @description The delivered replacement that it is; null where it was brought */
      madeFrom: {
        /** Format: uuid */
        delivery: string;
        /** @description Of the delivery in its title */
        number: number;
        /** @description Whose heads have whose faces */
        replaced: {
          replaced: {
            /** Format: uuid */
            id: string;
            name: string;
          };
          shown: {
            /** Format: uuid */
            id: string;
            name: string;
          };
        }[];
      } | null;
      name: string;
      /** @description Why it cannot be used */
      problem: string | null;
      sha256: string;
      /** @enum {string} */
      state: 'waiting' | 'analysing' | 'ready' | 'failed';
      /** Format: uuid */
      title: string;
      version: number;
      /** @description The size of its proxy, how many sheets of thumbnails and whether sound peaks there are */
      viewing: {
        bytes: number;
        sheets: number;
        sound: boolean;
      } | null;
    };
    SourceTimeline: {
      shots: {
        end: number;
        /** Format: uuid */
        id: string;
        index: number;
        start: number;
      }[];
      /** @description Every face through every shot; null for those who may not see performers */
      tracks:
        | {
            end: number;
            /** @description 1 into the camera, 0 turned away by 90° */
            frontal: number | null;
            /** @description Of the face, as a share of the picture’s height */
            height: number;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            performer: string;
            /** @description The number of its shot */
            shot: number;
            start: number;
          }[]
        | null;
    };
    SpeechModel: {
      bytes: number;
      /** @description Whether it is the one that transcribes */
      inUse: boolean;
      /** @description As whoever added it said; null: unknown, which is no permission */
      licence: string | null;
      /** @description Whether it understands more than English */
      multilingual: boolean;
      name: string;
      sha256: string;
      /** @description tiny, base, small, medium, large, large-v3, turbo or unknown */
      size: string;
    };
    Stem: {
      /** @description Whose voice it is, when it is one character’s */
      character: string | null;
      /** Format: uuid */
      dub: string;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'dialogue' | 'mix' | 'music-and-effects';
      /** Format: date-time */
      madeAt: string;
      name: string;
      seconds: number;
      sha256: string;
      version: number;
    };
    Take: {
      /** @description Of its lossless pictures in storage */
      bytes: number;
      /** Format: uuid */
      dub: string;
      /** @description Lips that did not reach their shape, or places to look at in replaced faces (GET /dubs/{dub}/flags); null until they have been measured */
      flagged: number | null;
      frames: {
        /** @description The frame after the last */
        end: number;
        start: number;
      };
      /** Format: uuid */
      id: string;
      /** @description The number of its shot in the film */
      index: number;
      /** Format: date-time */
      madeAt: string;
      /** @description New mouths, or faces of a replacement, and those left as they were because they could not be trusted */
      mouths: {
        passed: number;
        rendered: number;
      };
      number: number;
      readonly performers: string[];
      preview: {
        bytes: number;
        sha256: string;
      };
      /** Format: uuid */
      run: string;
      settings: {
        /**
         * @description Seconds by which the mouths shall move later than the plan says; negative: earlier.
         * @default 0
         */
        delay: number;
        /**
         * @description Performers whose mouths stay as they were.
         * @default []
         */
        leaveAlone: string[];
        /** @description Polygons that a person drew over mouths. */
        masks?: {
          /** @description Width of the soft edge in pixels, or as a share of the height; a 200th of it when left out. */
          feather?: number;
          /** @description Only over this performer’s mouth: an id or a character; every mouth when left out. */
          performer?: string;
          /** @description Key frames: between two the corners move evenly, before the first and after the last they rest. */
          shapes: {
            /** @description A time from the film’s first frame: 00:01:20:12, 1:20.5 or seconds. */
            at?: string | number;
            /** @description x, y of each, at least three. */
            corners: number[][];
            /** @description The frame of the film, from 0. */
            frame?: number;
          }[];
          /**
           * @description What is seen inside: the frame’s own pixels, or the new mouth whatever lies in front of it.
           * @enum {string}
           */
          shows: 'frame' | 'mouth';
          /**
           * @description What corners are counted in: the film’s pixels, or shares of its width and height, 0 to 1.
           * @enum {string}
           */
          unit: 'pixels' | 'picture';
        }[];
        /**
         * @description How far the mouths move, 1 as the plan says.
         * @default 1
         */
        opening: number;
        /** @description How the new mouths are laid in; left out: as usual. */
        picture?: {
          all?: {
            /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
            colour?: number;
            /** @description Width of that region’s soft edge, 1 as usual. */
            feather?: number;
            /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
            grain?: number;
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Size of the region that the new mouth may fill, 1 as usual. */
            region?: number;
            /** @description Fine detail of the new mouth, 1 as in its source and frame. */
            sharpness?: number;
            /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
            smoothing?: number;
            /** @description Which frames of the performer are liked best as sources. */
            sources?:
              | ('usual' | 'any' | 'own shot' | 'long runs')
              | {
                  /** @description How dear short runs are, 1 as usual. */
                  longRuns?: number;
                  /** @description How dear other shots are, 1 as usual. */
                  ownShot?: number;
                };
          };
          lines?: {
            /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
            colour?: number;
            /** @description Width of that region’s soft edge, 1 as usual. */
            feather?: number;
            /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
            grain?: number;
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Its number in the script, from 0. */
            line: number;
            /** @description Size of the region that the new mouth may fill, 1 as usual. */
            region?: number;
            /** @description Fine detail of the new mouth, 1 as in its source and frame. */
            sharpness?: number;
            /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
            smoothing?: number;
            /** @description Which frames of the performer are liked best as sources. */
            sources?:
              | ('usual' | 'any' | 'own shot' | 'long runs')
              | {
                  /** @description How dear short runs are, 1 as usual. */
                  longRuns?: number;
                  /** @description How dear other shots are, 1 as usual. */
                  ownShot?: number;
                };
          }[];
          /** @description By performer. */
          performers?: {
            [key: string]: {
              /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
              colour?: number;
              /** @description Width of that region’s soft edge, 1 as usual. */
              feather?: number;
              /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
              grain?: number;
              /** @description Leave the mouth as it was. */
              leave?: boolean;
              /** @description Size of the region that the new mouth may fill, 1 as usual. */
              region?: number;
              /** @description Fine detail of the new mouth, 1 as in its source and frame. */
              sharpness?: number;
              /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
              smoothing?: number;
              /** @description Which frames of the performer are liked best as sources. */
              sources?:
                | ('usual' | 'any' | 'own shot' | 'long runs')
                | {
                    /** @description How dear short runs are, 1 as usual. */
                    longRuns?: number;
                    /** @description How dear other shots are, 1 as usual. */
                    ownShot?: number;
                  };
            };
          };
        };
        /**
         * @description Frames of the film in which every mouth stays as it was.
         * @default []
         */
        untouched: {
          end: number;
          start: number;
        }[];
      };
      /** Format: uuid */
      shot: string;
      /** @enum {string} */
      state: 'to-review' | 'approved' | 'sent-back' | 'superseded';
      /** @description Whether every sample outside the new mouths or faces is the film’s own, by its hash */
      untouchedEqual: boolean;
      version: number;
    };
    Title: {
      archivedAt: string | null;
      /** @description Whether it is made to earn money: then networks whose licences forbid that are not used for it */
      commercial: boolean;
      /** Format: uuid */
      id: string;
      language: string | null;
      /** Format: date-time */
      madeAt: string;
      name: string;
      version: number;
    };
    TitleAtAGlance: {
      archivedAt: string | null;
      dubs: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'dub' | 'replacement';
        language: string;
        plan: ('making' | 'ready' | 'failed') | null;
        /** @description Where the shots stand: those with a job by it, the others by their newest take */
        shots: {
          approved: number;
          failed: number;
          /** @description Those in which nobody would notice the old mouths: they may stay */
          matches: number;
          /** @description Shots with mouths or faces that could be rendered: the sum of the others */
          planned: number;
          rendering: number;
          sentBack: number;
          toRender: number;
          toReview: number;
        };
        waits: components['schemas']['Waiting'][];
      }[];
      /** Format: uuid */
      id: string;
      language: string | null;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description The one in use */
      source: {
        /** @description What was found in it; null until it has been looked into */
        facts: {
          frames: number;
          height: number;
          rate: {
            den: number;
            num: number;
          };
          seconds: number;
          width: number;
        } | null;
        /** Format: uuid */
        id: string;
        name: string;
        /** @description Why it cannot be used */
        problem: string | null;
        /** @enum {string} */
        state: 'waiting' | 'analysing' | 'ready' | 'failed';
        /** @description Whether there are any to be shown */
        thumbnails: boolean;
      } | null;
      version: number;
      waits: components['schemas']['Waiting'][];
    };
    TitleCosts: {
      acts: {
        /** @enum {string} */
        act: 'analyse' | 'transcribe' | 'plan' | 'render' | 'draft' | 'match' | 'replace' | 'deliver';
        runs: number;
        /** @description Seconds that workers were at it */
        workerSeconds: number;
      }[];
      dubs: {
        /** Format: uuid */
        dub: string;
        /** @enum {string} */
        kind: 'dub' | 'replacement';
        language: string;
        /** @description Seconds that workers were at it */
        workerSeconds: number;
      }[];
      /** @description Seconds that workers were at it */
      workerSeconds: number;
    };
    TitleSummary: {
      dubs: {
        /** Format: uuid */
        dub: string;
        /** @enum {string} */
        kind: 'dub' | 'replacement';
        language: string;
        plan: ('making' | 'ready' | 'failed') | null;
        /** @description Where the shots stand: those with a job by it, the others by their newest take */
        shots: {
          approved: number;
          failed: number;
          /** @description Those in which nobody would notice the old mouths: they may stay */
          matches: number;
          /** @description Shots with mouths or faces that could be rendered: the sum of the others */
          planned: number;
          rendering: number;
          sentBack: number;
          toRender: number;
          toReview: number;
        };
        waits: components['schemas']['Waiting'][];
        /** @description What it has cost; null for those who may not see runs */
        workerSeconds: number | null;
      }[];
      /** @description Those who may be dubbed */
      performers: number;
      /** @description The one in use */
      source: {
        /** Format: uuid */
        id: string;
        name: string;
        /** @enum {string} */
        state: 'waiting' | 'analysing' | 'ready' | 'failed';
      } | null;
      waits: components['schemas']['Waiting'][];
      /** @description What it has cost; null for those who may not see runs */
      workerSeconds: number | null;
    };
    Token: {
      expiresAt: string | null;
      /** Format: uuid */
      id: string;
      lastUsedAt: string | null;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description What it is good for; null for everything that its person may do */
      scopes:
        | (
            | 'organisations:read'
            | 'organisations:edit'
            | 'organisations:create'
            | 'people:read'
            | 'people:create'
            | 'people:edit'
            | 'people:delete'
            | 'tokens:read'
            | 'tokens:create'
            | 'tokens:delete'
            | 'webhooks:read'
            | 'webhooks:create'
            | 'webhooks:edit'
            | 'webhooks:delete'
            | 'audit:read'
            | 'titles:read'
            | 'titles:create'
            | 'titles:edit'
            | 'titles:delete'
            | 'uploads:read'
            | 'uploads:create'
            | 'uploads:delete'
            | 'sources:read'
            | 'sources:create'
            | 'sources:edit'
            | 'shots:read'
            | 'performers:read'
            | 'performers:create'
            | 'performers:edit'
            | 'characters:read'
            | 'characters:create'
            | 'characters:edit'
            | 'characters:delete'
            | 'dubs:read'
            | 'dubs:create'
            | 'dubs:edit'
            | 'dubs:delete'
            | 'replacements:read'
            | 'replacements:create'
            | 'replacements:edit'
            | 'replacements:delete'
            | 'stems:read'
            | 'stems:create'
            | 'stems:edit'
            | 'stems:delete'
            | 'scripts:read'
            | 'scripts:create'
            | 'scripts:delete'
            | 'pronunciations:read'
            | 'pronunciations:create'
            | 'pronunciations:edit'
            | 'pronunciations:delete'
            | 'lines:read'
            | 'lines:edit'
            | 'plans:read'
            | 'plans:create'
            | 'drafts:read'
            | 'drafts:create'
            | 'runs:read'
            | 'runs:create'
            | 'runs:edit'
            | 'takes:read'
            | 'notes:read'
            | 'notes:create'
            | 'notes:edit'
            | 'notes:delete'
            | 'verdicts:read'
            | 'verdicts:create'
            | 'rights:read'
            | 'rights:create'
            | 'rights:edit'
            | 'deliveries:read'
            | 'deliveries:create'
            | 'models:read'
            | 'workers:read'
            | 'events:read'
          )[]
        | null;
    };
    Upload: {
      bytes: number;
      /** @description Bytes whose sum has been taken */
      checked: number;
      /** @description What was found in it */
      facts: {
        [key: string]: unknown;
      } | null;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      name: string;
      /** @description Where it was imported from */
      origin: string | null;
      /** @description Why it was refused */
      problem: string | null;
      /** @enum {string} */
      purpose: 'source' | 'donor-footage' | 'stem' | 'script' | 'lexicon' | 'evidence';
      /** @description Bytes that have arrived */
      received: number;
      /** @description As it was said to be; once the upload is ready, as it is */
      sha256: string | null;
      /** @enum {string} */
      state: 'receiving' | 'checking' | 'ready' | 'refused' | 'expired' | 'removed';
      /** Format: uuid */
      title: string;
      /** @description Whether something was made of it */
      used: boolean;
    };
    Verdict: {
      author: string | null;
      /** Format: uuid */
      dub: string;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      madeAt: string;
      reason: string | null;
      /** @description The run that renders the next take */
      run: string | null;
      /** @description Of the next take, where this one was sent back */
      settings: {
        /**
         * @description Seconds by which the mouths shall move later than the plan says; negative: earlier.
         * @default 0
         */
        delay: number;
        /**
         * @description Performers whose mouths stay as they were.
         * @default []
         */
        leaveAlone: string[];
        /** @description Polygons that a person drew over mouths. */
        masks?: {
          /** @description Width of the soft edge in pixels, or as a share of the height; a 200th of it when left out. */
          feather?: number;
          /** @description Only over this performer’s mouth: an id or a character; every mouth when left out. */
          performer?: string;
          /** @description Key frames: between two the corners move evenly, before the first and after the last they rest. */
          shapes: {
            /** @description A time from the film’s first frame: 00:01:20:12, 1:20.5 or seconds. */
            at?: string | number;
            /** @description x, y of each, at least three. */
            corners: number[][];
            /** @description The frame of the film, from 0. */
            frame?: number;
          }[];
          /**
           * @description What is seen inside: the frame’s own pixels, or the new mouth whatever lies in front of it.
           * @enum {string}
           */
          shows: 'frame' | 'mouth';
          /**
           * @description What corners are counted in: the film’s pixels, or shares of its width and height, 0 to 1.
           * @enum {string}
           */
          unit: 'pixels' | 'picture';
        }[];
        /**
         * @description How far the mouths move, 1 as the plan says.
         * @default 1
         */
        opening: number;
        /** @description How the new mouths are laid in; left out: as usual. */
        picture?: {
          all?: {
            /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
            colour?: number;
            /** @description Width of that region’s soft edge, 1 as usual. */
            feather?: number;
            /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
            grain?: number;
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Size of the region that the new mouth may fill, 1 as usual. */
            region?: number;
            /** @description Fine detail of the new mouth, 1 as in its source and frame. */
            sharpness?: number;
            /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
            smoothing?: number;
            /** @description Which frames of the performer are liked best as sources. */
            sources?:
              | ('usual' | 'any' | 'own shot' | 'long runs')
              | {
                  /** @description How dear short runs are, 1 as usual. */
                  longRuns?: number;
                  /** @description How dear other shots are, 1 as usual. */
                  ownShot?: number;
                };
          };
          lines?: {
            /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
            colour?: number;
            /** @description Width of that region’s soft edge, 1 as usual. */
            feather?: number;
            /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
            grain?: number;
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Its number in the script, from 0. */
            line: number;
            /** @description Size of the region that the new mouth may fill, 1 as usual. */
            region?: number;
            /** @description Fine detail of the new mouth, 1 as in its source and frame. */
            sharpness?: number;
            /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
            smoothing?: number;
            /** @description Which frames of the performer are liked best as sources. */
            sources?:
              | ('usual' | 'any' | 'own shot' | 'long runs')
              | {
                  /** @description How dear short runs are, 1 as usual. */
                  longRuns?: number;
                  /** @description How dear other shots are, 1 as usual. */
                  ownShot?: number;
                };
          }[];
          /** @description By performer. */
          performers?: {
            [key: string]: {
              /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
              colour?: number;
              /** @description Width of that region’s soft edge, 1 as usual. */
              feather?: number;
              /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
              grain?: number;
              /** @description Leave the mouth as it was. */
              leave?: boolean;
              /** @description Size of the region that the new mouth may fill, 1 as usual. */
              region?: number;
              /** @description Fine detail of the new mouth, 1 as in its source and frame. */
              sharpness?: number;
              /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
              smoothing?: number;
              /** @description Which frames of the performer are liked best as sources. */
              sources?:
                | ('usual' | 'any' | 'own shot' | 'long runs')
                | {
                    /** @description How dear short runs are, 1 as usual. */
                    longRuns?: number;
                    /** @description How dear other shots are, 1 as usual. */
                    ownShot?: number;
                  };
            };
          };
        };
        /**
         * @description Frames of the film in which every mouth stays as it was.
         * @default []
         */
        untouched: {
          end: number;
          start: number;
        }[];
      } | null;
      /** Format: uuid */
      take: string;
      /** @enum {string} */
      verdict: 'approved' | 'sent-back';
    };
    /** @description Who has to do what next, and for how many shots */
    Waiting: {
      /**
       * @description The same as `what`, for programs
       * @enum {string}
       */
      code:
        | 'upload-film'
        | 'analyse-film'
        | 'analysis-failed'
        | 'create-dub'
        | 'upload-voice'
        | 'upload-script'
        | 'plan-dub'
        | 'planning'
        | 'planning-failed'
        | 'start-rendering'
        | 'rendering'
        | 'rendering-failed'
        | 'render-sent-back'
        | 'review'
        | 'deliver'
        | 'upload-footage'
        | 'match-faces'
        | 'matching'
        | 'matching-failed'
        | 'deliver-replacement';
      count: number | null;
      /** @enum {string} */
      for: 'producer' | 'artist' | 'reviewer' | 'workers';
      what: string;
    };
    Webhook: {
      disabledAt: string | null;
      disabledReason: string | null;
      /** @description Tries that failed since one succeeded */
      failures: number;
      /** Format: uuid */
      id: string;
      /** @description What it hears of; everything when empty */
      kinds: string[];
      /** Format: date-time */
      madeAt: string;
      url: string;
      version: number;
    };
    WebhookMessage: {
      attempts: number;
      body: string;
      endedAt: string | null;
      /** Format: uuid */
      event: string;
      /** Format: uuid */
      id: string;
      kind: string;
      /** Format: date-time */
      madeAt: string;
      milliseconds: number | null;
      nextAt: string | null;
      problem: string | null;
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'failed';
      status: number | null;
    };
    Worker: {
      /** @description How many jobs it has in hand, of all organisations */
      busy: number;
      capabilities: string[];
      concurrency: number;
      /** @description Those of your organisation */
      doing: {
        done: number;
        /** Format: uuid */
        job: string;
        /** Format: uuid */
        run: string;
        shot: number | null;
        stage: string;
        /** Format: uuid */
        title: string;
        total: number | null;
        unit: string | null;
      }[];
      /** @description When it stopped or was found dead */
      endedAt: string | null;
      host: string;
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: date-time */
      seenAt: string;
      /** Format: date-time */
      startedAt: string;
      version: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'audit.list': {
    parameters: {
      query?: {
        act?: string;
        after?: string;
        limit?: number;
        person?: string;
        since?: string;
        thing?: string;
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what was done in the organisation, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEntry'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'characters.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        character: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a character; its lines are nobody’s then */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'characters.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        character: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          offScreen?: boolean;
          performer?: string | null;
        };
      };
    };
    responses: {
      /** @description Rename a character, say who plays it, or that it is never seen speaking */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Character'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'deliveries.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delivery: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a delivery, with the SHA-256 sums of its files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'deliveries.download': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delivery: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download a file of a delivery, whole or in part */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'deliveries.becomeSource': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        delivery: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Make the film of a delivered replacement the newest source of its title, to be dubbed like any other */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'drafts.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draft: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a draft: whether it is ready, and which frames it shows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'drafts.preview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draft: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Play a draft in the browser: the line, and a few frames before and after it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'video/mp4': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a dub or a replacement */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dub'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a dub with everything that belongs to it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          settings?: components['schemas']['DubSettings'];
          /** Format: uuid */
          source?: string;
        };
      };
    };
    responses: {
      /** @description Change how a dub is aligned, or which source it is made from while it has no takes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dub'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.costs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show what a dub has cost, by stage and by shot */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DubCosts'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'deliveries.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        state?: 'making' | 'ready' | 'failed' | 'cancelled';
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the deliveries of a dub, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Delivery'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'deliveries.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description H.264 in MP4, or ProRes 422 HQ in MOV
           * @enum {string}
           */
          profile: 'h264' | 'prores';
          /**
           * @description Numbers of the shots to change; null for all that were planned
           * @default null
           */
          shots?: number[] | null;
          /**
           * @description Where it will be shown, as ISO 3166 codes, if that is to be checked against the rights
           * @default null
           */
          territories?: string[] | null;
          /**
           * @description Whether takes that were rendered to another voice than the current one are delivered
           * @default false
           */
          withOlderVoice?: boolean;
          /**
           * @description Whether shots without an approved take are delivered with the original picture
           * @default false
           */
          withoutUnapproved?: boolean;
        };
      };
    };
    responses: {
      /** @description Make a package from the approved takes of a dub or a replacement: film, edit decision list, report and sums */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'drafts.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The number of the line in the script, from 0 */
          line: number;
          /**
           * Format: uuid
           * @description What it is drafted from; the newest that is ready when not given
           */
          plan?: string;
          /** @description What its mouth is drafted with; null: as is stored with the line */
          settings: {
            /**
             * @description What is wanted of single sounds.
             * @default []
             */
            cues?: {
              cue: {
                /** @description What was heard there: where that has changed the edit does nothing. */
                ipa: string;
                /** @description Its number among the phones of the line, from 0, pauses counted. */
                phone: number;
              };
              /** @description The mouth makes nothing of it. */
              muted?: boolean;
              /**
               * @description The shape that it gets instead of its own.
               * @enum {string}
               */
              shape?: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
              /** @description Seconds by which the mouth makes it later; negative: earlier. */
              shift?: number;
              /** @description How far the mouth moves for it, 1 as predicted. */
              strength?: number;
            }[];
            /**
             * @description Seconds by which the mouth moves later than the voice; negative: earlier.
             * @default 0
             */
            offset?: number;
            /**
             * @description How far the mouth moves, 1 as predicted.
             * @default 1
             */
            strength?: number;
          } | null;
        };
      };
    };
    responses: {
      /** @description Draft a line with settings of its own, before all else that waits, if the rights of everyone in it are recorded */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.flags': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show which lips did not reach their shape, or what to look at in replaced faces, in the takes that count */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DubFlags'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.list': {
    parameters: {
      query?: {
        after?: string;
        from?: number;
        limit?: number;
        resolved?: string;
        take?: string;
        to?: number;
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the notes on a dub and its takes, or those on some frames */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Note'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          drawing?: components['schemas']['Drawing'] | null;
          /** @description The frame after the last */
          end: number;
          /** @description The first frame of the film that it is about */
          start: number;
          /**
           * @description null when it is about the dub and not one take
           * @default null
           */
          take?: string | null;
          text: string;
        };
      };
    };
    responses: {
      /** @description Write a note on frames of a dub or of one take, and draw on them */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Note'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the plans of a dub, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Plan'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          priority?: number;
        };
      };
    };
    responses: {
      /** @description Plan a dub from its voice, its lines and its cast as they are now, or a replacement from its footage */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Plan'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.missing': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell what rights are missing before all planned shots of a dub can be rendered */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            missing: components['schemas']['MissingRight'][];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.export': {
    parameters: {
      query: {
        format: 'srt' | 'vtt' | 'ttml' | 'dapt' | 'detx' | 'csv';
        times?: 'script' | 'heard';
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download the script of a dub as it stands now, in any format */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the scripts of a dub, the newest, which is the one in use, first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Script'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Its frames a second, where they are others than the film’s: 25, 23.976, 30000/1001 */
          rate?: string;
          /** @description The timecode of the film’s first frame, where the script counts from it: 10:00:00:00 */
          start?: string;
          /** Format: uuid */
          upload: string;
        };
      };
    };
    responses: {
      /** @description Use an upload as the script of a dub: its lines, and the characters that it names */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.shots': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the shots of a dub with what is planned, rendered and reviewed of each */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DubShot'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'stems.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the audio files of a dub */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Stem'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'stems.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          character?: string | null;
          /**
           * @default dialogue
           * @enum {string}
           */
          kind?: 'dialogue' | 'mix' | 'music-and-effects';
          /** Format: uuid */
          upload: string;
        };
      };
    };
    responses: {
      /** @description Use an upload as an audio file of a dub; it replaces one of the same kind and character */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stem'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'takes.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        shot?: string;
        state?: 'to-review' | 'approved' | 'sent-back' | 'superseded';
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the takes of a dub, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Take'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.timeline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show where every shot of a dub stands, in a word, and all lines of its script at once */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DubTimeline'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'transcriptions.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Whether a speech model writes down the words; false: lines without words, where somebody speaks
           * @default true
           */
          words?: boolean;
        };
      };
    };
    responses: {
      /** @description Hear what the voice of a dub says, each of its files by itself; the lines become its newest script */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'verdicts.listOfDub': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        state?: 'to-review' | 'approved' | 'sent-back' | 'superseded';
      };
      header?: never;
      path: {
        dub: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what was decided last about each take of a dub, the newest takes first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Verdict'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'events.stream': {
    parameters: {
      query?: {
        after?: string;
        dub?: string;
        title?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stream what happens as server-sent events: with Last-Event-ID first what was missed; job events, which tell progress, have no id and are not kept */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'health.live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell that the process lives */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            alive: true;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'health.ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell whether database, migrations, queue and storage are in order (200), or what is not (503) */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'invitations.accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          token: string;
        };
      };
    };
    responses: {
      /** @description Choose a password with an invitation */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'lines.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        line: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          character?: string | null;
          /** @description null: the script’s own */
          language?: string | null;
          offScreen?: boolean;
          /** @description What is not given stays as it is */
          settings?: {
            /** @description What is wanted of single sounds. */
            cues?: {
              cue: {
                /** @description What was heard there: where that has changed the edit does nothing. */
                ipa: string;
                /** @description Its number among the phones of the line, from 0, pauses counted. */
                phone: number;
              };
              /** @description The mouth makes nothing of it. */
              muted?: boolean;
              /**
               * @description The shape that it gets instead of its own.
               * @enum {string}
               */
              shape?: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
              /** @description Seconds by which the mouth makes it later; negative: earlier. */
              shift?: number;
              /** @description How far the mouth moves for it, 1 as predicted. */
              strength?: number;
            }[];
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Seconds by which the mouth moves later than the voice; negative: earlier. */
            offset?: number;
            /** @description How far the mouth moves, 1 as predicted. */
            strength?: number;
          };
          text?: string;
          times?: {
            end: number;
            start: number;
          } | null;
        };
      };
    };
    responses: {
      /** @description Change what a line says, when, who says it, and how the mouth says it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Line'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'metrics.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show the figures for Prometheus: with METRICS_TOKEN as bearer, or from this machine when none is set */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'models.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the models that are used, with their licences and sums; speech models and generators as this machine has them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            generators: components['schemas']['Generator'][];
            items: components['schemas']['Model'][];
            speech: components['schemas']['SpeechModel'][];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        note: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a note */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Note'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        note: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a note of one’s own; producers may delete those of others */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        note: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          drawing?: components['schemas']['Drawing'] | null;
          end?: number;
          start?: number;
          text?: string;
        };
      };
    };
    responses: {
      /** @description Change a note of one’s own; producers may change those of others */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Note'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notes.resolve': {
    parameters: {
      query?: never;
      header: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        note: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default true */
          resolved?: boolean;
        };
      };
    };
    responses: {
      /** @description Say that a note has been dealt with, or that it has not */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Note'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'organisations.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          administrator: {
            /** Format: email */
            email: string;
            name: string;
          };
          name: string;
          /** @description What QUOTA_BYTES says when not given */
          quota?: number | null;
        };
      };
    };
    responses: {
      /** @description Make an organisation with its first administrator, who gets a link to choose a password */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeOrganisation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'organisations.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organisation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show your organisation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organisation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'organisations.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        organisation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          /** @description Only operators change it */
          quota?: number | null;
        };
      };
    };
    responses: {
      /** @description Rename your organisation; operators also change how much it may store */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organisation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'password.change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          newPassword: string;
          /** @description The one so far */
          password: string;
        };
      };
    };
    responses: {
      /** @description Change your password; you are signed out everywhere else */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the people of the organisation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Person'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string;
          name: string;
          /** @enum {string} */
          role: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
          /**
           * @description By a link to choose a password, by a password that is lent, or by OpenID Connect only
           * @default invitation
           * @enum {string}
           */
          signIn?: 'invitation' | 'password' | 'elsewhere';
        };
      };
    };
    responses: {
      /** @description Add somebody; the answer holds, this once, what they sign in with */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadePerson'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show somebody */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Remove somebody */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          disabled?: boolean;
          /** Format: email */
          email?: string;
          name?: string;
          /** @description Only operators make operators */
          operator?: boolean;
          /** @enum {string} */
          role?: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
        };
      };
    };
    responses: {
      /** @description Change somebody’s name, e-mail or role, shut them out or let them in again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.invite': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Make a link with which somebody chooses a new password; it is shown this once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.dropSecondFactor': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take away the authenticator app of somebody who has lost it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a performer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Performer'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ignored?: boolean;
          name?: string;
          strength?: number;
        };
      };
    };
    responses: {
      /** @description Rename a performer, have them ignored, or say how far their mouth moves */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Performer'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.merge': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          into: string;
        };
      };
    };
    responses: {
      /** @description Say that a performer is the same person as another one, who gets all tracks and parts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Performer'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.portrait': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a picture of a performer's face */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.record': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description A ready upload for the purpose evidence
           * @default null
           */
          evidence?: string | null;
          /**
           * @description How much of the face may be rendered; the whole face: it may be replaced, and be shown on another head
           * @default mouth
           * @enum {string}
           */
          extent?: 'mouth' | 'whole-face';
          /**
           * @description The performer’s own consent, that of their estate, a dubbing agreement, or a contract that asks for no consent
           * @enum {string}
           */
          kind: 'consent' | 'estate-consent' | 'dubbing-agreement' | 'contract-exemption';
          /** @description BCP 47 tags: es covers es-419 too, but not the other way round; null for all languages */
          languages: string[] | null;
          /** Format: date */
          signedOn: string;
          /** @description Who signed it */
          signer: string;
          /**
           * @description ISO 3166 codes; null for everywhere
           * @default null
           */
          territories?: string[] | null;
          /**
           * Format: date
           * @description The first day on which it holds (UTC)
           */
          validFrom: string;
          /**
           * @description The last day, null without an end
           * @default null
           */
          validTo?: string | null;
        };
      };
    };
    responses: {
      /** @description Record on what a performer’s face may be rendered; it cannot be changed afterwards, only revoked */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RightsBasis'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.split': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @description Whose they are; somebody new when not given
           */
          into?: string;
          name?: string;
          tracks: string[];
        };
      };
    };
    responses: {
      /** @description Say that some tracks of a performer are somebody else's, new or known; this undoes a merge */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Performer'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.tracks': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        performer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the face tracks of a performer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FaceTrack'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a plan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanInFull'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.lines': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what a plan found of its lines, in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PlannedLine'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.mouth': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        index: string;
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show the sounds of a line, the shapes that they need, and frame by frame what each mouth does in it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineMouth'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.peaks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the lowest and highest samples of the voice over time, pairs of signed bytes */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'renders.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          priority?: number;
          reason?: string;
          /** @description All planned shots but those that are approved when not given */
          shots?: {
            settings?: {
              /**
               * @description Seconds by which the mouths shall move later than the plan says; negative: earlier.
               * @default 0
               */
              delay?: number;
              /**
               * @description Performers whose mouths stay as they were.
               * @default []
               */
              leaveAlone?: string[];
              /** @description Polygons that a person drew over mouths. */
              masks?: {
                /** @description Width of the soft edge in pixels, or as a share of the height; a 200th of it when left out. */
                feather?: number;
                /** @description Only over this performer’s mouth: an id or a character; every mouth when left out. */
                performer?: string;
                /** @description Key frames: between two the corners move evenly, before the first and after the last they rest. */
                shapes: {
                  /** @description A time from the film’s first frame: 00:01:20:12, 1:20.5 or seconds. */
                  at?: string | number;
                  /** @description x, y of each, at least three. */
                  corners: number[][];
                  /** @description The frame of the film, from 0. */
                  frame?: number;
                }[];
                /**
                 * @description What is seen inside: the frame’s own pixels, or the new mouth whatever lies in front of it.
                 * @enum {string}
                 */
                shows: 'frame' | 'mouth';
                /**
                 * @description What corners are counted in: the film’s pixels, or shares of its width and height, 0 to 1.
                 * @enum {string}
                 */
                unit: 'pixels' | 'picture';
              }[];
              /**
               * @description How far the mouths move, 1 as the plan says.
               * @default 1
               */
              opening?: number;
              /** @description How the new mouths are laid in; left out: as usual. */
              picture?: {
                all?: {
                  /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
                  colour?: number;
                  /** @description Width of that region’s soft edge, 1 as usual. */
                  feather?: number;
                  /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
                  grain?: number;
                  /** @description Leave the mouth as it was. */
                  leave?: boolean;
                  /** @description Size of the region that the new mouth may fill, 1 as usual. */
                  region?: number;
                  /** @description Fine detail of the new mouth, 1 as in its source and frame. */
                  sharpness?: number;
                  /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
                  smoothing?: number;
                  /** @description Which frames of the performer are liked best as sources. */
                  sources?:
                    | ('usual' | 'any' | 'own shot' | 'long runs')
                    | {
                        /** @description How dear short runs are, 1 as usual. */
                        longRuns?: number;
                        /** @description How dear other shots are, 1 as usual. */
                        ownShot?: number;
                      };
                };
                lines?: {
                  /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
                  colour?: number;
                  /** @description Width of that region’s soft edge, 1 as usual. */
                  feather?: number;
                  /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
                  grain?: number;
                  /** @description Leave the mouth as it was. */
                  leave?: boolean;
                  /** @description Its number in the script, from 0. */
                  line: number;
                  /** @description Size of the region that the new mouth may fill, 1 as usual. */
                  region?: number;
                  /** @description Fine detail of the new mouth, 1 as in its source and frame. */
                  sharpness?: number;
                  /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
                  smoothing?: number;
                  /** @description Which frames of the performer are liked best as sources. */
                  sources?:
                    | ('usual' | 'any' | 'own shot' | 'long runs')
                    | {
                        /** @description How dear short runs are, 1 as usual. */
                        longRuns?: number;
                        /** @description How dear other shots are, 1 as usual. */
                        ownShot?: number;
                      };
                }[];
                /** @description By performer. */
                performers?: {
                  [key: string]: {
                    /** @description How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly. */
                    colour?: number;
                    /** @description Width of that region’s soft edge, 1 as usual. */
                    feather?: number;
                    /** @description How much of the film’s grain the new mouth is given, 1 as much as the face round it has. */
                    grain?: number;
                    /** @description Leave the mouth as it was. */
                    leave?: boolean;
                    /** @description Size of the region that the new mouth may fill, 1 as usual. */
                    region?: number;
                    /** @description Fine detail of the new mouth, 1 as in its source and frame. */
                    sharpness?: number;
                    /** @description How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all. */
                    smoothing?: number;
                    /** @description Which frames of the performer are liked best as sources. */
                    sources?:
                      | ('usual' | 'any' | 'own shot' | 'long runs')
                      | {
                          /** @description How dear short runs are, 1 as usual. */
                          longRuns?: number;
                          /** @description How dear other shots are, 1 as usual. */
                          ownShot?: number;
                        };
                  };
                };
              };
              /**
               * @description Frames of the film in which every mouth stays as it was.
               * @default []
               */
              untouched?: {
                end: number;
                start: number;
              }[];
            };
            /** Format: uuid */
            shot: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Render shots of a plan, if the rights of everyone in them are recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            frames: number;
            run: components['schemas']['Run'];
            /** @description What it is expected to take of one processor core */
            seconds: number;
            shots: number;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.shots': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the shots of a plan in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PlannedShot'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'plans.voice': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Play the voice of a plan: exactly as long as the film, small enough for a browser */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'audio/mp4': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pronunciation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a pronunciation: the word is said again as its language reads it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        pronunciation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          language?: string | null;
          note?: string | null;
          said?: string;
          word?: string;
        };
      };
    };
    responses: {
      /** @description Change how a word is said, in which language, or what is noted of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pronunciation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        replacement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a replacement */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Replacement'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        replacement: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a replacement with everything that belongs to it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        replacement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Footage of the shown performer; none where the film itself is it */
          donors?: {
            /**
             * @description Who in it is the shown performer, as its plan tells them; null: plain to see
             * @default null
             */
            person?: string | null;
            /**
             * Format: uuid
             * @description A ready upload for the purpose donor-footage
             */
            upload: string;
          }[];
          /**
           * Format: uuid
           * @description The performer whose head is in the film
           */
          replaced?: string;
          settings?: {
            /**
             * @description A network that makes the face, as `mondwerk models` lists it on the workers; null: it is taken from footage
             * @default null
             */
            generator?: string | null;
            /**
             * @description A network that restores the face, last; null: none
             * @default null
             */
            restorer?: string | null;
            /**
             * @description How much of the face is the shown performer’s: 1 wholly, less lets the replaced performer’s show through
             * @default 1
             */
            strength?: number;
          };
          /** @description Numbers of the shots in which the face is replaced; null for all */
          shots?: number[] | null;
          /**
           * Format: uuid
           * @description The performer whose face is put on it, by name: seen in the film, or named with POST /titles/{title}/performers
           */
          shown?: string;
        };
      };
    };
    responses: {
      /** @description Change the footage, the shots or the settings of a replacement, or while it has no takes whom it is about */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Replacement'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.plan': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        replacement: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          priority?: number;
        };
      };
    };
    responses: {
      /** @description Choose from which of the shown performer’s frames each face is taken, before anyone pays for it */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Plan'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        basis: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a rights basis */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RightsBasis'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.evidence': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        basis: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download the signed paper of a rights basis */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.revoke': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        basis: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Revoke a rights basis: from now on nothing is rendered or delivered on it; packages that were finished stay */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RightsBasis'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.list': {
    parameters: {
      query?: {
        act?: 'analyse' | 'transcribe' | 'plan' | 'render' | 'draft' | 'match' | 'replace' | 'deliver';
        after?: string;
        limit?: number;
        state?: 'running' | 'paused' | 'failed' | 'failed-in-part' | 'cancelled' | 'done';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the runs of the organisation, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Run'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.cancel': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Stop a run for good, unless it is retried */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.jobs': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        stage?:
          | 'probe'
          | 'makeProxy'
          | 'cutShots'
          | 'trackFaces'
          | 'findPerformers'
          | 'hearLines'
          | 'alignSpeech'
          | 'makeVoice'
          | 'castPerformers'
          | 'buildAtlas'
          | 'cueMouths'
          | 'planLines'
          | 'gatherSources'
          | 'renderMouths'
          | 'inspect'
          | 'draftLine'
          | 'trackDonors'
          | 'learnFaces'
          | 'planFaces'
          | 'gatherFaces'
          | 'renderFaces'
          | 'inspectFaces'
          | 'conformVoice'
          | 'conformFilm'
          | 'seal';
        state?: 'waiting' | 'queued' | 'running' | 'paused' | 'failed' | 'cancelled' | 'done';
      };
      header?: never;
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the jobs of a run: how far each is, why it failed, what it cost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Job'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.pause': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Stop a run until it is resumed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.prioritise': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          priority: number;
        };
      };
    };
    responses: {
      /** @description Make a run more or less urgent than others; what has begun is not interrupted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.resume': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Let a paused run go on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.retry': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        run: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Try again what failed or was cancelled in a run; what is done stays done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        script: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a script with its lines; the one before it counts again */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.file': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        script: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download a script as it was uploaded */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.formats': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        script: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the formats in which a script can be downloaded, and what of it each cannot carry */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FormatOfScript'][];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'lines.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        script: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the lines of a script in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Line'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'lines.editMany': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        script: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          character?: string | null;
          lines: string[];
          offScreen?: boolean;
          /** @description What is not given stays as it is */
          settings?: {
            /** @description What is wanted of single sounds. */
            cues?: {
              cue: {
                /** @description What was heard there: where that has changed the edit does nothing. */
                ipa: string;
                /** @description Its number among the phones of the line, from 0, pauses counted. */
                phone: number;
              };
              /** @description The mouth makes nothing of it. */
              muted?: boolean;
              /**
               * @description The shape that it gets instead of its own.
               * @enum {string}
               */
              shape?: 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';
              /** @description Seconds by which the mouth makes it later; negative: earlier. */
              shift?: number;
              /** @description How far the mouth moves for it, 1 as predicted. */
              strength?: number;
            }[];
            /** @description Leave the mouth as it was. */
            leave?: boolean;
            /** @description Seconds by which the mouth moves later than the voice; negative: earlier. */
            offset?: number;
            /** @description How far the mouth moves, 1 as predicted. */
            strength?: number;
          };
        };
      };
    };
    responses: {
      /** @description Say of many lines at once who says them, that nobody is seen saying them, or how their mouths shall be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'secondFactor.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell whether your authenticator app is asked for, and how many recovery codes are left */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            enabled: boolean;
            recoveryCodesLeft: number;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'secondFactor.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begin with an authenticator app; it is asked for once a code of it was confirmed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            secret: string;
            uri: string;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'secondFactor.confirm': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Confirm the authenticator app with its first code; the answer holds recovery codes, this once */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            recoveryCodes: string[];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'secondFactor.disable': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Sign in without an authenticator app again; a code proves that it is you */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'session.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell who is signed in, what they may do and the CSRF token of their session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'session.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Six digits of the authenticator app, or a recovery code */
          code?: string;
          email: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Sign in with e-mail and password; the session is in a cookie */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'session.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'session.oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send the browser to the OpenID Connect provider to sign in */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'session.oidcCallback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begin the session of somebody who comes back from the OpenID Connect provider */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a source and how far its analysis is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.analyse': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Write the timecode into the picture of the proxy
           * @default false
           */
          burnTimecode?: boolean;
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Analyse a source again: one that failed goes on where it stopped */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * Format: uuid
             * @description The run
             */
            id: string;
            state: string;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.frames': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read when each frame is shown and where the proxy can be entered */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.peaks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the lowest and highest samples of the original sound over time, pairs of signed bytes */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.proxy': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Play the proxy of a source: exactly its frames, small enough for a browser */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'video/mp4': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'shots.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the shots of a source in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Shot'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.thumbnails': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read which frames the thumbnails show and how they lie on their sheets */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.sheet': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sheet: string;
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a sheet of thumbnails; the first is number 0 */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.timeline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show all shots of a source and every face in them at once */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceTimeline'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'stems.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        stem: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take an audio file away from its dub */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'stems.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        stem: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description null: not one character’s; what is no dialogue is nobody’s */
          character?: string | null;
          /** @enum {string} */
          kind?: 'dialogue' | 'mix' | 'music-and-effects';
        };
      };
    };
    responses: {
      /** @description Say what an audio file is, or whose voice; one that was just that becomes what this one was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stem'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'takes.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        take: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a take, with what was rendered and what it cost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Take'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'takes.preview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        take: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Play a take in the browser: exactly its frames */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'video/mp4': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'takes.report': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        take: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download the report of a take and of those that were rendered with it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'verdicts.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        take: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what was decided about a take, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Verdict'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'verdicts.give': {
    parameters: {
      query?: never;
      header: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        take: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @default null */
              reason?: string | null;
              /** @constant */
              verdict: 'approved';
            }
          | {
              reason: string;
              /**
               * @description Whether the next take is rendered at once
               * @default false
               */
              render?: boolean;
              /** @default {} */
              settings?: {
                /** @description Seconds by which the mouths shall move later; negative: earlier */
                delay?: number;
                /** @description Performers whose mouths stay as they were */
                leaveAlone?: string[];
                /** @description How far the mouths move, 1 as the plan says */
                opening?: number;
                /** @description Frames of the film in which every mouth stays as it was */
                untouched?: {
                  end: number;
                  start: number;
                }[];
              };
              /** @constant */
              verdict: 'sent-back';
            };
      };
    };
    responses: {
      /** @description Approve a take, or send it back with what the next one shall be like, and render that at once if wished */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verdict'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.list': {
    parameters: {
      query?: {
        after?: string;
        archived?: string;
        limit?: number;
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the titles of the organisation, the newest first; `name` finds those whose name has it in it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Title'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Whether it is made to earn money: then networks whose licences forbid that are not used for it
           * @default true
           */
          commercial?: boolean;
          /** @default null */
          language?: string | null;
          name: string;
        };
      };
    };
    responses: {
      /** @description Create a title */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Title'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Title'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a title with everything that belongs to it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          archived?: boolean;
          /** @description Whether it is made to earn money: then networks whose licences forbid that are not used for it */
          commercial?: boolean;
          language?: string | null;
          name?: string;
        };
      };
    };
    responses: {
      /** @description Rename a title, say its language, archive it or bring it back */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Title'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'characters.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the characters of a title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Character'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'characters.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /** @default false */
          offScreen?: boolean;
          /** @default null */
          performer?: string | null;
        };
      };
    };
    responses: {
      /** @description Create a character; those that a script names are there already */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Character'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.costs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show what a title has cost, by act and by dub */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TitleCosts'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.list': {
    parameters: {
      query?: {
        after?: string;
        kind?: 'dub' | 'replacement';
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the dubs and the replacements of a title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Dub'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'dubs.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description A BCP 47 tag such as es or pt-BR */
          language: string;
          /**
           * @default {
           *       "fitVoice": false,
           *       "voiceAsIs": false,
           *       "followLoudness": true,
           *       "onlyVisible": false
           *     }
           */
          settings?: components['schemas']['DubSettings'];
          /**
           * Format: uuid
           * @description The newest source of the title when not given
           */
          source?: string;
        };
      };
    };
    responses: {
      /** @description Create a dub of a title in a language */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dub'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.import': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @description The name of the file when not given */
              name?: string;
              /** @description Absolute, below one of IMPORT_ROOTS */
              path: string;
              /**
               * @default source
               * @enum {string}
               */
              purpose?: 'source' | 'donor-footage' | 'stem' | 'script' | 'lexicon' | 'evidence';
              /** @description What it should be */
              sha256?: string;
            }
          | {
              /** @description In the bucket of IMPORT_S3_URL */
              key: string;
              /** @description The name of the file when not given */
              name?: string;
              /**
               * @default source
               * @enum {string}
               */
              purpose?: 'source' | 'donor-footage' | 'stem' | 'script' | 'lexicon' | 'evidence';
              /** @description What it should be */
              sha256?: string;
            };
      };
    };
    responses: {
      /** @description Import a file from a folder or bucket where the studio keeps it; it is copied, then checked like an upload */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        source?: string;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the performers of a title, those who are seen most first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Performer'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Name a performer whom the film does not show, so that what they agreed to can be recorded and their face be shown */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Performer'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List how the names of a title are said, in the order of their making */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Pronunciation'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          language?: string | null;
          /** @default null */
          note?: string | null;
          said: string;
          word: string;
        };
      };
    };
    responses: {
      /** @description Say how a word or a phrase is said; several of one word are variants */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pronunciation'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.import': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What to call the text in refusals
           * @default lexicon
           */
          name?: string;
          /**
           * @description Whether entries that the file does not have are deleted
           * @default false
           */
          replace?: boolean;
          /** @description What the file says */
          text?: string;
          /**
           * Format: uuid
           * @description A file uploaded as lexicon
           */
          upload?: string;
        };
      };
    };
    responses: {
      /** @description Add what a lexicon says: rows of word,said,language,note, or of word = /ipa/ */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            removed: number;
            unchanged: number;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.preview': {
    parameters: {
      query: {
        language: string;
        said?: string;
        word: string;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell in IPA how a word is said in a language */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ipa: string;
            /** @description Other ways that the voice may say it */
            others: string[][];
            phones: string[];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.hear': {
    parameters: {
      query: {
        language: string;
        said?: string;
        word: string;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Hear a word as a simple voice says it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'audio/wav': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'pronunciations.suggest': {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List words of the scripts of a title that are likely names and have no pronunciation, the surest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description A line that has it */
              example: string;
              /** @description Of the scripts that have it, BCP 47 */
              languages: string[];
              /** @description How often the scripts have it */
              occurrences: number;
              word: string;
            }[];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the replacements of a title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Replacement'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'replacements.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Footage of the shown performer; none where the film itself is it
           * @default []
           */
          donors?: {
            /**
             * @description Who in it is the shown performer, as its plan tells them; null: plain to see
             * @default null
             */
            person?: string | null;
            /**
             * Format: uuid
             * @description A ready upload for the purpose donor-footage
             */
            upload: string;
          }[];
          /**
           * Format: uuid
           * @description The performer whose head is in the film
           */
          replaced: string;
          /**
           * @default {
           *       "strength": 1,
           *       "generator": null,
           *       "restorer": null
           *     }
           */
          settings?: {
            /**
             * @description A network that makes the face, as `mondwerk models` lists it on the workers; null: it is taken from footage
             * @default null
             */
            generator?: string | null;
            /**
             * @description A network that restores the face, last; null: none
             * @default null
             */
            restorer?: string | null;
            /**
             * @description How much of the face is the shown performer’s: 1 wholly, less lets the replaced performer’s show through
             * @default 1
             */
            strength?: number;
          };
          /**
           * @description Numbers of the shots in which the face is replaced; null for all
           * @default null
           */
          shots?: number[] | null;
          /**
           * Format: uuid
           * @description The performer whose face is put on it, by name: seen in the film, or named with POST /titles/{title}/performers
           */
          shown: string;
          /**
           * Format: uuid
           * @description The newest source of the title when not given
           */
          source?: string;
        };
      };
    };
    responses: {
      /** @description Put another performer’s face on a head of a title’s film; nothing is rendered before both have agreed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Replacement'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rights.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        performer?: string;
        revoked?: string;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what is recorded of the rights in a title’s performers, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RightsBasis'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'runs.listOfTitle': {
    parameters: {
      query?: {
        act?: 'analyse' | 'transcribe' | 'plan' | 'render' | 'draft' | 'match' | 'replace' | 'deliver';
        after?: string;
        limit?: number;
        state?: 'running' | 'paused' | 'failed' | 'failed-in-part' | 'cancelled' | 'done';
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the runs of a title, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Run'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.exportOriginal': {
    parameters: {
      query: {
        format: 'srt' | 'vtt' | 'ttml' | 'dapt' | 'detx' | 'csv';
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download the script of the original dialogue as it stands now, in any format */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.listOriginal': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the scripts of the original dialogue, the newest, which is the one in use, first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Script'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.createOriginal': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The title's language when not given */
          language?: string;
          /** @description Its frames a second, where they are others than the film’s: 25, 23.976, 30000/1001 */
          rate?: string;
          /** @description The timecode of the film’s first frame, where the script counts from it: 10:00:00:00 */
          start?: string;
          /** Format: uuid */
          upload: string;
        };
      };
    };
    responses: {
      /** @description Use an upload as the script of the original dialogue, from which it is learnt how performers articulate */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sources.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the sources of a title, the newest, which is the one in use, first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Source'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.summary': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show how far a title and its dubs are, and what waits for whom */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TitleSummary'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'transcriptions.createOriginal': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        title: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The title’s language when not given; recognised where neither is */
          language?: string;
          /**
           * @description Whether a speech model writes down the words; false: lines without words, where somebody speaks
           * @default true
           */
          words?: boolean;
        };
      };
    };
    responses: {
      /** @description Hear the original dialogue in the sound of the film; the lines become its newest script */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.overview': {
    parameters: {
      query?: {
        after?: string;
        archived?: string;
        limit?: number;
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the titles of the organisation as GET /titles does, with the film of each and how far its dubs are */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TitleAtAGlance'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'titles.sample': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Create a title with a short film, a Spanish voice and scripts of our own, to try everything on */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            dub: string;
            /**
             * Format: uuid
             * @description The title
             */
            id: string;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'tokens.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your API tokens */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Token'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'tokens.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          expiresAt?: string | null;
          name: string;
          /** @default null */
          scopes?:
            | (
                | 'organisations:read'
                | 'organisations:edit'
                | 'organisations:create'
                | 'people:read'
                | 'people:create'
                | 'people:edit'
                | 'people:delete'
                | 'tokens:read'
                | 'tokens:create'
                | 'tokens:delete'
                | 'webhooks:read'
                | 'webhooks:create'
                | 'webhooks:edit'
                | 'webhooks:delete'
                | 'audit:read'
                | 'titles:read'
                | 'titles:create'
                | 'titles:edit'
                | 'titles:delete'
                | 'uploads:read'
                | 'uploads:create'
                | 'uploads:delete'
                | 'sources:read'
                | 'sources:create'
                | 'sources:edit'
                | 'shots:read'
                | 'performers:read'
                | 'performers:create'
                | 'performers:edit'
                | 'characters:read'
                | 'characters:create'
                | 'characters:edit'
                | 'characters:delete'
                | 'dubs:read'
                | 'dubs:create'
                | 'dubs:edit'
                | 'dubs:delete'
                | 'replacements:read'
                | 'replacements:create'
                | 'replacements:edit'
                | 'replacements:delete'
                | 'stems:read'
                | 'stems:create'
                | 'stems:edit'
                | 'stems:delete'
                | 'scripts:read'
                | 'scripts:create'
                | 'scripts:delete'
                | 'pronunciations:read'
                | 'pronunciations:create'
                | 'pronunciations:edit'
                | 'pronunciations:delete'
                | 'lines:read'
                | 'lines:edit'
                | 'plans:read'
                | 'plans:create'
                | 'drafts:read'
                | 'drafts:create'
                | 'runs:read'
                | 'runs:create'
                | 'runs:edit'
                | 'takes:read'
                | 'notes:read'
                | 'notes:create'
                | 'notes:edit'
                | 'notes:delete'
                | 'verdicts:read'
                | 'verdicts:create'
                | 'rights:read'
                | 'rights:create'
                | 'rights:edit'
                | 'deliveries:read'
                | 'deliveries:create'
                | 'models:read'
                | 'workers:read'
                | 'events:read'
              )[]
            | null;
        };
      };
    };
    responses: {
      /** @description Make an API token; it is shown this once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeToken'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'tokens.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoke an API token of yours; administrators revoke anyone’s */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'performers.trackPortrait': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        track: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a picture of the face that a track follows */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        title?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List uploads, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Upload'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begin an upload as tus 1.0 says; Upload-Metadata has purpose, title, filename and, if known, sha256 */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/offset+octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        upload: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Look at an upload; HEAD tells, as tus 1.0 says, how much of it has arrived */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        upload: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stop an upload, or remove the file of one of which nothing was made */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.append': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        upload: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Add bytes to an upload as tus 1.0 says; the last ones have it checked */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/offset+octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'uploads.download': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        upload: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download the file of an upload that is ready */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.list': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the webhooks of the organisation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Webhook'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default [] */
          kinds?: (
            | 'title.created'
            | 'dub.created'
            | 'upload.ready'
            | 'upload.refused'
            | 'take.ready'
            | 'draft.ready'
            | 'draft.failed'
            | 'verdict.given'
            | 'note.written'
            | 'delivery.ready'
            | 'delivery.failed'
            | 'rights.changed'
            | 'run.started'
            | 'run.paused'
            | 'run.done'
            | 'run.failed'
            | 'run.cancelled'
            | 'test'
          )[];
          /** Format: uri */
          url: string;
        };
      };
    };
    responses: {
      /** @description Have an address told what happens; the secret that signs the messages is shown this once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            disabledAt: string | null;
            disabledReason: string | null;
            /** @description Tries that failed since one succeeded */
            failures: number;
            /** Format: uuid */
            id: string;
            /** @description What it hears of; everything when empty */
            kinds: string[];
            /** Format: date-time */
            madeAt: string;
            secret: string;
            url: string;
            version: number;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a webhook */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a webhook and its messages */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.edit': {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is edited */
        'If-Match': string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          enabled?: boolean;
          kinds?: (
            | 'title.created'
            | 'dub.created'
            | 'upload.ready'
            | 'upload.refused'
            | 'take.ready'
            | 'draft.ready'
            | 'draft.failed'
            | 'verdict.given'
            | 'note.written'
            | 'delivery.ready'
            | 'delivery.failed'
            | 'rights.changed'
            | 'run.started'
            | 'run.paused'
            | 'run.done'
            | 'run.failed'
            | 'run.cancelled'
            | 'test'
          )[];
          /** Format: uri */
          url?: string;
        };
      };
    };
    responses: {
      /** @description Change where a webhook is and what it hears of, turn it off, or on again after it failed too often */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.messages': {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what a webhook was told and what came of it, the newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['WebhookMessage'][];
            next: string | null;
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.retry': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        message: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send a message to a webhook again, now */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookMessage'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'webhooks.test': {
    parameters: {
      query?: never;
      header?: {
        /** @description Asked again with the same key, it happens once */
        'Idempotency-Key'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send a webhook a message of the kind `test`, also one that is turned off */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookMessage'];
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'workers.list': {
    parameters: {
      query?: {
        ended?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the workers that are there, with what they are doing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Worker'][];
          };
        };
      };
      /** @description Why it was refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
