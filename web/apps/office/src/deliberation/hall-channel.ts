const SPOKEN_OF = 'tuntas.hall';

interface Spoken {
  readonly meeting: string;
  readonly subject: string;
}

/** Tells the hall's screen, in another window of this machine, whom the meeting speaks of. */
export function speakOf(meeting: string, subject: string): void {
  const channel = new BroadcastChannel(SPOKEN_OF);
  channel.postMessage({ meeting, subject } satisfies Spoken);
  channel.close();
}

/** Calls with whom the meeting speaks of, until the returned function is called. */
export function onSpokenOf(meeting: string, spoken: (subject: string) => void): () => void {
  const channel = new BroadcastChannel(SPOKEN_OF);
  channel.onmessage = ({ data }: MessageEvent<Spoken>) => data.meeting === meeting && spoken(data.subject);
  return () => channel.close();
}
