export { PasswordForm } from './choosePassword.tsx';
export { DoorFrame } from './doorFrame.tsx';
export { Providers } from './providers.tsx';
export { SignInForm } from './signInForm.tsx';
export { SignInFrame } from './signInFrame.tsx';
export { StudioFrame } from './studioFrame.tsx';
export { TitleBar } from './titleBar.tsx';
