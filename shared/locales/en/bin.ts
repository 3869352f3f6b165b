/** Every word of Recently deleted, where deleted codes stay for a while. */
export const bin = {
  title: "Recently deleted",
  show: (count: number) => `Recently deleted: ${count}`,
  empty: "No recently deleted codes. Codes you delete stay here for 30 days.",
  lead: "Codes you delete stay here for 30 days, encrypted. You can restore them until then.",
  locked: "Unlock your codes to see which were deleted.",
  left: (days: number) => (days <= 1 ? "Deleted for good within a day" : `Deleted for good in ${days} days`),
  putBack: "Restore",
  remove: "Delete for good",
  removeQuestion: (name: string) => ({
    title: `Delete ${name} for good?`,
    lead: "You can't undo this. If two-factor authentication is still on there, turn it off first, or you may not be able to sign in.",
    action: "Delete for good",
  }),
  keep: "Keep",
  isBack: (name: string) => `${name} restored.`,
  isGone: (name: string) => `${name} deleted for good.`,
  noName: "No name",
};
