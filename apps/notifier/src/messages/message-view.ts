/** What a message says, apart from how it looks: text and HTML are made from this and nothing else (N33). */
export interface MessageView {
  /** The verdict: enough for who reads no further. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly FigureTable[];
  /** What asks for a look; absent where the message is not about that. */
  readonly toLookAt?: readonly string[];
  /** The one link of the message, on our own address. */
  readonly link: Link;
  readonly footer: string;
}

export interface FigureTable {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Present where the figures add up to something. */
  readonly total?: Figure;
}

export interface Figure {
  readonly label: string;
  readonly value: number;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}
