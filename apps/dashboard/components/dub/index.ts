export { NewDub } from './newDub.tsx';
export { VoiceAndScript } from './voiceAndScript.tsx';
