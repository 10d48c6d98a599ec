export { KeyboardProvider, showKeyboardMap, SINGLE_KEYS_OFF, useShortcuts } from './keyboardProvider.tsx';
export { keyNames, type Shortcut } from './shortcuts.ts';
