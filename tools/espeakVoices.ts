import koffi from 'koffi';

/** Speech made by eSpeak NG with the true start of each of its phones. */
export interface TrueSpeech {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly phones: readonly { readonly ipa: string; readonly start: number; readonly end: number }[];
}

/** How a voice is to speak: an eSpeak NG voice with its variant (`en-us+f3`), words per minute, pitch 0..99. */
export interface Manner {
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
}

const library = koffi.load('libespeak-ng.so.1');
const SpeechEvent = koffi.struct('espeak_EVENT', {
  type: 'int',
  unique_identifier: 'uint',
  text_position: 'int',
  length: 'int',
  audio_position: 'int',
  sample: 'int',
  user_data: 'void*',
  id: koffi.array('uint8', 8),
});
const Callback = koffi.proto('int SynthCallback(void *wav, int count, espeak_EVENT *events)');
const initialise = library.func(
  'int espeak_Initialize(int output, int buffer, const char *path, int options)',
);
const setCallback = library.func('void espeak_SetSynthCallback(SynthCallback *callback)');
const setVoice = library.func('int espeak_SetVoiceByName(const char *name)');
const setParameter = library.func('int espeak_SetParameter(int parameter, int value, int relative)');
const synthesise = library.func(
  'int espeak_Synth(const char *text, size_t size, uint position, int kind, uint end, uint flags, void *id, void *data)',
);
const [SYNCHRONOUS, PHONEME_EVENTS_IN_IPA, RATE, PITCH, UTF8, PHONEME] = [2, 3, 1, 3, 1, 7];
const sampleRate: number = initialise(SYNCHRONOUS, 0, null, PHONEME_EVENTS_IN_IPA);

interface Heard {
  readonly pieces: Float32Array[];
  readonly marks: { at: number; ipa: string }[];
}

let heard: Heard = { pieces: [], marks: [] };
const listen = koffi.register((wav: unknown, count: number, events: unknown): number => {
  if (wav && count > 0) {
    const decoded = koffi.decode(wav, koffi.array('int16', count)) as ArrayLike<number>;
    heard.pieces.push(Float32Array.from(decoded, (sample) => sample / 32768));
  }
  for (let at = 0; ; at++) {
    const event = koffi.decode(events, at * koffi.sizeof(SpeechEvent), SpeechEvent) as {
      type: number;
      audio_position: number;
      id: ArrayLike<number>;
    };
    if (event.type === 0) return 0;
    if (event.type === PHONEME) heard.marks.push({ at: event.audio_position / 1000, ipa: nameOf(event.id) });
  }
}, koffi.pointer(Callback));
setCallback(listen);

const nameOf = (id: ArrayLike<number>): string => Buffer.from(id).toString('utf8').replace(/\0.*$/s, '');

/** Speaks a text. eSpeak NG is GPL-3: this tool is a process of its own, nothing of it is in the product. */
export function speak(text: string, manner: Manner): TrueSpeech {
  heard = { pieces: [], marks: [] };
  if (setVoice(manner.voice) !== 0) throw new Error(`eSpeak NG has no voice ${manner.voice}`);
  setParameter(RATE, manner.speed, 0);
  setParameter(PITCH, manner.pitch, 0);
  const bytes = Buffer.from(`${text}\0`);
  synthesise(bytes, bytes.length, 0, 1, 0, UTF8, null, null);
  const samples = new Float32Array(heard.pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of heard.pieces) {
    samples.set(piece, offset);
    offset += piece.length;
  }
  const marks = heard.marks;
  const phones = marks.map(({ at, ipa }, index) => ({
    ipa,
    start: at,
    end: marks[index + 1]?.at ?? samples.length / sampleRate,
  }));
  return { samples, sampleRate, phones };
}
