/**
 * The password fields of a page that a password manager would file under nobody, or under the wrong use. Runs in the page.
 * A manager takes the form's name field before the password; one that nobody sees has to hold the address already.
 */
export function findUnfiledPasswords(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[type="password"]')].flatMap((field) => {
    const label = field.labels?.[0]?.textContent ?? field.id;
    const name = field.form?.querySelector<HTMLInputElement>('input[autocomplete~="username"]');
    if (!/^(current|new)-password$/.test(field.autocomplete)) return [`${label}: autocomplete="${field.autocomplete}"`];
    if (!name) return [`${label}: no name field in its form`];
    const isBefore = (name.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (!isBefore) return [`${label}: its name field comes after it`];
    return name.readOnly && name.value === "" ? [`${label}: whose it is stands nowhere`] : [];
  });
}
