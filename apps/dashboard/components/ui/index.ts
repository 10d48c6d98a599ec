export { Button, IconButton, LinkButton, type ButtonKind } from './button.tsx';
export { classes } from './classes.ts';
export { ConfirmDialog, Dialog } from './dialog.tsx';
export { CheckField, SelectField, TextArea, TextField } from './field.tsx';
export { Menu, type MenuItem } from './menu.tsx';
export { Page, Panel, Table } from './panel.tsx';
export { ProblemNote, useProblemText } from './problemNote.tsx';
export { Await, Badge, Empty, Keys, Loading, Progress, type Tone } from './states.tsx';
export { ToastProvider, useToasts, type Message } from './toasts.tsx';
