export { PronunciationPage } from './pronunciationPage.tsx';
