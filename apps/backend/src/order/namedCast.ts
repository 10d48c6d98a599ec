import { Refusal } from '@mondwerk/film';
import { isNobody, isPerformerName } from '../pipeline/footage/performerNamed.ts';

/** Whom a person chose for a character, or for one line. */
export interface NamedCast {
  /** The name of a character, or `#12` for the line with that number. */
  readonly said: string;
  /** As `inspect` names performers (`performer-2`) and their faces (`shot-3-face-1`); `null`: nobody on the screen. */
  readonly performer: string | null;
}

/** Reads `CHARACTER=performer-2` and `#12=nobody`. @throws Refusal `command-line` for anything else. */
export function readNamedCast(text: string): NamedCast {
  const at = text.lastIndexOf('=');
  const [said, performer] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (said !== '' && isNobody(performer)) return { said, performer: null };
  if (said !== '' && isPerformerName(performer)) return { said, performer };
  throw new Refusal(
    'command-line',
    `--cast ${text} does not say whose mouth it is: write --cast ANNA=performer-2, --cast ANNA=shot-3-face-1 (as mondwerk ` +
      `inspect names them) or --cast ANNA=nobody; --cast #12=performer-2 for line 12 alone.`,
  );
}
