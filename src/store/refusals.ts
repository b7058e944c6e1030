import { ErrorCode, SanadError } from "../errors.js";

/** A STORE_UNAVAILABLE error with its sentence. */
export function unavailable(sentence: string, cause?: unknown): SanadError {
  return new SanadError(ErrorCode.STORE_UNAVAILABLE, sentence, [], cause === undefined ? undefined : { cause });
}

/** The error of what has not ended within its time in milliseconds. @param subject the sentence's subject: `The statement claims.byId` */
export function timeoutError(subject: string, milliseconds: number): SanadError {
  return new SanadError(ErrorCode.TIMEOUT, `${subject} took longer than ${milliseconds / 1000} s.`);
}
