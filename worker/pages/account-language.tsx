import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { type Locale, locales } from "../../shared/contract/account.ts";
import { createAttempt } from "../../shared/panel/attempt.ts";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { useWords } from "../../shared/panel/words.tsx";
import { SelectField } from "../../shared/ui/select-field.tsx";
import { client } from "./page-client.ts";
import { chooseLanguage, pageLocale, words } from "./page-words.ts";

/** The language of the account's mails, which these pages follow here; one that can't be set stays what it was. */
export function AccountLanguage({ spoken }: { spoken: Locale }) {
  const { problems } = useWords();
  const [chosen] = useState(() => signal(spoken));
  const [attempt] = useState(createAttempt);
  const options = locales.map((value) => ({ value, text: words.language[value] }));
  const set = async () => {
    const locale = chosen.value;
    const answer = await attempt.run(() => client.account.setProfile({ locale }));
    if (!answer?.ok) chosen.value = spoken;
    else if (locale !== pageLocale) chooseLanguage(locale);
  };
  return (
    <div onChange={() => void set()}>
      <SelectField label={words.language.label} value={chosen} options={options} />
      <FormProblem attempt={attempt} texts={problems.anywhere} />
    </div>
  );
}
