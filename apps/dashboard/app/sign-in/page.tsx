import { Suspense, type ReactElement } from 'react';
import { connection } from 'next/server';
import { SignInForm, SignInFrame } from '#components/shell/index.ts';

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
