/** What a colour says; the words say it as well, so nothing is lost without colour. */
export type Tone = 'good' | 'attention' | 'bad' | 'quiet' | 'strong';

/** Colours a text for the stream it goes to, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

export const unpainted: Paint = (_tone, text) => text;
