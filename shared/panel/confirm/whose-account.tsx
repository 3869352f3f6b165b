import { useWords } from "../words.tsx";

/** Names the account that a question is about: two tabs may show two people's. Nothing where the address is not known. */
export function WhoseAccount({ email }: { email: string }) {
  const { confirm } = useWords();
  if (email === "") return null;
  return (
    <p class="whose">
      {confirm.account} <b>{email}</b>
    </p>
  );
}
