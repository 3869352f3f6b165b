import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { clearLater, listenForClearing } from "../clipboard/clear-later.ts";
import { fillPage } from "../fill/fill-page.ts";
import { giveCode } from "../fill/give-code.ts";
import { answerFrames } from "../fill/page-messages.ts";
import { addFillMenu, listenForFilling } from "../fill/start.ts";
import { answerPages, keyDecided } from "../handed-key/answer-pages.ts";
import { followService } from "../handed-key/register-script.ts";
import { keepLocked } from "../lock/keep-locked.ts";
import { answerWindows } from "../messages.ts";
import { callService, hasSession } from "../session/call.ts";
import { welcome } from "../welcome/open.ts";

export default defineBackground(() => {
  answerWindows({ callService, hasSession, fillPage, clearLater, keyDecided });
  answerFrames(giveCode);
  answerPages();
  if (import.meta.env.FIREFOX) followService();
  listenForFilling();
  listenForClearing();
  keepLocked();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void addFillMenu();
    if (reason === "install") void welcome();
  });
});
