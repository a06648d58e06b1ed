/** An expression that fits the grammar and is none nevertheless, such as a text without its closing quote. */
export class Unreadable extends Error {
  readonly from: number;

  constructor(message: string, from: number) {
    super(message);
    this.from = from;
  }
}
