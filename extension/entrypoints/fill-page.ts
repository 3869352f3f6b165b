import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { answerInFrame } from "../fill/answer-in-frame.ts";

export default defineUnlistedScript(() => {
  // A second request on the same page finds the script of the first there.
  const world = globalThis as { latchkeyAnswers?: boolean };
  if (world.latchkeyAnswers) return;
  world.latchkeyAnswers = true;
  answerInFrame();
});
