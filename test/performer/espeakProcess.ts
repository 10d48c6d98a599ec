/** Runs on its own: reads { voice, speed, pitch, text } as JSON from stdin, writes sound and phone events to stdout. */
import { readFileSync } from 'node:fs';
import koffi from 'koffi';

const LIBRARY = 'libespeak-ng.so.1';
const SYNCHRONOUS = 2;
const PHONEME_EVENTS_IN_IPA = 0x1 | 0x2;
const UTF8 = 1;
const EVENT_END = 0;
const EVENT_PHONEME = 7;
const PARAMETER = { speed: 1, pitch: 3 } as const;

interface Request {
  readonly voice: string;
  readonly speed: number;
  readonly pitch: number;
  readonly text: string;
}

function openLibrary() {
  try {
    return koffi.load(LIBRARY);
  } catch {
    process.stderr.write(
      `The performers' voice needs ${LIBRARY}; install it with: apt-get install libespeak-ng1\n`,
    );
    process.exit(1);
  }
}

const library = openLibrary();
const EspeakEvent = koffi.struct('espeak_EVENT', {
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
const initialize = library.func(
  'int espeak_Initialize(int output, int buffer, const char *path, int options)',
);
const setCallback = library.func('void espeak_SetSynthCallback(SynthCallback *callback)');
const setVoice = library.func('int espeak_SetVoiceByName(const char *name)');
const setParameter = library.func('int espeak_SetParameter(int parameter, int value, int relative)');
const synthesise = library.func(
  'int espeak_Synth(const char *text, size_t size, uint position, int type, uint end, uint flags, void *id, void *user)',
);

function speak(request: Request): { sampleRate: number; pcm: string; events: [number, string][] } {
  const sampleRate = initialize(SYNCHRONOUS, 0, null, PHONEME_EVENTS_IN_IPA) as number;
  const pieces: Buffer[] = [];
  const events: [number, string][] = [];
  const receive = koffi.register((wav: unknown, count: number, list: unknown) => {
    if (wav && count > 0) {
      pieces.push(
        Buffer.from(Int16Array.from(koffi.decode(wav, koffi.array('int16', count)) as number[]).buffer),
      );
    }
    for (let i = 0; ; i++) {
      const event = koffi.decode(list, i * koffi.sizeof(EspeakEvent), EspeakEvent);
      if (event.type === EVENT_END) break;
      if (event.type === EVENT_PHONEME) {
        events.push([event.audio_position, Buffer.from(event.id).toString('utf8').replace(/\0.*/s, '')]);
      }
    }
    return 0;
  }, koffi.pointer(Callback));
  setCallback(receive);
  if (setVoice(request.voice) !== 0) throw new Error(`eSpeak NG has no voice "${request.voice}".`);
  setParameter(PARAMETER.speed, request.speed, 0);
  setParameter(PARAMETER.pitch, request.pitch, 0);
  const text = Buffer.from(`${request.text}\0`);
  synthesise(text, text.length, 0, 1, 0, UTF8, null, null);
  return { sampleRate, pcm: Buffer.concat(pieces).toString('base64'), events };
}

process.stdout.write(JSON.stringify(speak(JSON.parse(readFileSync(0, 'utf8')) as Request)));
