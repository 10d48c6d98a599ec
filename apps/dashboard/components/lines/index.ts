export { LineEditor } from './lineEditor.tsx';
