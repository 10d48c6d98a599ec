export type { AudioTrack, Film } from './film.ts';
export { probe } from './probe.ts';
export { cutShots, type CutFilm } from './cutShots.ts';
export { readFrames, wholeSpan, type FilmFrame } from './readFrames.ts';
export { fileArgument, ProgramError, runProgram, startProgram, type RunningProgram } from './program.ts';
