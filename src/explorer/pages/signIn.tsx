import type { View } from "../page.js";
import { Say, useWords } from "../parts/Say.js";
import type { Visit } from "../visit.js";
import { say } from "../words.js";

interface Asked {
  /** Why a token is asked for, or was refused; null where somebody wants to sign in. */
  readonly reason: string | null;
  /** Where it leads then: a path of this server. */
  readonly back: string;
}

/** `/signin`, and what stands in the place of a page that needs a token. */
export function signIn({ language }: Visit, asked: Asked, status = 200): View {
  return { title: say(language, "signIn"), main: <SignIn {...asked} />, status, noindex: true, forms: true };
}

function SignIn({ reason, back }: Asked) {
  const { say } = useWords();
  return (
    <article class="narrow">
      <h1>{say("signIn")}</h1>
      {reason !== null && (
        <p class="errors" role="alert" id="token-problem">
          {reason}
        </p>
      )}
      <form method="post" action="/signin" class="curating">
        <input type="hidden" name="back" value={back} />
        <div class="field">
          <label for="token">{say("token")}</label>
          <input
            id="token"
            name="token"
            type="password"
            required
            autocomplete="current-password"
            spellcheck={false}
            dir="ltr"
            aria-describedby="token-hint"
            {...(reason !== null && { "aria-invalid": true })}
          />
          <p class="hint" id="token-hint">
            <Say word="tokenHint" values={{ command: <code dir="ltr">npx sanad token --role curator</code> }} />
          </p>
        </div>
        <p>
          <button class="main" type="submit">
            {say("signIn")}
          </button>
        </p>
      </form>
    </article>
  );
}
