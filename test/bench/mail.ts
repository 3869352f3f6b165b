import { parseArgs } from "node:util";
import { runMailLoad } from "./mail/run.ts";

const { values } = parseArgs({
  options: {
    "sign-ups": { type: "string", default: "200" },
    seconds: { type: "string", default: "10" },
    "per-second": { type: "string", default: "10" },
  },
});
const report = await runMailLoad({
  signUps: Number(values["sign-ups"]),
  seconds: Number(values.seconds),
  perSecond: Number(values["per-second"]),
});
console.log(JSON.stringify(report, null, 2));
const { signUps, statuses, mails, verified } = report;
process.exitCode = statuses[202] === signUps && mails[1] === signUps && verified === signUps ? 0 : 1;
