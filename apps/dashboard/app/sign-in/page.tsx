import { Suspense, type ReactElement } from 'react';
import { connection } from 'next/server';
import { SignInForm } from '#components/shell/signInForm.tsx';
import { SignInFrame } from '#components/shell/signInFrame.tsx';

/** Where one signs in; with the organisation's own provider too, where the service knows one. */
export default async function SignInPage(): Promise<ReactElement> {
  await connection();
  return (
    <SignInFrame>
      <Suspense>
        <SignInForm elsewhere={Boolean(process.env.OIDC_ISSUER)} />
      </Suspense>
    </SignInFrame>
  );
}
