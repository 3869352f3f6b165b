/** Money on its way to somebody, in pence. */
export interface Transfer {
  to: string;
  amount: number;
}

/** What somebody has with us. */
export interface BankAccount {
  /** Pence. */
  balance: number;
  /** The newest first. */
  transfers: Transfer[];
}

const accounts = new Map<string, BankAccount>();

/** The account of a person; whoever comes for the first time finds 500.00 in it. */
export function accountOf(personId: string): BankAccount {
  const account = accounts.get(personId) ?? { balance: 500_00, transfers: [] };
  accounts.set(personId, account);
  return account;
}

/** Reads what a form says of a transfer; undefined where that is not one. */
export function readTransfer({ to, amount }: Record<string, unknown>): Transfer | undefined {
  const pence = Math.round(Number(amount) * 100);
  if (typeof to !== "string" || to.trim() === "" || to.length > 60 || !(pence > 0)) return undefined;
  return { to: to.trim(), amount: pence };
}

/** Sends money, once it is clear who asks and that it is them. Answers whether there was enough. */
export function send(personId: string, transfer: Transfer): boolean {
  const account = accountOf(personId);
  if (transfer.amount > account.balance) return false;
  account.balance -= transfer.amount;
  account.transfers.unshift(transfer);
  return true;
}
