export { FilmRoom } from './filmRoom.tsx';
