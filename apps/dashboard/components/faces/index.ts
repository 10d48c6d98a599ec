export { FacePicker } from './facePicker.tsx';
export { facePicture } from './facePicture.ts';
