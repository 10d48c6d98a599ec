export { ReviewRoom } from './reviewRoom.tsx';
