/**
 * Whose password a form is for, out of sight: a password manager saves and updates the right entry by it. Empty where
 * the page does not know the address.
 */
export function UsernameField({ email }: { email: string }) {
  return (
    <input
      class="visually-hidden"
      type="email"
      name="username"
      autocomplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
