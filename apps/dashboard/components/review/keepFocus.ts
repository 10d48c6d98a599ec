import type { MouseEvent } from 'react';

/** For buttons that are pressed with the mouse: the keyboard stays with the page, so that the next key is a shortcut. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();
