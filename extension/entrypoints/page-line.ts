import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { carryPage } from "../handed-key/carry-page.ts";

export default defineUnlistedScript({ include: ["firefox"], main: carryPage });
