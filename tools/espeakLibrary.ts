import koffi from 'koffi';

/** How a voice is to speak: an eSpeak NG voice with its variant (`en-us+f3`), words per minute, pitch 0..99. */
export interface Manner {
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
}

/** What eSpeak NG said: its sound, and when each of its phones begins. */
export interface Heard {
  readonly sampleRate: number;
  readonly samples: Int16Array;
  readonly marks: readonly (readonly [milliseconds: number, ipa: string])[];
}

const LIBRARY = 'libespeak-ng.so.1';
const [SYNCHRONOUS, PHONEME_EVENTS_IN_IPA] = [2, 3];
const [RATE, PITCH, UTF8] = [1, 3, 1];
const [LIST_END, PHONEME] = [0, 7];

interface Library {
  readonly sampleRate: number;
  readonly setVoice: (name: string) => number;
  readonly setParameter: (parameter: number, value: number, relative: number) => number;
  readonly synthesise: (...args: readonly unknown[]) => number;
}

let pieces: Int16Array[] = [];
let marks: [number, string][] = [];
let library: Library | undefined;

/**
 * Speaks a text. eSpeak NG is GPL-3: it is loaded for tests, demo and training only, nothing of it is in the product.
 * @throws Error with the package to install when the library is missing, or when it has no such voice.
 */
export function hear(text: string, { voice, speed, pitch }: Manner): Heard {
  library ??= openLibrary();
  [pieces, marks] = [[], []];
  if (library.setVoice(voice) !== 0) throw new Error(`eSpeak NG has no voice ${voice}`);
  library.setParameter(RATE, speed, 0);
  library.setParameter(PITCH, pitch, 0);
  const bytes = Buffer.from(`${text}\0`);
  library.synthesise(bytes, bytes.length, 0, 1, 0, UTF8, null, null);
  return { sampleRate: library.sampleRate, samples: joined(pieces), marks };
}

function openLibrary(): Library {
  const loaded = load();
  const event = koffi.struct('espeak_EVENT', {
    type: 'int',
    unique_identifier: 'uint',
    text_position: 'int',
    length: 'int',
    audio_position: 'int',
    sample: 'int',
    user_data: 'void*',
    id: koffi.array('uint8', 8),
  });
  const callback = koffi.proto('int SynthCallback(void *wav, int count, espeak_EVENT *events)');
  const initialise = loaded.func(
    'int espeak_Initialize(int output, int buffer, const char *path, int options)',
  );
  const sampleRate = initialise(SYNCHRONOUS, 0, null, PHONEME_EVENTS_IN_IPA) as number;
  const receive = (wav: unknown, count: number, events: unknown): number => note(wav, count, events, event);
  loaded.func('void espeak_SetSynthCallback(SynthCallback *callback)')(
    koffi.register(receive, koffi.pointer(callback)),
  );
  return {
    sampleRate,
    setVoice: loaded.func('int espeak_SetVoiceByName(const char *name)'),
    setParameter: loaded.func('int espeak_SetParameter(int parameter, int value, int relative)'),
    synthesise: loaded.func(
      'int espeak_Synth(const char *text, size_t size, uint position, int kind, uint end, uint flags, void *id, void *data)',
    ),
  };
}

function load(): ReturnType<typeof koffi.load> {
  try {
    return koffi.load(LIBRARY);
  } catch (cause) {
    const sentence = `Synthetic voices need ${LIBRARY}; install it with: apt-get install libespeak-ng1`;
    throw new Error(sentence, { cause });
  }
}

/** Takes down what the library hands over while it speaks: a piece of sound and a list of events. */
function note(
  wav: unknown,
  count: number,
  events: unknown,
  eventType: ReturnType<typeof koffi.struct>,
): number {
  if (wav && count > 0) {
    pieces.push(Int16Array.from(koffi.decode(wav, koffi.array('int16', count)) as ArrayLike<number>));
  }
  for (let at = 0; ; at++) {
    const event = koffi.decode(events, at * koffi.sizeof(eventType), eventType) as {
      type: number;
      audio_position: number;
      id: ArrayLike<number>;
    };
    if (event.type === LIST_END) return 0;
    if (event.type === PHONEME) marks.push([event.audio_position, nameOf(event.id)]);
  }
}

const nameOf = (id: ArrayLike<number>): string => Buffer.from(id).toString('utf8').replace(/\0.*$/s, '');

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
