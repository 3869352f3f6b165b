import { Icon } from "../../shared/ui/icon.tsx";
import { words } from "./page-words.ts";

/** What makes a new account safe, in three steps with the state of each in words; the next one has the button. */
export function SecureYourAccount() {
  const { secure } = words;
  const [verified, twoFactor, codes] = secure.steps;
  return (
    <section class="card secure">
      <h2>{secure.title}</h2>
      <p>{secure.lead}</p>
      <ol class="steps">
        <li>
          <Icon name="check" />
          <div>
            <b>
              {verified.title} <em class="pill good">{secure.done}</em>
            </b>
          </div>
        </li>
        <li aria-current="step">
          <Icon name="secured" />
          <div>
            <b>{twoFactor.title}</b>
            <small>{twoFactor.text}</small>
            <a class="button primary begin-step" href="/profile/security">
              {secure.turnOn}
            </a>
          </div>
        </li>
        <li>
          <Icon name="recovery" />
          <div>
            <b>
              {codes.title} <em class="pill plain">{secure.after}</em>
            </b>
            <small>{codes.text}</small>
          </div>
        </li>
      </ol>
    </section>
  );
}
