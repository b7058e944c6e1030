import type { AnswerError, View } from "../page.js";
import { useWords } from "../parts/Say.js";
import { hereWith, useVisit, type Visit } from "../visit.js";
import { say } from "../words.js";

/** What is shown where a page's operation has no answer at all: the errors, and a way to ask again. */
export function failure({ language }: Visit, errors: readonly AnswerError[], status: number): View {
  return { title: say(language, "failed"), main: <Failure errors={errors} />, status, noindex: true };
}

function Failure({ errors }: { readonly errors: readonly AnswerError[] }) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <>
      <h1>{say("failed")}</h1>
      <Errors errors={errors} />
      <p>
        <a href={hereWith(visit, {})}>{say("retry")}</a>
      </p>
    </>
  );
}

/** Errors with their codes; beside what could be answered, or in its place. */
export function Errors({ errors }: { readonly errors: readonly AnswerError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert">
      {errors.map(({ message, extensions }, index) => (
        <p key={index}>
          <code>{extensions?.code ?? "INTERNAL"}</code> {message}
        </p>
      ))}
    </div>
  );
}
