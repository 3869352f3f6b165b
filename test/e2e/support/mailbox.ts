import { expect, inject } from "vitest";

/** A mail as the local mailbox keeps it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** The mails to an address, the newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inject("serviceAddress")}/mailbox.json`);
  const mails = (await response.json()) as Mail[];
  return mails.filter(({ to }) => to === address);
}

/** The link to a page of the service, such as `/reset`, in the newest mail to an address that has one. */
export async function mailedLink(address: string, page: string): Promise<string> {
  const links = async () =>
    (await mailsTo(address)).flatMap(({ text }) => new RegExp(`http\\S+${page}\\?link=\\S+`).exec(text)?.[0] ?? []);
  await expect.poll(links, { message: `a mail to ${address} with a link to ${page}`, timeout: 10_000 }).not.toEqual([]);
  return (await links())[0] ?? "";
}

/** The code in the newest mail to an address, once there are `count` mails with a code. */
export async function mailedCode(address: string, count = 1): Promise<string> {
  const codes = async () => (await mailsTo(address)).flatMap(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? []);
  await expect
    .poll(codes, { message: `${count} mails with a code to ${address}`, timeout: 10_000 })
    .toHaveLength(count);
  return (await codes())[0] ?? "";
}
