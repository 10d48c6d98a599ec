export { Foundation1795392000001 } from './0001-foundation.ts';
export { Queue1795392000002 } from './0002-queue.ts';
export { Uploads1795392000003 } from './0003-uploads.ts';
export { SignIn1795392000004 } from './0004-sign-in.ts';
export { Events1795392000006 } from './0006-events.ts';
export { CastEdits1795392000007 } from './0007-cast-edits.ts';
export { Reviews1795392000008 } from './0008-reviews.ts';
export { Removal1795392000009 } from './0009-removal.ts';
