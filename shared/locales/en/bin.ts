/** Every word of the bin, where removed accounts stay for a while. */
export const bin = {
  title: "Bin",
  show: (count: number) => `In the bin: ${count}`,
  empty: "Nothing is in the bin. What you remove stays here for 30 days.",
  lead: "What you remove stays here for 30 days, sealed, and can be put back.",
  locked: "Unlock your codes to see what is in the bin.",
  left: (days: number) => (days <= 1 ? "Gone for good within a day" : `Gone for good in ${days} days`),
  putBack: "Put back",
  remove: "Remove for good",
  removeQuestion: (name: string) => ({
    title: `Remove ${name} for good?`,
    lead: "Its key will be gone and nobody can bring it back. If two-factor authentication is still on there, you may not be able to sign in.",
    action: "Remove for good",
  }),
  keep: "Keep it",
  isBack: (name: string) => `${name} is back with your codes.`,
  isGone: (name: string) => `${name} is gone for good.`,
  noName: "No name",
};
