import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import "./pick-list.css";

interface PickRowProps {
  name: string;
  /** Under the name: whose it is, or why it can't be chosen. */
  account: string;
  tile?: ComponentChildren;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: (isChosen: boolean) => void;
  /** What stands at its end, such as its code. */
  children?: ComponentChildren;
}

/** One of many to be chosen: as a whole it is the box's label. */
export function PickRow({ name, account, tile, isChosen, isDisabled, onChoose, children }: PickRowProps) {
  const id = useId();
  return (
    <li class="pick-row">
      <input
        id={id}
        type="checkbox"
        disabled={isDisabled}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {tile}
      <label for={id}>
        <PickName name={name} account={account} />
      </label>
      {children}
    </li>
  );
}

/** Two lines at most of a name, and one of whose it is; all of each is in its title. */
export function PickName({ name, account }: { name: string; account: string }) {
  return (
    <span class="pick-name">
      <b title={name}>{name}</b>
      {account && <small title={account}>{account}</small>}
    </span>
  );
}

interface PickAllProps {
  /** How many are chosen, of how many that can be. */
  count: number;
  of: number;
  /** The same in words. */
  said: string;
  label: string;
  onChoose: (isChosen: boolean) => void;
}

/** Chooses all or none; neither ticked nor empty while it is some. */
export function PickAll({ count, of, said, label, onChoose }: PickAllProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && count < of;
  }, [count, of]);
  return (
    <div class="pick-all">
      <label>
        <input
          ref={box}
          type="checkbox"
          disabled={of === 0}
          checked={of > 0 && count === of}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <b>{label}</b>
      </label>
      <span role="status">{said}</span>
    </div>
  );
}
