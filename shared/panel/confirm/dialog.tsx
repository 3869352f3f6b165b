import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useFormField } from "../form-field.tsx";
import { useWords } from "../words.tsx";
import type { AddressToEnter, Confirmation } from "./state.ts";
import { WhoseAccount } from "./whose-account.tsx";

/** Asks once more before something is taken away; a proof, where one is due, is asked for after it. */
export function ConfirmationDialog({ confirmation }: { confirmation: Confirmation }) {
  const { cancel, confirm } = useWords();
  const question = confirmation.question.value;
  if (!question) return null;
  const { words, email, address, goesOn } = question;
  return (
    <ConfirmDialog
      title={words.title}
      keep={cancel}
      action={goesOn ? confirm.goOn : words.action}
      goesOn={goesOn}
      hasField={address !== null}
      onKeep={question.leave}
      onConfirm={question.confirm}
    >
      <p>{words.lead}</p>
      <WhoseAccount email={email} />
      {address && <EnterAddress address={address} />}
    </ConfirmDialog>
  );
}

function EnterAddress({ address }: { address: AddressToEnter }) {
  const { confirm, problems } = useWords();
  const { inputRef, error } = useFormField(address.form, "address", confirm.otherAddress, problems.anywhere);
  return (
    <TextField
      label={confirm.enterAddress}
      type="email"
      autocomplete="off"
      value={address.entered}
      inputRef={inputRef}
      focusFirst
      error={error}
    />
  );
}
