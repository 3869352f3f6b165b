import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { words } from "../surface/words.ts";
import type { ImportPlan } from "./plan.ts";
import type { RefusedEntry } from "./result.ts";
import { importWords } from "./words.ts";

/** Names that are listed of each kind before the rest is a number. */
const mostListed = 200;

/** What will happen to every entry of the files: added, there already, or not read and why. */
export function PlanView({ plan, isRead }: { plan: ImportPlan; isRead: boolean }) {
  const { toAdd, already, refused, unfinished } = plan;
  if (!isRead) return null;
  if (toAdd.length + already.length + refused.length === 0) return <p>{importWords.nothing}</p>;
  return (
    <>
      {unfinished.map(({ export: id, have, of }) => (
        <p key={id} class="notice warn">
          {importWords.parts(have, of)}
        </p>
      ))}
      <Names title={importWords.toAdd(toAdd.length)} names={toAdd.map(({ key }) => nameOfKey(key))} isOpen />
      <Names title={importWords.already(already.length)} names={already.map(({ key }) => nameOfKey(key))} />
      <Names
        title={importWords.refused(refused.length)}
        names={refused.map((entry) => `${entry.name}: ${reasonOf(entry)}`)}
        isOpen
      />
    </>
  );
}

function Names({ title, names, isOpen }: { title: string; names: string[]; isOpen?: boolean }) {
  if (names.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {names.slice(0, mostListed).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
        {names.length > mostListed && <li>{importWords.more(names.length - mostListed)}</li>}
      </ul>
    </details>
  );
}

function reasonOf({ why, character }: RefusedEntry): string {
  return character === undefined ? importWords.reasons[why] : importWords.badCharacter(character);
}

function nameOfKey({ issuer, account }: OtpKey): string {
  return [issuer, account].filter((part) => part !== "").join(" · ") || words.codes.noName;
}
