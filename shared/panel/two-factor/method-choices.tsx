import { Icon, type IconName } from "../../ui/icon.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";

/** The methods that can be added, the one that is recommended first. */
export function MethodChoices({ security }: { security: SecurityState }) {
  const { twoFactor: words, passkey } = useWords();
  const methods = security.account.value?.twoFactor.methods ?? [];
  const has = (type: "app" | "email" | "passkey") => methods.some((method) => method.type === type);
  const appNote = security.thisBrowser.value ? words.appNoteHere : words.appNote;
  return (
    <ul class="choices">
      <Choice
        icon="passkey"
        title={has("passkey") ? passkey.another : passkey.name}
        badge={words.recommended}
        note={has("passkey") ? passkey.anotherNote : passkey.note}
        onChoose={() => security.show({ setUp: "passkey" })}
      />
      <Choice
        icon="app"
        title={has("app") ? words.anotherApp : words.app}
        note={has("app") ? words.anotherAppNote : appNote}
        onChoose={() => security.show({ setUp: "app" })}
      />
      {!has("email") && (
        <Choice
          icon="mail"
          title={words.email}
          note={words.emailNote}
          onChoose={() => security.show({ setUp: "email" })}
        />
      )}
    </ul>
  );
}

interface ChoiceProps {
  icon: IconName;
  title: string;
  badge?: string;
  note: string;
  onChoose: () => void;
}

function Choice({ icon, title, badge, note, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" class="choice" onClick={onChoose}>
        <Icon name={icon} />
        <span>
          <b>
            {title} {badge && <em class="pill good">{badge}</em>}
          </b>
          <small>{note}</small>
        </span>
        <Icon name="next" size="s" />
      </button>
    </li>
  );
}
