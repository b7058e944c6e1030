/** A fixed number of places, given out in the order in which they are asked for. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Waits for a place, `milliseconds` at most, and gives the function that gives it back, to be called once; or throws the error. */
  async take(milliseconds: number, error: () => Error): Promise<() => void> {
    if (this.free > 0) this.free--;
    else await this.queue(milliseconds, error);
    return () => this.giveBack();
  }

  private queue(milliseconds: number, error: () => Error): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(error());
      }, milliseconds);
      this.waiting.push(turn);
    });
  }

  private giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}
