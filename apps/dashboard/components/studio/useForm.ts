import { useState, type FormEvent } from 'react';

interface Form {
  readonly busy: boolean;
  /** What the server refused, or `null`. */
  readonly problem: unknown;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** A form that hands what was filled in to `send` and shows what came of it. */
export function useForm(send: (told: FormData, form: HTMLFormElement) => Promise<unknown>): Form {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await send(new FormData(form), form);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    onSubmit(event) {
      event.preventDefault();
      void submit(event.currentTarget);
    },
  };
}
