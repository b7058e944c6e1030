/** What a promise gives, if it does so within some milliseconds; else the error. What was begun goes on, and nobody hears of its end. */
export function within<T>(milliseconds: number, promise: Promise<T>, error: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(error()), milliseconds);
    const ending =
      <A>(settle: (value: A) => void) =>
      (value: A) => {
        clearTimeout(timer);
        settle(value);
      };
    promise.then(ending(resolve), ending(reject));
  });
}
