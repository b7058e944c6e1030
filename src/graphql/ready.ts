/** A value, or the promise of one. What is in hand is answered as it is, so that all that depends on it is ready, too. */
export type Ready<T> = T | Promise<T>;

export function isPromised<T>(value: Ready<T>): value is Promise<T> {
  return typeof value === "object" && value !== null && typeof (value as Promise<T>).then === "function";
}

/** What is made of a value, as soon as that is there. */
export function whenReady<T, R>(value: Ready<T>, make: (value: T) => R): Ready<Awaited<R>> {
  return (isPromised(value) ? value.then(make) : make(value)) as Ready<Awaited<R>>;
}

/** All of some values, as soon as they are there. */
export function allReady<T>(values: readonly Ready<T>[]): Ready<readonly T[]> {
  return values.some(isPromised) ? Promise.all(values) : (values as readonly T[]);
}
