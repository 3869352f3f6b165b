/** What is said about a computer's clock that is wrong. */
export const clock = {
  duration: (seconds: number) =>
    seconds < 120
      ? `${seconds} seconds`
      : seconds < 7200
        ? `${Math.round(seconds / 60)} minutes`
        : `${Math.round(seconds / 3600)} hours`,
  behind: (duration: string) => `This computer's clock is ${duration} behind your Latchkey service.`,
  ahead: (duration: string) => `This computer's clock is ${duration} ahead of your Latchkey service.`,
  refused: "Sites may refuse these codes.",
  corrected: "Codes are made by the service's clock.",
  correct: "Correct the codes",
  undo: "Use this computer's clock",
};
